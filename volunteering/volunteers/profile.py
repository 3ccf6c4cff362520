"""One's own profile: four short steps, each saved by itself; all but the first may be skipped."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from volunteering.core.accounts import address_of
from volunteering.core.charter import CHANGED_MEANWHILE, changed_since, charter_version, has_to_accept
from volunteering.core.city import CitySettings
from volunteering.core.private_views import NotForSearchEngines, WithSite
from volunteering.volunteers.accounts import is_proven, volunteer_of
from volunteering.volunteers.actions import AddressTaken, accept_charter, begin, describe, say_what, say_when
from volunteering.volunteers.likes_form import LikesForm
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.portrait import what, when, where
from volunteering.volunteers.profile_forms import WhenForm, WhereForm, YouForm
from volunteering.volunteers.self_portrait import may_be_proposed, you

# In order, by the name of their address.
STEPS = ("profile_you", "profile_where", "profile_when", "profile_likes")
ANOTHER_ACCOUNT = gettext_lazy("Another account has the profile of this e-mail address. Call us: we put it right.")


class OwnProfile(LoginRequiredMixin, NotForSearchEngines):
    """For whoever is signed in with an address that is known to be theirs."""

    @cached_property
    def volunteer(self) -> Volunteer | None:
        return volunteer_of(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if user.is_authenticated and self.volunteer is None and not is_proven(user):
            return render(request, "volunteering/volunteers/profile/unproven.html")
        return super().dispatch(request, *args, **kwargs)


class Profile(OwnProfile, TemplateView):
    """GET /engagement/mon-profil/: what one has said, and what one has not."""

    template_name = "volunteering/volunteers/profile/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = {"volunteer": self.volunteer, "sections": self.get_sections(), **self.get_charter()}
        return super().get_context_data(**about, **kwargs)

    def get_charter(self) -> dict[str, Any]:
        """The version to agree with, when there is one, and since when an older one was accepted."""
        city, volunteer = CitySettings.for_request(self.request), self.volunteer
        if volunteer is None or not has_to_accept(city, volunteer.charter_version):
            return {"charter_version": "", "charter_since": None}
        since = changed_since(city, volunteer.charter_version, volunteer.charter_accepted_at)
        return {"charter_version": charter_version(city), "charter_since": since}

    def get_sections(self) -> list[dict[str, Any]]:
        if self.volunteer is None:
            return []
        told = (you, where, when, lambda volunteer: [*what(volunteer), *may_be_proposed(volunteer)])
        return [
            {
                "title": step.title,
                "url": reverse(f"volunteering:{name}"),
                "lines": [(label, value) for label, value in lines(self.volunteer) if value],
            }
            for name, step, lines in zip(STEPS, (You, Where, When, Likes), told, strict=True)
        ]


class Pause(OwnProfile):
    """POST /engagement/mon-profil/pause/: propose nothing for a while; what one has signed up for stays."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.volunteer is None:
            return redirect("volunteering:my_profile")
        is_paused = request.POST.get("pause") == "yes"
        describe(volunteer=self.volunteer, by=request.user, is_paused=is_paused)
        paused, resumed = _("We propose nothing to you for now."), _("Welcome back! We may propose missions again.")
        messages.success(request, paused if is_paused else resumed)
        return redirect("volunteering:my_profile")


class AcceptCharter(OwnProfile):
    """POST /engagement/mon-profil/charte/: the text they have just read."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = charter_version(CitySettings.for_request(request))
        if self.volunteer is not None and version:
            if request.POST.get("version") == version:
                accept_charter(volunteer=self.volunteer, version=version)
                messages.success(request, _("Thank you! You have agreed with the charter."))
            else:
                messages.error(request, CHANGED_MEANWHILE)
        return redirect("volunteering:my_profile")


# What is typed here is in no report of an error either.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class Step(OwnProfile, WithSite, FormView):
    """GET/POST one of the four. `go` says where to next: back, later, here; else on."""

    name: ClassVar[str]
    title: ClassVar[Promise]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and is_proven(request.user) and self.is_too_early():
            return redirect(f"volunteering:{STEPS[0]}")
        return super().dispatch(request, *args, **kwargs)

    def is_too_early(self) -> bool:
        return self.volunteer is None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "volunteer": self.volunteer, "user": self.request.user}

    def form_valid(self, form: Form) -> HttpResponse:
        self.save(form)
        address = self.next_address()
        if address == reverse("volunteering:my_profile"):
            messages.success(self.request, _("It is saved. Thank you!"))
        return redirect(address)

    def save(self, form: Any) -> None:
        raise NotImplementedError

    def next_address(self) -> str:
        match self.request.POST.get("go"):
            case "here":
                return self.request.path
            case "later":
                return self.address(None)
            case "back":
                return self.address(self.number - 1)
        return self.address(self.number + 1)

    @property
    def number(self) -> int:
        """From 1 on."""
        return STEPS.index(self.name) + 1

    def address(self, number: int | None) -> str:
        """Of a step; of the overview when there is no such step."""
        is_step = number is not None and 1 <= number <= len(STEPS)
        return reverse(f"volunteering:{STEPS[number - 1] if is_step else 'my_profile'}")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "title": self.title,
            "number": self.number,
            "total": len(STEPS),
            "next_url": self.address(self.number + 1),
            "volunteer": self.volunteer,
        }
        return super().get_context_data(**context, **kwargs)


class You(Step):
    """/engagement/mon-profil/vous/"""

    name, title = "profile_you", gettext_lazy("You")
    form_class = YouForm
    template_name = "volunteering/volunteers/profile/you.html"

    def is_too_early(self) -> bool:
        return False

    def form_valid(self, form: YouForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except AddressTaken:
            form.add_error(None, ANOTHER_ACCOUNT)
            return self.form_invalid(form)

    def save(self, form: YouForm) -> None:
        user = self.request.user
        if self.volunteer:
            describe(volunteer=self.volunteer, by=user, **form.cleaned_data)
        else:
            begin(user=user, email=address_of(user), language=get_language() or "", **form.cleaned_data)


class Where(Step):
    """/engagement/mon-profil/ou/"""

    name, title = "profile_where", gettext_lazy("Where")
    form_class = WhereForm
    template_name = "volunteering/volunteers/profile/where.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "near": CitySettings.for_site(self.site).centre_point}

    def save(self, form: WhereForm) -> None:
        describe(volunteer=self.volunteer, by=self.request.user, **form.told())


class When(Step):
    """/engagement/mon-profil/quand/"""

    name, title = "profile_when", gettext_lazy("When")
    form_class = WhenForm
    template_name = "volunteering/volunteers/profile/when.html"

    def save(self, form: WhenForm) -> None:
        data = form.cleaned_data
        week = {"availability": data["availability"], "only_holidays": data["only_holidays"]}
        say_when(
            volunteer=self.volunteer, absence=form.absence, back=data.get("back", ()), by=self.request.user, **week
        )


class Likes(Step):
    """/engagement/mon-profil/ce-que-j-aime/"""

    name, title = "profile_likes", gettext_lazy("What I like")
    form_class = LikesForm
    template_name = "volunteering/volunteers/profile/likes.html"

    def save(self, form: LikesForm) -> None:
        say_what(volunteer=self.volunteer, by=self.request.user, **form.told())
