"""What machines read in our pages."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from volunteering.feeds.jsonld import describe

register = template.Library()

# JSON may not close the script element it stands in, nor open a comment. Same table as Django's json_script.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def absolute_url(context: template.Context, url: str) -> str:
    """The address of a file as other machines ask for it, on the site that is being visited."""
    return context["request"].build_absolute_uri(url)


@register.simple_tag(takes_context=True)
def json_ld(context: template.Context, page: Page) -> SafeString:
    """schema.org's description of the page as <script type="application/ld+json">, or nothing."""
    nodes = describe(page.specific, context["request"])
    if not nodes:
        return mark_safe("")
    text = json.dumps(nodes, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 — <, > and & are escaped above
