"""One's own passkeys, and the way in with one: django-allauth's views, in the city's pages."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.mixins import NextRedirectMixin
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ListWebAuthnView,
    LoginWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from home.accounts.passkeys.forms import AddPasskeyForm, PasskeySignInForm, RenamePasskeyForm
from home.accounts.passkeys.recent import RecentSignInMixin


def for_script(request: HttpRequest) -> bool:
    """The page's script asks the page's own address for what the browser needs; the challenge stays in the session."""
    return request.headers.get("Accept") == "application/json"


@method_decorator(never_cache, name="dispatch")
class MyPasskeys(ListWebAuthnView):
    """GET /compte/cles-d-acces/"""

    template_name = "account/passkeys/list.html"

    def get_queryset(self) -> QuerySet[Authenticator]:
        return super().get_queryset().order_by("created_at", "pk")


@method_decorator(never_cache, name="dispatch")
class AddPasskey(RecentSignInMixin, AddWebAuthnView):
    """GET/POST /compte/cles-d-acces/ajouter/"""

    template_name = "account/passkeys/add.html"
    success_url = reverse_lazy("mfa_list_webauthn")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if for_script(request):
            # It must be found without an address, and ask who holds it: that is what makes it a passkey.
            return JsonResponse(auth.begin_registration(request.user, passwordless=True))
        return super().get(request, *args, **kwargs)

    def get_form_class(self) -> type[AddPasskeyForm]:
        return AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Past allauth's own, which would begin at each look."""
        return super(AddWebAuthnView, self).get_context_data(**kwargs)

    def get_success_url(self) -> str:
        return str(self.success_url)


@method_decorator(never_cache, name="dispatch")
class RenamePasskey(RecentSignInMixin, EditWebAuthnView):
    """GET/POST /compte/cles-d-acces/<pk>/renommer/"""

    template_name = "account/passkeys/rename.html"

    def get_form_class(self) -> type[RenamePasskeyForm]:
        return RenamePasskeyForm


@method_decorator(never_cache, name="dispatch")
class RemovePasskey(RecentSignInMixin, RemoveWebAuthnView):
    """GET/POST /compte/cles-d-acces/<pk>/retirer/"""

    template_name = "account/passkeys/remove.html"


class PasskeySignIn(NextRedirectMixin, LoginWebAuthnView):
    """GET (by the script)/POST /compte/connexion/cle-d-acces/, from the city's sign-in page and the admin's."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> HttpResponseBase | None:
        """Whoever has asked for a code may change their mind."""
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if for_script(request):
            return JsonResponse(auth.begin_authentication())
        return redirect(self.door())

    def door(self) -> str:
        """Where whoever did not get in goes on: an editor at the admin's sign-in, with `next`."""
        is_desk = (self.get_next_url() or "").startswith(reverse("wagtailadmin_home"))
        return self.passthrough_next_url(reverse("wagtailadmin_login" if is_desk else "account_login"))

    def get_form_class(self) -> type[PasskeySignInForm]:
        return PasskeySignInForm

    def form_invalid(self, form: PasskeySignInForm) -> HttpResponse:
        for message in form.errors.get("credential", []):
            get_account_adapter().add_message(self.request, messages.ERROR, message=message)
        return redirect(self.door())

    def form_valid(self, form: PasskeySignInForm) -> HttpResponse:
        authenticator = form.cleaned_data["credential"]
        # Only who is signed in adds a passkey, and nobody with an address that waits for its proof: no code on top.
        login = Login(
            user=authenticator.user,
            redirect_url=self.get_next_url(),
            email_verification=EmailVerificationMethod.NONE,
        )
        return flows.perform_passwordless_login(self.request, authenticator, login)


@method_decorator(never_cache, name="dispatch")
class SignInAgain(LoginRequiredMixin, NextRedirectMixin, TemplateView):
    """GET /compte/reconnexion/: before something that matters, by code or passkey; an editor by password too."""

    template_name = "account/passkeys/sign_in_again.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        enters_admin = self.request.user.has_perm("wagtailadmin.access_admin")
        door = reverse("wagtailadmin_login" if enters_admin else "account_login")
        onward = self.get_next_url() or reverse("mfa_list_webauthn")
        return super().get_context_data(door=f"{door}?{urlencode({'next': onward})}", **kwargs)
