"""Pieces of a page that are the same for everybody.

{% load volunteering_kept %}
{% kept "content" %}…{% endkept %}
"""

from functools import partial

from django import template
from django.utils.safestring import SafeString

register = template.Library()


class KeptNode(template.Node):
    def __init__(self, name: str, nodelist: template.NodeList) -> None:
        self.name, self.nodelist = name, nodelist

    def render(self, context: template.Context) -> SafeString:
        make, piece = partial(self.nodelist.render, context), context.get("piece")
        return piece(self.name, make) if piece else make()


@register.tag
def kept(parser: template.base.Parser, token: template.base.Token) -> KeptNode:
    """A piece of a page that is the same for everybody: kept where the view gives its `piece`."""
    try:
        _tag, name = token.split_contents()
    except ValueError as error:
        raise template.TemplateSyntaxError('Name the piece: {% kept "content" %}.') from error
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(name.strip("\"'"), nodelist)
