"""One's missions in one's calendar: the button that makes the address, the one that stops it, and what it answers."""

import hashlib
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.log import log_response
from django.utils.translation import gettext as _
from django.views.generic import View

from volunteering.applications import actions
from volunteering.applications.calendar import STATUSES, entries
from volunteering.applications.limits import CALENDAR
from volunteering.applications.links import calendar_behind
from volunteering.applications.models import Application
from volunteering.applications.my_data import ByLink
from volunteering.core.calendar_entry import calendar_feed
from volunteering.core.private_views import NotForSearchEngines
from volunteering.core.ratelimit import connection_of
from volunteering.volunteers.accounts import volunteer_of
from volunteering.volunteers.actions import mark_seen
from volunteering.volunteers.models import Volunteer

LOOK_BACK = timedelta(days=90)
# The latest ones: years of somebody who comes every day.
MOST_ENTRIES = 500
SECTION = "#mon-calendrier"


class MyCalendar(View):
    """GET /engagement/mon-calendrier/<token>.ics: for a calendar program, which shows no page and follows no link."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        address = calendar_behind(token)
        if address is None:
            return self.refuse(404, "No calendar.")
        if not CALENDAR.take(str(address.pk), connection_of(request)):
            return self.refuse(429, "Too often.")
        content = self.written(address.volunteer)
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        response = get_conditional_response(request, etag=etag) or self.answer(content)
        response["ETag"] = etag
        return response

    def written(self, volunteer: Volunteer) -> bytes:
        since = timezone.now() - LOOK_BACK
        rows = Application.objects.of_volunteer(volunteer).in_calendar(states=STATUSES, since=since).told_whole()
        with translation.override(volunteer.language or translation.get_language()):
            return calendar_feed(entries(rows[:MOST_ENTRIES], self.request), name=_("My missions"))

    def answer(self, content: bytes) -> HttpResponse:
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="missions.ics"'
        return response

    def refuse(self, status: int, words: str) -> HttpResponse:
        """Logged without the address, which is a secret; Django itself would write it down."""
        response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
        log_response("A calendar was not given: %s", words, response=response)
        return response

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """No cache but the program's own, and that one asks each time."""
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "no-referrer"
        return response


class ChangeCalendar:
    """POST `do`: "open" makes the address, "close" stops it."""

    http_method_names = ["post", "options"]

    def change(self, volunteer: Volunteer) -> None:
        match self.request.POST.get("do"):
            case "open":
                actions.open_calendar(volunteer=volunteer)
                messages.success(self.request, _("The address of your calendar is ready: see below."))
            case "close":
                actions.close_calendar(volunteer=volunteer)
                messages.success(self.request, _("The address shows nothing any more. You can make another one."))
            case _unknown:
                raise Http404
        mark_seen(volunteer=volunteer)


class ChangeCalendarInAccount(LoginRequiredMixin, ChangeCalendar, NotForSearchEngines):
    """POST /engagement/mes-missions/calendrier/"""

    def post(self, request: HttpRequest) -> HttpResponse:
        volunteer = volunteer_of(request.user)
        if volunteer is None:
            raise Http404
        self.change(volunteer)
        return redirect(reverse("volunteering:my_missions") + SECTION)


class ChangeCalendarByLink(ChangeCalendar, ByLink):
    """POST /engagement/mes-missions/<token>/calendrier/"""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        self.change(self.volunteer)
        return redirect(reverse("volunteering:my_applications", args=[token]) + SECTION)
