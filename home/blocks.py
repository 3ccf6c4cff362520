"""What editors compose the city's pages from: eight blocks at most, the plugin's among them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label=_("Text"))


class HomeBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label=_("Text"))
