"""What the list pages ask of saved searches."""

from django import template
from django.http import HttpRequest

from volunteering.alerts.forms import SearchForm, SubscribeForm

register = template.Library()

# Of this page of the list, not of the search.
NOT_PART_OF_IT = ("page",)


@register.simple_tag
def subscribe_form(kind: str, request: HttpRequest) -> SubscribeForm:
    """The form of a visitor, for the list as its address narrows it. It holds no stamp: the page may be kept."""
    form = SubscribeForm(kind=kind, initial={"query": _query(request)}, auto_id="alert_%s")
    form.initial["stamp"] = ""
    return form


@register.simple_tag
def follow_form(kind: str, request: HttpRequest) -> SearchForm:
    """The form of somebody signed in."""
    return SearchForm(kind=kind, initial={"query": _query(request)}, auto_id="alert_%s")


def _query(request: HttpRequest) -> str:
    parameters = request.GET.copy()
    for name in NOT_PART_OF_IT:
        parameters.pop(name, None)
    return parameters.urlencode()
