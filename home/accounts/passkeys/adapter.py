"""What the city decides about passkeys, in the words of django-allauth."""

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from volunteering.core.city import CitySettings


class PasskeyAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("This passkey opens nothing here. Try again, or ask for a code by e-mail."),
        "unverified_email": gettext_lazy("Prove your e-mail address first: sign in with the code we send there."),
    }

    def generate_authenticator_name(self, user: AbstractUser, type: Authenticator.Type) -> str:
        """For whoever gives none."""
        return _("Passkey of %(day)s") % {"day": date_format(timezone.localdate())}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to the host name, without its port: under another one it opens nothing."""
        city = CitySettings.for_request(context.request)
        return {**super().get_public_key_credential_rp_entity(), "name": city.name or settings.WAGTAIL_SITE_NAME}

    def get_public_key_credential_user_entity(self, user: AbstractUser) -> dict[str, object]:
        """What the telephone shows when it asks which account: never the name that nobody typed."""
        shown = self._get_user_identifier(user)
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.get_full_name() or shown}
