"""What an agent of the city does with one sign-up for one of its two sides: each a small page, then a button."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from volunteering.applications import actions
from volunteering.applications.forms import AgentDeclineForm, AgentWithdrawForm
from volunteering.applications.models import Application
from volunteering.applications.notifications.about import when
from volunteering.applications.states import Actor, NotPossible, Verb, may
from volunteering.core.next_page import next_page
from volunteering.missions.capacity import NoPlaceLeft

MOVED_ON = gettext_lazy("This sign-up has moved on meanwhile: see in the list where it stands now.")


class ForAgents(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """For whoever may change sign-ups."""

    model = Application
    permission_required = "change"
    header_icon = "list-ul"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("volunteering_applications:index"), "label": _("Sign-ups")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, index, *self.get_trail(), here]

    def get_trail(self) -> list[dict[str, Any]]:
        return []


class Decision(ForAgents, FormView):
    """Subclasses say which verb, what the page says before it, and the sentence after it."""

    template_name = "volunteering/applications/decide.html"
    form_class = Form
    verb: ClassVar[Verb]
    button: ClassVar[Any]
    says: ClassVar[Any]
    done: ClassVar[Any]

    @classmethod
    def is_possible(cls, application: Application) -> bool:
        return may(cls.verb, application.state, Actor.AGENT)

    @cached_property
    def application(self) -> Application:
        return get_object_or_404(Application.objects.told_whole(), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.button

    def get_page_subtitle(self) -> str:
        return self.application.full_name

    def get_success_url(self) -> str:
        return next_page(self.request, otherwise="volunteering_applications:index")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_possible(self.application):
            messages.error(request, MOVED_ON)
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def act(self, **whom: Any) -> None:
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.act(application=self.application, by=Actor.AGENT, user=self.request.user, **form.cleaned_data)
        except NotPossible:
            messages.error(self.request, MOVED_ON)
        except NoPlaceLeft:
            said = _("No place is left. Add one to the mission, or free one, then try again.")
            messages.error(self.request, said)
        else:
            messages.success(self.request, self.done % self.words)
        return redirect(self.get_success_url())

    @property
    def words(self) -> Mapping[str, str]:
        return {"name": self.application.full_name, "title": self.application.mission.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"application": self.application, "when": when(self.application.capacity), "button": self.button}
        told = {"says": self.says, "has_email": bool(self.application.volunteer.email)}
        return super().get_context_data(**context, **told, next=self.get_success_url(), **kwargs)


class Accept(Decision):
    verb = Verb.ACCEPT
    header_icon = "check"
    button = gettext_lazy("Accept")
    says = gettext_lazy("For the association. Both sides are told.")
    done = gettext_lazy("%(name)s is accepted: %(title)s.")

    def act(self, **whom: Any) -> None:
        actions.accept(**whom)


class Decline(Decision):
    verb = Verb.DECLINE
    header_icon = "cross"
    form_class = AgentDeclineForm
    button = gettext_lazy("Decline")
    says = gettext_lazy("For the association. The volunteer reads the reason, and your words when you write some.")
    done = gettext_lazy("%(name)s is told that it is not possible this time: %(title)s.")

    def act(self, **whom: Any) -> None:
        actions.decline(**whom)


class Withdraw(Decision):
    verb = Verb.WITHDRAW
    header_icon = "undo"
    form_class = AgentWithdrawForm
    button = gettext_lazy("Withdraw for them")
    says = gettext_lazy("For the volunteer. The association is told, and the place goes to the next who waits.")
    done = gettext_lazy("%(name)s is no longer signed up: %(title)s.")

    @classmethod
    def is_possible(cls, application: Application) -> bool:
        return application.may_withdraw

    def act(self, **whom: Any) -> None:
        actions.withdraw(**whom)


DECISIONS = (Accept, Decline, Withdraw)


def address_of(decision: type[Decision], application: Application) -> str:
    return reverse(f"volunteering_applications:{decision.verb}", args=[application.pk])
