"""Pictures in Wagtail's API: an address that everyone may load, with its sizes and description."""

from wagtail.api import APIField
from wagtail.images.api.fields import ImageRenditionField

# As large as a screen shows it: the original stays with the editors.
LARGEST = "max-1600x1600"


def picture(name: str) -> APIField:
    return APIField(name, serializer=ImageRenditionField(LARGEST))
