"""The mails of a suspension, to those who speak for the association or to its office."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from volunteering.core.links import absolute
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.directory.models import AssociationPage
from volunteering.directory.notifications.about import ASSOCIATION, EXAMPLE


class AboutSuspension(Letter):
    """`about`: {"association": id, "since": when it was suspended}."""

    placeholders: ClassVar[tuple[Placeholder, ...]] = (ASSOCIATION,)
    text_template = "volunteering/directory/mail/claim.txt"
    html_template = "volunteering/directory/mail/claim.html"
    # The same templates as those of claims: the name, somebody's words, a button.
    empty: ClassVar[dict[str, str]] = {"code": "", "hint": "", "words": "", "url": "", "button": ""}

    def page(self, mail: OutgoingMail) -> AssociationPage:
        found = AssociationPage.objects.filter(pk=mail.about.get("association")).first()
        if found is None:
            raise NothingToSay
        return found

    def example(self, *, home: str) -> dict[str, Any]:
        return {**self.empty, "association": str(EXAMPLE)}


class SuspensionToldOf(AboutSuspension):
    """Says nothing once it was lifted."""

    label = _("Suspension of an association")
    subject = _("The record of %(association)s is suspended – %(city_name)s")
    opening = _("The city has taken the record of your association and its missions off the site for now. Its reason:")
    closing = _(
        "Nothing is lost: sign-ups stay, and volunteers were told not to come before they hear from us. Call us, so"
        " that we settle it together."
    )

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        page = self.page(mail)
        if page.suspended_at is None or page.suspended_at.isoformat() != mail.about.get("since"):
            raise NothingToSay
        return {**self.empty, "association": page.title, "words": page.suspension_reason}

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "words": str(_("The insurance certificate is missing."))}


class SuspensionLifted(AboutSuspension):
    label = _("Suspension of an association: it is lifted")
    subject = _("The suspension of %(association)s is lifted – %(city_name)s")
    opening = _("The record of your association and its missions are back on the site, as they were:")
    button = _("Open the space")

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        page = self.page(mail)
        if page.suspended_at is not None:
            raise NothingToSay
        url = absolute(reverse("volunteering:my_space"), mail.site)
        return {**self.empty, "association": page.title, "url": url, "button": self.button}

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "url": home, "button": self.button}
