"""Rules as French sentences, with the non-breaking spaces that hours and dates ask for."""

from datetime import date, datetime

import pytest
from django.utils.translation import override

from tests.core.recurrence_rules import rule
from volunteering.core.recurrence import describe

AFTERNOON = ("2026-09-08T14:00", "2026-09-08T16:30")
WEEKLY = {"frequency": "weekly"}
EXTRA = ((datetime(2026, 12, 20, 18), datetime(2026, 12, 20, 22)),)


@pytest.mark.parametrize(
    ("moments", "attributes", "words"),
    [
        (AFTERNOON, WEEKLY, "tous les mardis de 14 h à 16 h 30"),
        (AFTERNOON, WEEKLY | {"interval": 2}, "un mardi sur deux de 14 h à 16 h 30"),
        (
            AFTERNOON,
            WEEKLY | {"interval": 3, "weekdays": ("TU", "TH")},
            "toutes les 3 semaines le mardi et le jeudi de 14 h à 16 h 30",
        ),
        (
            AFTERNOON,
            WEEKLY | {"skip_school_holidays": "A", "weekdays": ("MO", "TU")},
            "tous les lundis et mardis de 14 h à 16 h 30, sauf pendant les vacances scolaires (zone A)",
        ),
        (
            AFTERNOON,
            {"frequency": "monthly_by_weekday", "until": date(2027, 7, 1)},
            "le deuxième mardi de chaque mois de 14 h à 16 h 30, jusqu’au 1er juillet 2027",
        ),
        (("2027-01-01",), {"frequency": "monthly_by_date"}, "le 1er de chaque mois, toute la journée"),
        (("2026-07-01", "2026-07-04"), {"frequency": "yearly"}, "tous les ans le 1er juillet, pendant 3 jours"),
        (("2026-09-08T22:00", "2026-09-09T02:00"), {}, "le mardi 8 septembre 2026 de 22 h à 2 h le lendemain"),
        (("2026-09-08", "2026-09-10"), {}, "du mardi 8 septembre 2026 au mercredi 9 septembre 2026"),
        (
            ("2026-09-08T20:00", "2026-09-09T00:00"),
            WEEKLY | {"count": 10, "exceptions": {date(2026, 9, 15)}, "extra": EXTRA},
            "tous les mardis de 20 h à minuit, 10 fois, sauf le 15 septembre 2026, "
            "et aussi le 20 décembre 2026 de 18 h à 22 h",
        ),
    ],
)
def test_a_resident_reads_the_rule_in_french(moments, attributes, words):
    with override("fr"):
        assert describe(rule(*moments, **attributes)).replace("\N{NO-BREAK SPACE}", " ") == words


def test_an_hour_never_leaves_its_number_at_the_end_of_a_line():
    with override("fr"):
        assert "14\N{NO-BREAK SPACE}h" in describe(rule(*AFTERNOON, **WEEKLY))
