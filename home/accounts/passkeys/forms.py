"""What a browser sends for somebody's passkey: never typed, and anything at all when it is not a browser."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_PASSKEYS = 10
LONGEST_NAME = 60
# How the libraries beneath answer bytes that no authenticator has made: none of them has an error of its own.
MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)


@contextmanager
def refusing_the_malformed() -> Iterator[None]:
    """Raises `ValidationError` for bytes that are no passkey's."""
    try:
        yield
    except MALFORMED as error:
        raise get_adapter().validation_error("incorrect_code") from error


class CredentialField(forms.JSONField):
    """A `PublicKeyCredential` as JSON, filled in by the page's script."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        with refusing_the_malformed():
            credential = super().to_python(value)
        if credential is not None and not isinstance(credential, dict):
            raise get_adapter().validation_error("incorrect_code")
        return credential


def ask_for_name(field: forms.Field) -> None:
    field.label = _("A name for this passkey")
    field.help_text = _("To recognise it in your list, for example: my telephone.")
    field.error_messages |= {"required": _("Give it a name, for example: my telephone.")}
    field.widget.attrs |= {"autocomplete": "off", "maxlength": LONGEST_NAME}
    field.max_length = LONGEST_NAME
    field.validators.append(forms.CharField(max_length=LONGEST_NAME).validators[0])


class PasskeySignInForm(LoginWebAuthnForm):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        with refusing_the_malformed():
            return super().clean_credential()


class AddPasskeyForm(AddWebAuthnForm):
    credential = CredentialField()
    passwordless = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_name(self.fields["name"])
        # allauth's name for whoever gives none comes when the form is read.
        self.initial.pop("name", None)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("credential"):
            raise ValidationError(_("Your device gave no passkey. Press the button again and follow what it shows."))
        if Authenticator.objects.filter(user=self.user).count() >= MOST_PASSKEYS:
            raise ValidationError(_("You have ten passkeys already. Remove one that you no longer use."))
        with refusing_the_malformed():
            return super().clean()


class RenamePasskeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_name(self.fields["name"])
