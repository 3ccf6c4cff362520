"""The mails of a claim."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.core.links import absolute
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.directory.codes import code_of
from volunteering.directory.models import Claim, ClaimState
from volunteering.directory.notifications.about import ASSOCIATION, EXAMPLE


class AboutClaim(Letter):
    """`about`: {"claim": id}. Says nothing once the claim has moved on from `states`."""

    states: ClassVar[frozenset[ClaimState]]
    button: ClassVar[Promise | str] = ""
    hint: ClassVar[Promise | str] = ""
    placeholders: ClassVar[tuple[Placeholder, ...]] = (ASSOCIATION,)
    text_template = "volunteering/directory/mail/claim.txt"
    html_template = "volunteering/directory/mail/claim.html"

    def claim(self, mail: OutgoingMail) -> Claim:
        rows = Claim.objects.select_related("association").filter(state__in=self.states)
        found = rows.filter(pk=mail.about.get("claim")).first()
        if found is None:
            raise NothingToSay
        return found

    def address(self, claim: Claim) -> str:
        """Where the button leads."""
        return ""

    def words(self, claim: Claim) -> str:
        """What somebody wrote, as a quotation."""
        return ""

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        claim = self.claim(mail)
        address = self.address(claim)
        told = {"url": absolute(address, mail.site) if address else "", "words": self.words(claim), "code": ""}
        return {"association": claim.association.title, "button": self.button, "hint": self.hint, **told}

    def example(self, *, home: str) -> dict[str, Any]:
        name = str(EXAMPLE)
        told = {"url": home if self.button else "", "words": "", "code": ""}
        return {"association": name, "button": self.button, "hint": self.hint, **told}


class ClaimCode(AboutClaim):
    """To the office. Whoever reads it reads the code out, or does nothing."""

    label = _("Claim of a record: the code to the office")
    states = frozenset({ClaimState.CODE})
    subject = _("%(association)s: a code for the site – %(city_name)s")
    opening = _("Somebody would like to look after the record of your association on our site:")
    hint = _(
        "You know who it is? Give them this code: with it they speak for the association on the site, and answer its"
        " volunteers. You do not? Give it to nobody, and do nothing. It works for two days."
    )

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        return {**super().context(mail), "code": spaced(code_of(self.claim(mail)))}

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "code": spaced("482915")}


class Claimed(AboutClaim):
    """To those who speak for the association already."""

    label = _("Claim of a record: to its managers")
    states = frozenset({ClaimState.WAITING})
    subject = _("Somebody asks to speak for %(association)s – %(city_name)s")
    opening = _("Somebody asks the city to speak for your association too:")
    button = _("See who speaks for it")
    hint = _(
        "You expected it? Invite this person from your association’s space: it is quicker. You did not? Call us: the"
        " city decides, and nothing has changed yet."
    )

    def address(self, claim: Claim) -> str:
        return reverse("volunteering:my_space")


class ClaimWaits(AboutClaim):
    """To the city's office."""

    label = _("Claim of a record: to the city’s office")
    states = frozenset({ClaimState.WAITING})
    subject = _("To decide: who speaks for %(association)s? – %(city_name)s")
    opening = _("Somebody asks to speak for this association on the site:")
    button = _("Decide")

    def address(self, claim: Claim) -> str:
        return reverse("volunteering_claims:index")


class ClaimAccepted(AboutClaim):
    label = _("Claim of a record: accepted")
    states = frozenset({ClaimState.ACCEPTED})
    subject = _("You speak for %(association)s from now on – %(city_name)s")
    opening = _("The city has said yes: the space of your association is open to you.")
    button = _("Open the space")

    def address(self, claim: Claim) -> str:
        return reverse("volunteering:my_space")


class ClaimRefused(AboutClaim):
    label = _("Claim of a record: refused")
    states = frozenset({ClaimState.REFUSED})
    subject = _("Your request about %(association)s – %(city_name)s")
    opening = _("We cannot give you the keys of this record for now:")
    closing = _("Is it a misunderstanding? Call us: we look at it together.")

    def words(self, claim: Claim) -> str:
        return claim.reason

    def example(self, *, home: str) -> dict[str, Any]:
        return {
            **super().example(home=home),
            "words": str(_("The association has told us that it knows nothing of it.")),
        }


def spaced(code: str) -> str:
    """ "482 915", with a space that does not break."""
    return f"{code[:3]}\u00a0{code[3:]}"
