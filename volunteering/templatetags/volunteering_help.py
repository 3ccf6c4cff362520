"""What the pages of help requests ask for.

{% load volunteering_help %}
{{ asked|wish_when }}  {{ asked|wish_length }}
"""

from django import template

from volunteering.help_requests import wording
from volunteering.help_requests.models import HelpRequest

register = template.Library()


@register.filter
def wish_when(asked: HelpRequest) -> str:
    """ "Saturday 14 March · At the weekend"."""
    return wording.when(asked)


@register.filter
def wish_length(asked: HelpRequest) -> str:
    """ "An hour · Every week"."""
    return wording.how_much(asked)
