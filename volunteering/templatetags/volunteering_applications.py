"""What the pages of sign-ups ask for.

{% load volunteering_applications %}
{{ application|rank }}  {{ application|wrote }}
{{ application.until|moment_words }}  {{ application.worked|worked_words }}
"""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone

from volunteering.applications.models import VOLUNTEER, Application
from volunteering.core import moments

register = template.Library()


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
def moment_words(moment: datetime) -> str:
    """ "Saturday 13 June, 2 pm"."""
    return moments.moment_in_words(timezone.localtime(moment), today=timezone.localdate())


@register.filter
def worked_words(worked: timedelta) -> str:
    """ "3 h"."""
    return moments.duration_in_words(int(worked.total_seconds() // 60))
