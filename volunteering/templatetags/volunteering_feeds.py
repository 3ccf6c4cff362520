"""What machines read in our pages."""

import json

from django import template
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from volunteering.feeds.jsonld import describe
from volunteering.feeds.narrowing import parameters
from volunteering.feeds.subjects import AGENDA, SUBJECTS, Subject

register = template.Library()

# JSON may not close the script element it stands in, nor open a comment. Same table as Django's json_script.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def absolute_url(context: template.Context, url: str) -> str:
    """The address of a file as other machines ask for it, on the site that is being visited."""
    return context["request"].build_absolute_uri(url)


@register.simple_tag(takes_context=True)
def feed_address(context: template.Context, name: str, *values: object) -> str:
    """The address of a feed ("agenda_ics", "missions_rss") narrowed like the list that is being looked at."""
    address = reverse(f"volunteering:{name}", args=values)
    query = _narrowed(context["request"], SUBJECTS.get(name.partition("_")[0], AGENDA))
    return f"{address}?{query.urlencode()}" if query and not values else address


@register.simple_tag(takes_context=True)
def calendar_address(context: template.Context, name: str, *values: object) -> str:
    """The same as a subscription: calendar programs answer to webcal, and then keep what they show up to date."""
    address = context["request"].build_absolute_uri(feed_address(context, name, *values))
    return f"webcal{address[address.index(':') :]}"


@register.simple_tag(takes_context=True)
def embed_address(context: template.Context, subject: str) -> str:
    """Where one copies the lines that show this list, narrowed alike, on another site."""
    query = _narrowed(context["request"], SUBJECTS[subject]).copy()
    query["list"] = subject
    return f"{reverse('volunteering:embed_code')}?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def json_ld(context: template.Context, page: Page) -> SafeString:
    """schema.org's description of the page as <script type="application/ld+json">, or nothing."""
    nodes = describe(page.specific, context["request"])
    if not nodes:
        return mark_safe("")
    text = json.dumps(nodes, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 — <, > and & are escaped above


def _narrowed(request: HttpRequest, subject: Subject) -> QueryDict:
    """What of the list's address a feed understands: read once, though a page names seven feeds."""
    if not hasattr(request, "_volunteering_narrowed"):
        request._volunteering_narrowed = {}
    known = request._volunteering_narrowed
    if subject.key not in known:
        known[subject.key] = parameters(subject, request.GET)
    return known[subject.key]
