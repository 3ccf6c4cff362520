"""Somebody who has used everything: what is held on them is somewhere in each part of the register."""

from datetime import UTC, date, datetime

from django.contrib.auth import get_user_model
from django.db import connection
from wagtail.models import Site

from tests.factories import (
    AssociationFactory,
    EventIndexFactory,
    IssueFactory,
    SavedSearchFactory,
    SkillFactory,
    VolunteerFactory,
    apply,
    shift_of,
)
from tests.hands import HelpRequestFactory, offer_of
from tests.moderation.rivals import submitted
from volunteering.agenda.models import EventIndexPage
from volunteering.directory.models import Membership
from volunteering.moderation.models import Report, Submission
from volunteering.volunteers.models import Absence, Stance, Volunteer, VolunteerSkill

JEANNE, NAME = "jeanne.kanari@people.example", "Zanari"
PHONE = "06 12 34 56 78"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def full_life() -> Volunteer:
    user = get_user_model().objects.create_user("0e1f", JEANNE)
    volunteer = VolunteerFactory(user=user, email=JEANNE, last_name=NAME, phone=PHONE, availability=["0-morning"])
    VolunteerSkill.objects.create(volunteer=volunteer, skill=SkillFactory(), level=2)
    Stance.objects.create(volunteer=volunteer, issue=IssueFactory(), skill=1, interest=2)
    Absence.objects.create(volunteer=volunteer, first_day=date(2026, 7, 1), last_day=date(2026, 7, 14))
    Membership.objects.create(association=AssociationFactory(), user=user)
    SavedSearchFactory(user=user, email="", label="Tous les bals")
    capacity = shift_of(title="Désherber", organiser=AssociationFactory(with_office=True))
    apply(capacity, volunteer, message=f"Je suis {NAME}")
    Report.objects.create(site=Site.objects.get(), title="Bal", reason="wrong", words=f"Je suis {NAME}", email=JEANNE)
    Submission.objects.create(
        kind="evenement",
        site=Site.objects.get(),
        title="Bal",
        last_name=NAME,
        email=JEANNE,
        state="waiting",
        sent_at=NOW,
    )
    HelpRequestFactory(email=JEANNE, last_name=NAME, phone=PHONE, words=f"Je suis {NAME}")
    offer_of(HelpRequestFactory(shown=True), volunteer, text=f"Je suis {NAME}")
    if not EventIndexPage.objects.exists():
        EventIndexFactory()
    proposed = submitted("evenement", vous={"last_name": NAME, "message": f"Je suis {NAME}"})
    Submission.objects.filter(pk=proposed.pk).update(email=JEANNE)
    return volunteer


def tables_with(*words: str) -> set[str]:
    """Where one of them stands."""
    found: set[str] = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(word in str(row) for row in cursor.fetchall() for word in words):
                found.add(table)
    return found
