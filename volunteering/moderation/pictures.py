"""Pictures from the public: decoded and written anew, so that nothing of the file but its picture is kept.

No GPS position, no second file behind the first, no script. Wagtail itself keeps what was uploaded byte for byte.
"""

import logging
import uuid
from io import BytesIO
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError
from wagtail.images import get_image_model
from wagtail.models import Collection

logger = logging.getLogger(__name__)

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 25_000_000
SMALLEST_SIDE = 300  # pixels: what is smaller is unclear on any card
LONGEST_SIDE = 2400
QUALITY = 85


class NoPicture(Exception):
    """`sentence` says how to repair it."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


NOT_READ = _("We cannot read this file as a picture. Choose a photo in the format JPEG, PNG or WebP.")
TOO_HEAVY = _("This file is too large. Choose a picture of at most 10 MB, for example one taken with your telephone.")
TOO_MANY_PIXELS = _("This picture has too many points. Choose one of at most 25 megapixels.")
NOT_KEPT = _("We cannot keep a picture just now. Try again a little later, or go on without: you can add it later.")
TOO_SMALL = _("This picture is too small to be seen well. Choose one that is at least 300 points wide and high.")


def read_picture(file: BinaryIO) -> Pillow.Image:
    """The picture alone, upright, at most LONGEST_SIDE wide and high. Raises `NoPicture`.

    The size is read before anything is decoded: a bomb is refused while it is small.
    """
    if getattr(file, "size", 0) > LARGEST:
        raise NoPicture(TOO_HEAVY)
    try:
        with Pillow.open(file, formats=FORMATS) as opened:
            _check_size(*opened.size)
            opened.load()
            picture = ImageOps.exif_transpose(opened)
    except (UnidentifiedImageError, Pillow.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise NoPicture(NOT_READ) from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise NoPicture(TOO_MANY_PIXELS)
    if min(width, height) < SMALLEST_SIDE:
        raise NoPicture(TOO_SMALL)


def written_anew(picture: Pillow.Image) -> ContentFile:
    """A file of its points and nothing else, under a name nobody guesses."""
    written, has_alpha = BytesIO(), picture.mode == "RGBA"
    clean = Pillow.new(picture.mode, picture.size)
    clean.paste(picture)
    clean.save(written, "PNG" if has_alpha else "JPEG", **({} if has_alpha else {"quality": QUALITY}))
    return ContentFile(written.getvalue(), name=f"{uuid.uuid4().hex}.{'png' if has_alpha else 'jpg'}")


def keep_picture(picture: Pillow.Image, *, title: str, description: str) -> Any:
    """A new image of Wagtail's library; an approved picture is never overwritten by a later one.

    Raises `NoPicture` where there is no room for its file; what was written of it is gone then.
    """
    content = written_anew(picture)
    image = get_image_model()(
        title=title[:255] or content.name,
        description=description,
        file=ImageFile(content, name=content.name),
        collection=Collection.get_first_root_node(),
    )
    try:
        image.save()
    except OSError as error:
        logger.exception("A picture could not be kept: is there room for files?")
        image.file.storage.delete(image.file.field.generate_filename(image, content.name))
        raise NoPicture(NOT_KEPT) from error
    return image
