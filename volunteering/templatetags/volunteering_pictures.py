"""Pictures that a page can do without.

    {% load volunteering_pictures wagtailimages_tags %}
    {% drawn %}{% image page.logo max-240x240 alt="" %}{% enddrawn %}

The first visitor of a picture has it drawn in that size, into a file. Where there is no room for files, the page comes
without, and the log says why; the next visitor tries again.
"""

import logging

from django import template
from django.template.base import NodeList, Parser, Token

register = template.Library()
logger = logging.getLogger(__name__)


class Drawn(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        try:
            return self.nodelist.render(context)
        except OSError:
            logger.exception("A picture could not be drawn: is there room for files?")
            return ""


@register.tag
def drawn(parser: Parser, token: Token) -> Drawn:
    nodelist = parser.parse(("enddrawn",))
    parser.delete_first_token()
    return Drawn(nodelist)
