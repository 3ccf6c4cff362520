"""Pictures in feeds: the one that search engines and shared links get, when it has been drawn already.

A page draws it when it is first shown. A feed draws none: hundreds at once would take minutes, and a lost file would
break the whole answer. Never the original: it may still say where it was taken.
"""

from wagtail.images.models import AbstractImage

from volunteering.feeds.jsonld import IMAGE_SPEC

PICTURES = "image__renditions"


def drawn_picture(image: AbstractImage | None) -> str:
    """Its address; empty when there is none. Reads `PICTURES`, which the caller has prefetched."""
    renditions = image.renditions.all() if image else ()
    return next((each.url for each in renditions if each.filter_spec == IMAGE_SPEC), "")
