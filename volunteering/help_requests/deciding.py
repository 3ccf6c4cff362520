"""What an agent decides about one request, each a small page with a question."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, ListView
from wagtail.admin.paginator import WagtailPaginator

from volunteering.help_requests import actions
from volunteering.help_requests.agent_forms import AgentFinishForm, NeedForm, RefuseForm
from volunteering.help_requests.desk_views import MOVED_ON, OfOneRequest
from volunteering.help_requests.models import RevealReason
from volunteering.help_requests.states import Actor, NotPossible, Verb, may
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.models.volunteer import OF_AGE, VolunteerQuerySet

PER_PAGE = 20


class Decision(OfOneRequest, FormView):
    """Subclasses say which verb, what the page says before it, and the sentence after it."""

    template_name = "volunteering/help_requests/desk/form.html"
    verb: ClassVar[Verb]
    button: ClassVar[Any]
    says: ClassVar[Any]
    done: ClassVar[Any]

    def get_page_title(self) -> str:
        return self.button

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may(self.verb, self.asked.state, Actor.AGENT):
            messages.error(request, MOVED_ON)
            return redirect(self.back_url)
        return super().get(request, *args, **kwargs)

    def act(self, data: dict[str, Any]) -> None:
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.act(form.cleaned_data)
        except NotPossible:
            messages.error(self.request, MOVED_ON)
        else:
            messages.success(self.request, self.done)
        return redirect(self.back_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(button=self.button, says=self.says, **kwargs)


@method_decorator(never_cache, name="dispatch")
class Moderate(Decision):
    """GET/POST moderate/<pk>/. `do`: "read" shows what was written this once, with an entry; else the form counts."""

    template_name = "volunteering/help_requests/desk/moderate.html"
    form_class = NeedForm
    verb = Verb.APPROVE
    header_icon = "check"
    button = gettext_lazy("Approve")
    says = gettext_lazy("Volunteers see it once you have said in neutral words what is needed.")
    done = gettext_lazy("The request is open. Whoever asked is told by e-mail; without one, call them.")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("do") != "read":
            return super().post(request, *args, **kwargs)
        if not self.user_has_permission("reveal"):
            raise Http404
        read = actions.reveal(request=self.asked, reason=RevealReason.MODERATE, by=request.user)
        return self.render_to_response(self.get_context_data(form=self.form_class(), written=read.words))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"written": None, **kwargs})

    def act(self, data: dict[str, Any]) -> None:
        actions.approve(request=self.asked, by=self.request.user, **data)


class Correct(Decision):
    """GET/POST edit/<pk>/"""

    form_class = NeedForm
    verb = Verb.CORRECT
    header_icon = "edit"
    button = gettext_lazy("Correct what volunteers read")
    says = gettext_lazy("Volunteers read this, and nothing else of the request.")
    done = gettext_lazy("Corrected.")

    def get_initial(self) -> dict[str, Any]:
        return {"need": self.asked.need, "is_sensitive": self.asked.is_sensitive}

    def act(self, data: dict[str, Any]) -> None:
        actions.correct(request=self.asked, by=self.request.user, **data)


class Refuse(Decision):
    """GET/POST refuse/<pk>/"""

    form_class = RefuseForm
    verb = Verb.REFUSE
    header_icon = "cross"
    button = gettext_lazy("Refuse kindly")
    says = gettext_lazy(
        "Whoever asked reads the reason and your words, and is asked to call. Without an e-mail, call them."
    )
    done = gettext_lazy("Refused, and told.")

    def act(self, data: dict[str, Any]) -> None:
        actions.refuse(request=self.asked, by=self.request.user, **data)


class Finish(Decision):
    """GET/POST finish/<pk>/"""

    form_class = AgentFinishForm
    verb = Verb.FINISH
    header_icon = "check"
    button = gettext_lazy("It is done")
    says = gettext_lazy("For whoever asked. The volunteer is thanked, and reads the address no more.")
    done = gettext_lazy("Done, and the volunteer is thanked.")

    def act(self, data: dict[str, Any]) -> None:
        actions.finish(request=self.asked, minutes=data["hours"], by=Actor.AGENT, user=self.request.user)


class MatchByHand(OfOneRequest, ListView):
    """GET match/<pk>/: volunteers who may come, `?q=` words of a name; POST `volunteer`: who has said yes."""

    template_name = "volunteering/help_requests/desk/match.html"
    page_title = gettext_lazy("Find somebody")
    header_icon = "user"
    context_object_name = "volunteers"
    paginator_class = WagtailPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """It is a list of volunteers: whoever may not see them may not here either."""
        if request.user.is_authenticated and not request.user.has_perm("volunteering.view_volunteer"):
            messages.error(request, _("You may not see volunteers: ask a colleague of the reception desk."))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    @property
    def searched(self) -> str:
        return self.request.GET.get("q", "").replace("\x00", "").strip()

    def get_queryset(self) -> VolunteerQuerySet:
        """Of age for all we know, with the charter agreed to; those of the neighbourhood when no name is asked for."""
        minors = {"birth_year__gt": timezone.localdate().year - OF_AGE}
        rows = Volunteer.objects.exclude(**minors).exclude(charter_version="").select_related("neighbourhood")
        if self.searched:
            return rows.named(self.searched)
        return rows.filter(is_paused=False, neighbourhood=self.asked.neighbourhood)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(searched=self.searched, **kwargs)
        return {**context, "elided_page_range": context["paginator"].get_elided_page_range(context["page_obj"].number)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        volunteer = get_object_or_404(Volunteer, pk=self.asked_volunteer)
        try:
            actions.match(request=self.asked, volunteer=volunteer, by=request.user)
        except NotPossible:
            messages.error(request, MOVED_ON)
        else:
            said = _("%(name)s comes. Both are told by e-mail; whoever has none has to be called.")
            messages.success(request, said % {"name": volunteer.full_name})
        return redirect(self.back_url)

    @property
    def asked_volunteer(self) -> UUID:
        try:
            return UUID(self.request.POST.get("volunteer", ""))
        except ValueError as error:
            raise Http404 from error
