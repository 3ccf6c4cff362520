"""How people with a disability can come: OpenAgenda's five codes, plus words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField

ACCESS_CODES = ("hi", "vi", "pi", "mi", "ii")


class AccessibilityMixin(models.Model):
    """The five kinds of accessibility that French open data speaks of, and a free note. Unticked means unknown."""

    access_hi = models.BooleanField(_("hearing disability"), default=False)
    access_vi = models.BooleanField(_("visual disability"), default=False)
    access_pi = models.BooleanField(_("mental health condition"), default=False)
    access_mi = models.BooleanField(_("reduced mobility"), default=False)
    access_ii = models.BooleanField(_("intellectual disability"), default=False)
    access_note = models.TextField(
        _("accessibility in words"),
        blank=True,
        help_text=_("Like “Ramp on the left of the entrance, adapted toilets, hearing loop at the desk”."),
    )

    access_api_fields = [*(APIField(f"access_{code}") for code in ACCESS_CODES), APIField("access_note")]

    class Meta:
        abstract = True

    @property
    def access_codes(self) -> list[str]:
        return [code for code in ACCESS_CODES if getattr(self, f"access_{code}")]

    @property
    def access_kinds(self) -> list[dict[str, str]]:
        """The ticked kinds: code and words."""
        return [{"code": code, "label": self._access_label(code)} for code in self.access_codes]

    @property
    def says_how_accessible(self) -> bool:
        return bool(self.access_codes or self.access_note.strip())

    def _access_label(self, code: str) -> str:
        return str(self._meta.get_field(f"access_{code}").verbose_name)


ACCESS_CHOICES = [(code, AccessibilityMixin._meta.get_field(f"access_{code}").verbose_name) for code in ACCESS_CODES]


def satisfied(*kinds: bool) -> list[str]:
    """The codes of the kinds that hold, given in the order of `ACCESS_CODES`."""
    return [code for code, holds in zip(ACCESS_CODES, kinds, strict=True) if holds]
