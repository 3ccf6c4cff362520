"""The association looks for hands among those who let themselves be found, and invites them. For its members."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from volunteering.applications import actions
from volunteering.applications.actions.inviting import CannotBeInvited, TooManyInvitations, holds_until
from volunteering.applications.find_form import FindForm
from volunteering.applications.finding import Found, findable, place_of, with_distance
from volunteering.applications.forms import InvitationForm
from volunteering.applications.links import NOT_TO_BE_FOUND, row_behind
from volunteering.applications.managing import LINK_OVER
from volunteering.applications.space import OneMission
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import BehindLink
from volunteering.core.views import asked_page
from volunteering.missions.models import Capacity
from volunteering.volunteers.actions import stop_being_found
from volunteering.volunteers.models import Volunteer, VolunteerSkill
from volunteering.volunteers.models.volunteer import VolunteerQuerySet

GONE = gettext_lazy("This person cannot be invited to this date any more. Somebody else would be glad to be asked.")
TOO_MANY = gettext_lazy("That was a lot of invitations for one day. Wait for the answers, and go on tomorrow.")


class OneShift(OneMission):
    """Which of the mission's shifts: `?creneau=<uid>`, else the soonest."""

    @cached_property
    def capacities(self) -> list[Capacity]:
        """Those that somebody can still be invited to."""
        rows = self.mission.open_capacities(timezone.now()) if self.mission.live else []
        for row in rows:
            row.mission = self.mission
        return [row for row in rows if holds_until(row)]

    @cached_property
    def capacity(self) -> Capacity | None:
        asked = self.request.GET.get("creneau", "")
        chosen = [row for row in self.capacities if str(row.shift_uid) == asked]
        return (chosen or self.capacities or [None])[0]

    def findable(self) -> VolunteerQuerySet:
        """With all that an association reads of them."""
        skills = VolunteerSkill.objects.filter(level__gt=0).select_related("skill").order_by("-level", "skill__name")
        rows = findable(self.capacity) if self.capacity else Volunteer.objects.none()
        return rows.prefetch_related("themes", Prefetch("skills", queryset=skills))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(mission=self.mission, capacity=self.capacity, **kwargs)


class FindVolunteers(OneShift, TemplateView):
    """GET /engagement/mon-association/missions/<mission>/chercher/"""

    template_name = "volunteering/space/find.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = place_of(self.mission)
        form = FindForm(self.request.GET, place=place)
        results = asked_page(self.request, BoundedPaginator(form.narrow(self.findable())))
        context = {"form": form, "results": results, "found": with_distance(results, place)}
        return super().get_context_data(capacities=self.capacities, **context, **kwargs)


class Invite(OneShift, FormView):
    """GET/POST /engagement/mon-association/missions/<mission>/inviter/<volunteer>/"""

    form_class = InvitationForm
    template_name = "volunteering/space/invite.html"

    @cached_property
    def found(self) -> Found:
        """Who cannot be found cannot be looked at either."""
        rows = with_distance(self.findable().filter(pk=self.kwargs["volunteer_pk"]), place_of(self.mission))
        return next(rows, None)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and self.found is None:
            return self.gone()
        return super().dispatch(request, *args, **kwargs)

    def gone(self) -> HttpResponse:
        """The same for whom never let themselves be found: a guessed address tells nothing."""
        if not self.capacities:
            raise Http404
        messages.error(self.request, GONE)
        return redirect("volunteering:space_find", mission_pk=self.mission.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(found=self.found, until=holds_until(self.capacity), **kwargs)

    def form_valid(self, form: InvitationForm) -> HttpResponse:
        if form.warns:
            return self.render_to_response(self.get_context_data(form=form))
        volunteer, text = self.found.volunteer, form.cleaned_data["text"]
        try:
            actions.invite(volunteer=volunteer, capacity=self.capacity, text=text, user=self.request.user)
        except CannotBeInvited:
            return self.gone()
        except TooManyInvitations:
            form.add_error(None, TOO_MANY)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        said = _("%(name)s is invited. The answer comes by e-mail.") % {"name": volunteer.short_name}
        messages.success(self.request, said)
        return redirect("volunteering:space_find", mission_pk=self.mission.pk)


# RFC 8058: the mail program posts without having looked at the page, and without a cookie.
@method_decorator(csrf_exempt, name="dispatch")
class StopBeingFound(BehindLink, TemplateView):
    """GET/POST /engagement/mes-missions/ne-plus-etre-invite/<token>/"""

    link, over_template = NOT_TO_BE_FOUND, LINK_OVER
    template_name = "volunteering/applications/stop_being_found.html"

    @cached_property
    def volunteer(self) -> Volunteer:
        return row_behind(self.link, self.kwargs["token"], Volunteer.objects.all())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(is_done=not self.volunteer.may_be_found)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answered here and not by a redirection, which mail programs do not follow. A second time is no error."""
        stop_being_found(volunteer=self.volunteer)
        return self.show(is_done=True)

    def show(self, *, is_done: bool) -> HttpResponse:
        return render(self.request, self.template_name, {"is_done": is_done})
