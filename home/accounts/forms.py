"""What people type to sign in. Every message says how to repair; nothing but an address and a code is ever asked."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmEmailVerificationCodeForm, ConfirmLoginCodeForm, LoginForm, SignupForm
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as EditorLoginForm

WRITE_AN_ADDRESS = _("Write your e-mail address like this: first.last@example.org")
WRITE_THE_CODE = _("Copy the code of the message you received from us, for example 1234-5678.")


def ask_for_address(field: forms.Field) -> None:
    field.label = _("Your e-mail address")
    field.help_text = _("For example: first.last@example.org")
    field.error_messages |= {"required": WRITE_AN_ADDRESS, "invalid": WRITE_AN_ADDRESS}
    field.widget.attrs |= {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
    field.widget.attrs.pop("placeholder", None)


def ask_for_code(field: forms.Field) -> None:
    field.label = _("Your code")
    field.help_text = _("Eight digits, for example 1234-5678, with or without the dash.")
    field.error_messages |= {"required": WRITE_THE_CODE}
    field.widget.attrs |= {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_address(self.fields["login"])


class SignUpForm(SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_address(self.fields["email"])


class SignInCodeForm(ConfirmLoginCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"])


class SignUpCodeForm(ConfirmEmailVerificationCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"])


class EditorSignInForm(EditorLoginForm):
    """The admin's name and password, with the limit on wrong ones that Wagtail's own form does not have."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if username and password:
            # Raises when this name, or this machine, has been wrong too often.
            self.user_cache = get_adapter().authenticate(self.request, username=username, password=password)
            if self.user_cache is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data
