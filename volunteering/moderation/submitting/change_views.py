"""Changing what is published: with an account that speaks for the page, or with a link mailed to its office."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views.generic import TemplateView
from wagtail.models import Page

from volunteering.core.accounts import address_of, is_reached
from volunteering.core.addresses import fingerprint
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.links import BrokenLink
from volunteering.core.private_views import AskByMail, BehindLink, NotForSearchEngines, WithSite
from volunteering.moderation import actions
from volunteering.moderation.kinds import Kind, kind_of_page, kinds
from volunteering.moderation.limits import may_ask
from volunteering.moderation.links import CHANGE, FOLLOW, follow_path
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.step_views import LINK_OVER


class OfPage(WithSite):
    """A published page of this site that the public can propose a change of."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def page(self) -> Page:
        page = Page.objects.live().public().descendant_of(self.site.root_page).filter(pk=self.page_key).first()
        page = page and page.specific
        if page is None or kind_of_page(page) is None:
            raise Http404
        return page

    @property
    def page_key(self) -> int:
        return self.kwargs["pk"]

    @cached_property
    def kind(self) -> Kind | None:
        """That of whoever is signed in and speaks for the page."""
        user = self.request.user
        if not user.is_authenticated:
            return None
        candidates = [kind for kind in kinds() if isinstance(self.page, kind.model)]
        return next((kind for kind in candidates if kind.may_change(user, self.page)), None)

    @cached_property
    def open_submission(self) -> Submission | None:
        """One change of a page is read at a time."""
        return Submission.objects.of_page(self.page).open().first()

    def begin(self, kind: Kind, *, user: Any, email: str) -> HttpResponse:
        page = self.page
        version = page.get_latest_revision_as_object() if page.has_unpublished_changes else page
        submission = actions.begin(
            kind=kind,
            site=self.site,
            user=user,
            language=get_language() or "",
            typed=kind.typed_from(version, user=user),
            page=page,
            picture=getattr(version, "image", None),
            email=email,
        )
        return redirect("volunteering:review_submission", token=FOLLOW.sign(str(submission.pk)))


class ChangePage(OfPage, NotForSearchEngines, TemplateView):
    """GET/POST /engagement/proposer/modifier/<pk>/: begins for who speaks for it; says how, to everybody else."""

    template_name = "volunteering/submitting/change.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.kind is None and kind_of_page(self.page).office_address(self.page) is None:
            raise Http404
        return super().get(request, *args, **kwargs)

    @cached_property
    def own(self) -> Submission | None:
        """Begun by this account already."""
        mine = Submission.objects.of_page(self.page).filter(user_id=self.request.user.pk)
        return mine.filter(state__in=["draft", "unconfirmed", "waiting", "changes"]).first() if self.kind else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "page": self.page,
            "speaks_for_it": self.kind is not None,
            "submission": self.open_submission,
            "follow_url": follow_path(self.own) if self.own else "",
        }
        return super().get_context_data(**context, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.kind is None:
            raise Http404
        if self.open_submission or self.own:
            return redirect(request.path)
        email = address_of(request.user).strip().lower() if is_reached(request.user) else ""
        return self.begin(self.kind, user=request.user, email=email)


class AskToChange(OfPage, AskByMail):
    """GET/POST /engagement/proposer/modifier/<pk>/lien/: nothing is typed, nothing says whether there is an address."""

    form_class = GuardedForm
    template_name = "volunteering/submitting/ask_to_change.html"

    @cached_property
    def office(self) -> str:
        address = kind_of_page(self.page).office_address(self.page)
        if address is None:
            raise Http404
        return address.strip().lower()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Whoever asks for what is not there is told so before anything else.
        return super().get_context_data(
            **{"page": self.page, "knows": self.office is not None, "is_sent": False, **kwargs}
        )

    def form_valid(self, form: GuardedForm) -> HttpResponse:
        # What is counted: one page, not one address.
        form.cleaned_data["email"] = f"page {self.page.pk}"
        return super().form_valid(form)

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: GuardedForm) -> HttpResponse:
        actions.send_change_link(
            page=self.page,
            address=self.office,
            site=self.site,
            language=get_language() or "",
            stamp=form.cleaned_data["stamp"],
        )
        return self.render_to_response(self.get_context_data(is_sent=True))


class ChangeByLink(OfPage, BehindLink, TemplateView):
    """GET/POST /engagement/proposer/changer/<token>/: whoever reads the mails of the office speaks for the page."""

    link, over_template = CHANGE, LINK_OVER
    template_name = "volunteering/submitting/change.html"

    @cached_property
    def told(self) -> tuple[int, str]:
        """Which page, and whose mailbox it went to. Raises `BrokenLink`."""
        try:
            key, reader = CHANGE.read(self.kwargs["token"])
        except (ValueError, TypeError) as error:
            raise BrokenLink from error
        if not isinstance(key, int):
            raise BrokenLink
        return key, reader

    @property
    def page_key(self) -> int:
        return self.told[0]

    @cached_property
    def office(self) -> str:
        """Raises `BrokenLink`, also when the office reads its mails elsewhere by now."""
        _key, reader = self.told
        try:
            page = self.page
        except Http404 as error:
            raise BrokenLink from error
        address = (kind_of_page(page).office_address(page) or "").strip().lower()
        if not address or fingerprint(address) != reader:
            raise BrokenLink
        return address

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address, found = self.office, self.open_submission
        is_own = found is not None and found.email == address
        context = {"page": self.page, "speaks_for_it": True, "submission": found}
        return super().get_context_data(**context, follow_url=follow_path(found) if is_own else "", **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        address = self.office
        if self.open_submission is not None:
            return redirect(request.path)
        return self.begin(kind_of_page(self.page), user=None, email=address)
