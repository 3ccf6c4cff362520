"""The mails of the yearly check, to those who speak for a record or to its office."""

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.conf import conf
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.directory.links import record_link
from volunteering.directory.models import AssociationPage
from volunteering.directory.notifications.about import ASSOCIATION, EXAMPLE

DAYS = Placeholder("days", pgettext_lazy("placeholder", "days"), _("How many days are left"))
SINCE = Placeholder("since", pgettext_lazy("placeholder", "since"), _("When it was last confirmed"))


class AboutRecord(Letter):
    """`about`: {"association": id, "noticed": when}. Says nothing once the record was confirmed."""

    button: ClassVar[Promise]
    placeholders: ClassVar[tuple[Placeholder, ...]] = (ASSOCIATION, SINCE, DAYS)
    text_template = "volunteering/directory/mail/record.txt"
    html_template = "volunteering/directory/mail/record.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = AssociationPage.objects.filter(pk=mail.about.get("association"))
        page = rows.only("title", *AssociationPage.upkeep_facts).first()
        noticed = page.noticed_at.isoformat() if page and page.noticed_at else None
        if noticed is None or noticed != mail.about.get("noticed"):
            raise NothingToSay
        url = record_link(page, mail.recipient, mail.site)
        since = date_format(timezone.localtime(page.confirmed_at), "F Y") if page.confirmed_at else ""
        return {**self._said, "association": page.title, "since": since, "url": url}

    def example(self, *, home: str) -> dict[str, Any]:
        since = date_format(timezone.localdate(), "F Y")
        return {**self._said, "association": str(EXAMPLE), "since": since, "url": home}

    @property
    def _said(self) -> dict[str, Any]:
        return {"button": self.button, "days": conf.RECORD_NOTICE_DAYS}


class StillRight(AboutRecord):
    label = _("Yearly check of a record: is it still right?")
    subject = _("Is your record still right? %(association)s – %(city_name)s")
    opening = _(
        "Residents find your association on our site. Once a year we ask whether its record is still right. If it is,"
        " one click is enough:"
    )
    closing = _("Something has changed? Behind the same button you find out how to put it right.")
    button = _("Look at the record and answer")


class RecordStale(AboutRecord):
    label = _("Yearly check of a record: second notice")
    subject = _("Your record is still to be confirmed: %(association)s – %(city_name)s")
    opening = _(
        "We have had no answer yet. Your record now tells visitors that it was not confirmed since %(since)s. Without"
        " news of you, it leaves the site in %(days)s days. One click settles it:"
    )
    button = _("Look at the record and answer")


class RecordRetired(AboutRecord):
    label = _("Yearly check of a record: off the site")
    subject = _("Your record has left the site: %(association)s – %(city_name)s")
    opening = _(
        "Two messages stayed without an answer, so visitors no longer see your record. Nothing is lost: one click"
        " brings it back as it was."
    )
    button = _("Bring it back")
