"""What volunteers do not do, each with a kind word and the right door. A city may write its own: `HELP_REFUSED`."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf

PREFIX = "not-"

OURS: tuple[dict[str, Any], ...] = (
    {
        "label": _("Looking after a child"),
        "explanation": _(
            "Children are looked after by people whose profession it is, and whom somebody has checked. The site of the"
            " family allowance fund shows childminders and nurseries near you."
        ),
        "url": "https://monenfant.fr",
        "link": _("Find childcare on monenfant.fr"),
    },
    {
        "label": _("Washing, dressing, medicine: care"),
        "explanation": _(
            "Care needs a professional: your doctor, a nurse or a home care service. The national site for older people"
            " and their families says whom to turn to, and what is paid for. In an emergency, dial 15."
        ),
        "url": "https://www.pour-les-personnes-agees.gouv.fr",
        "link": _("Find a home care service"),
    },
    {
        "label": _("Works, electricity, plumbing: a trade"),
        "explanation": _(
            "That is the work of a tradesperson, who answers for it and is insured. A volunteer can hang up a picture"
            " or change a bulb: then choose “Small do-it-yourself”."
        ),
        "url": "",
        "link": "",
    },
)


@dataclass(frozen=True)
class RefusedNeed:
    """`value`: its answer in the form, beside the kinds."""

    value: str
    label: str
    explanation: str
    url: str
    link: str


def refused_needs() -> list[RefusedNeed]:
    """In the language of the moment."""
    rows = conf.HELP_REFUSED or OURS
    return [
        RefusedNeed(f"{PREFIX}{number}", *(str(row.get(name, "")) for name in ("label", "explanation", "url", "link")))
        for number, row in enumerate(rows, start=1)
    ]


def refused_need(value: str) -> RefusedNeed | None:
    """What this answer stands for, if volunteers do not do it."""
    return next((need for need in refused_needs() if need.value == value), None)
