"""What the pages of sign-ups ask for.

{% load volunteering_applications %}
{{ application|rank }}  {{ application|wrote }}  {{ application|invited_with }}
{{ line|event_words }}  {{ line.text|linked }}
{{ application.until|moment_words }}  {{ application.worked|worked_words }}  {{ volunteer|week_words }}
{% my_calendar volunteer token %}
"""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Site

from volunteering.applications.links import calendar_link
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application, CalendarAddress
from volunteering.applications.states import State
from volunteering.core import moments
from volunteering.core.contact_data import ADDRESS
from volunteering.relay.models import Message
from volunteering.volunteers.availability import week_in_short
from volunteering.volunteers.models import Volunteer

register = template.Library()

LINK = '<a href="{}" rel="nofollow noopener noreferrer ugc">{}</a>'


@register.filter
def rank(application: Application) -> int:
    """Its place on the waiting list, from 1 on."""
    waiting = Application.objects.filter(capacity=application.capacity_id).queue()
    return waiting.filter(waiting_since__lt=application.waiting_since).count() + 1


@register.filter
def wrote(application: Application) -> list[str]:
    """What the volunteer wrote. The messages are prefetched with their authors."""
    messages = application.conversation.messages.all()
    return [message.text for message in messages if message.author and message.author.role == VOLUNTEER]


@register.filter
def invited_with(application: Application) -> str:
    """The words that came with an invitation. The messages are prefetched with their authors."""
    messages = application.conversation.messages.all()
    return next((each.text for each in messages if each.author and each.author.role == ASSOCIATION), "")


@register.filter
def event_words(line: Message) -> str:
    """What happened, for both sides to read."""
    return str(State(line.event).label)


@register.filter
def linked(text: str) -> SafeString:
    """Web addresses as links that give no site any credit; everything else is escaped. Each line stays a line."""
    pieces: list[str] = []
    last = 0
    for found in ADDRESS.finditer(text):
        pieces += [text[last : found.start()], format_html(LINK, found.group(), found.group())]
        last = found.end()
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[last:]]))


@register.filter
def moment_words(moment: datetime) -> str:
    """ "Saturday 13 June, 2 pm"."""
    return moments.moment_in_words(timezone.localtime(moment), today=timezone.localdate())


@register.filter
def worked_words(worked: timedelta) -> str:
    """ "3 h"."""
    return moments.duration_in_words(int(worked.total_seconds() // 60))


@register.filter
def week_words(volunteer: Volunteer) -> str:
    """ "Mon morning, evening · Sat"."""
    return week_in_short(volunteer.availability)


@register.inclusion_tag("volunteering/applications/_calendar.html", takes_context=True)
def my_calendar(context: template.Context, volunteer: Volunteer, token: str = "") -> dict[str, Any]:
    """Their missions in their calendar. `token`: of the link one came by, which does for a proven address alone."""
    known = CalendarAddress.objects.filter(volunteer=volunteer).first()
    address = calendar_link(known, Site.find_for_request(context["request"])) if known else ""
    by_link = reverse("volunteering:change_calendar_by_link", args=[token]) if token else ""
    return {
        "is_offered": bool(not token or volunteer.confirmed_at),
        "address": address,
        "webcal": f"webcal{address[address.index(':') :]}" if address else "",
        "since": known.since if known else None,
        "is_paused": volunteer.is_paused,
        "action": by_link or reverse("volunteering:change_calendar"),
        "csrf_token": context.get("csrf_token"),
    }
