"""What the city decides about accounts, in the words of django-allauth."""

import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

PASSKEY_AFTER_CODE = "allauth.mfa.stages.AuthenticateStage"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("This is not the right code. Copy the digits of the last message you received from us."),
        "too_many_login_attempts": _("That was a lot of tries. Wait a minute, then ask for a new code."),
        "rate_limited": _("That was a lot of tries. Wait a minute, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.SIGN_UP_IS_OPEN

    def get_login_stages(self) -> list[str]:
        """A passkey replaces the code and is never asked for after it: who loses the telephone gets in as before."""
        return [stage for stage in super().get_login_stages() if stage != PASSKEY_AFTER_CODE]

    def get_reauthentication_methods(self, user: AbstractUser | AnonymousUser) -> list[dict[str, str]]:
        if not user.is_authenticated:
            return []
        return [{"id": "sign_in_again", "description": _("Sign in again"), "url": reverse("account_reauthenticate")}]

    def populate_username(self, request: HttpRequest, user: AbstractUser) -> None:
        """Nobody types this name. It must not tell who someone is: logs and labels of the admin repeat it."""
        user.username = user.username or uuid.uuid4().hex

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        known = {"minutes": settings.SIGN_IN_CODE_MINUTES, "sign_up_is_open": settings.SIGN_UP_IS_OPEN}
        super().send_mail(template_prefix, email, {**known, **context})
