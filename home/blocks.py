"""What editors compose the city's pages from: eight blocks, six of them the plugin's."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from volunteering.agenda.blocks import NextEventsBlock
from volunteering.core.blocks import PREVIEW_TEMPLATE, CallToActionBlock
from volunteering.directory.blocks import AssociationsBlock
from volunteering.feeds.blocks import MapBlock
from volunteering.missions.blocks import MissionsBlock
from volunteering.reports.blocks import KeyFiguresBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class BodyBlock(blocks.StreamBlock):
    """Text and pictures, and what the city's life brings to any page."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        features=TEXT_FEATURES,
        template="home/blocks/text.html",
        preview_template=PREVIEW_TEMPLATE,
        preview_value=_("<h2>A heading</h2><p>A paragraph, with a list if need be.</p>"),
        description=_("Headings, paragraphs, lists and links."),
    )
    picture = ImageBlock(
        label=_("Picture"),
        template="home/blocks/picture.html",
        preview_template=PREVIEW_TEMPLATE,
        description=_("A picture with its description, across the page."),
    )
    next_events = NextEventsBlock()
    missions = MissionsBlock()
    associations = AssociationsBlock()
    map = MapBlock()
    key_figures = KeyFiguresBlock()
    call_to_action = CallToActionBlock()
