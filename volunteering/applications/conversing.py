"""The conversation of one application, as each of its sides reads it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.applications import actions
from volunteering.applications.actions.conversing import shown_phone
from volunteering.applications.forms import PhoneForm
from volunteering.applications.links import ANSWER, MINE, mission_behind, row_behind
from volunteering.applications.managing import LINK_OVER
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.models.application import ApplicationQuerySet
from volunteering.core.private_views import BehindLink, NotForSearchEngines
from volunteering.relay import actions as relay
from volunteering.relay.forms import MessageForm, ReportForm
from volunteering.relay.models import Party
from volunteering.volunteers.accounts import volunteer_of
from volunteering.volunteers.actions import mark_seen
from volunteering.volunteers.models import Volunteer

# The newest; nobody reads further back in one go.
MOST_SHOWN = 200


class Thread(TemplateView):
    """GET the conversation; POST one of its forms, told apart by `do`. What is typed wrong is shown again."""

    template_name = "volunteering/applications/thread.html"
    role: str

    def get_applications(self) -> ApplicationQuerySet:
        raise NotImplementedError

    @cached_property
    def application(self) -> Application:
        rows = self.get_applications().told_whole().select_related("conversation")
        return get_object_or_404(rows.prefetch_related("conversation__parties"), pk=self.kwargs["pk"])

    @cached_property
    def parties(self) -> dict[str, Party]:
        return {party.role: party for party in self.application.conversation.parties.all()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = self.application.conversation.messages.select_related("author").order_by("-pk")[:MOST_SHOWN]
        lines = list(reversed(newest))
        context = {
            "application": self.application,
            "lines": lines,
            "role": self.role,
            "other_name": self.other_name,
            "wrote_both": len({line.author_id for line in lines if line.author_id}) > 1,
            "is_blocked": any(party.blocked_at for party in self.parties.values()),
            "blocked_myself": bool(self.parties[self.role].blocked_at),
            "phone_shown": shown_phone(self.application),
            "known_phone": self.known_phone,
            "message_form": MessageForm(),
            "phone_form": PhoneForm(known=self.known_phone),
            "report_form": ReportForm(),
            "back_url": self.back_url,
        }
        return super().get_context_data(**{**context, **kwargs})

    @property
    def known_phone(self) -> str:
        return self.application.volunteer.phone if self.role == VOLUNTEER else ""

    @property
    def other_name(self) -> str:
        if self.role == ASSOCIATION:
            return self.application.shown_name
        organiser = self.application.mission.public_organiser
        return organiser.title if organiser else _("The city")

    @property
    def back_url(self) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        doing = {"write": self.write, "report": self.report, "block": self.block, "unblock": self.unblock}
        if self.role == VOLUNTEER:
            doing |= {"show_phone": self.show_phone, "hide_phone": self.hide_phone}
        act = doing.get(request.POST.get("do", ""))
        if act is None:
            raise Http404
        if self.role == VOLUNTEER:
            mark_seen(volunteer=self.application.volunteer)
        return act() or redirect(request.path)

    def show_again(self, name: str, form: Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**{name: form, "form": form}))

    def write(self) -> HttpResponse | None:
        form = MessageForm(self.request.POST)
        if not form.is_valid() or form.warns:
            return self.show_again("message_form", form)
        try:
            actions.send_message(application=self.application, role=self.role, text=form.cleaned_data["text"])
        except relay.Blocked:
            form.add_error("text", _("This conversation is closed: nothing more can be written here."))
        except relay.TooManyMessages:
            form.add_error("text", _("That was a lot of messages in an hour. Wait a little, then send it again."))
        else:
            messages.success(self.request, _("Your message has been sent."))
            return None
        return self.show_again("message_form", form)

    def report(self) -> HttpResponse | None:
        form = ReportForm(self.request.POST)
        if not form.is_valid():
            return self.show_again("report_form", form)
        actions.report(application=self.application, role=self.role, words=form.cleaned_data["words"], user=self.user)
        messages.success(self.request, _("Thank you for telling us. We look at it; nothing more arrives meanwhile."))
        return None

    def block(self) -> None:
        relay.block(conversation=self.application.conversation, role=self.role)

    def unblock(self) -> None:
        relay.unblock(conversation=self.application.conversation, role=self.role)

    def show_phone(self) -> HttpResponse | None:
        form = PhoneForm(self.request.POST, known=self.known_phone)
        if not form.is_valid():
            return self.show_again("phone_form", form)
        actions.show_phone(application=self.application, phone=form.cleaned_data["phone"], user=self.user)
        return None

    def hide_phone(self) -> None:
        actions.hide_phone(application=self.application, user=self.user)

    @property
    def user(self) -> Any:
        return self.request.user if self.request.user.is_authenticated else None


class MyThreadByLink(Thread, BehindLink):
    """GET/POST /engagement/mes-missions/<token>/<pk>/messages/"""

    link, over_template, role = MINE, LINK_OVER, VOLUNTEER

    def get_applications(self) -> ApplicationQuerySet:
        volunteer = row_behind(self.link, self.kwargs["token"], Volunteer.objects.all())
        return Application.objects.of_volunteer(volunteer)

    @property
    def back_url(self) -> str:
        return reverse("volunteering:my_applications", args=[self.kwargs["token"]])


class MyThreadInAccount(LoginRequiredMixin, Thread, NotForSearchEngines):
    """GET/POST /engagement/mes-missions/<pk>/messages/"""

    role = VOLUNTEER

    def get_applications(self) -> ApplicationQuerySet:
        return Application.objects.of_volunteer(volunteer_of(self.request.user))

    @property
    def back_url(self) -> str:
        return reverse("volunteering:my_missions")


class ApplicantThread(Thread, BehindLink):
    """GET/POST /engagement/association/qui-vient/<token>/<pk>/messages/"""

    link, over_template, role = ANSWER, "volunteering/applications/answer_over.html", ASSOCIATION

    def get_applications(self) -> ApplicationQuerySet:
        return Application.objects.for_mission(mission_behind(self.kwargs["token"]))

    @property
    def back_url(self) -> str:
        return reverse("volunteering:answer_applicants", args=[self.kwargs["token"]])
