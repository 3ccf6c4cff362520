"""What `make test` asks of tests that take long: the rest waits for `make test-long`, or for who names its file.

Two questions. In the browser: the journeys of the people this is for, and a look at four kinds of pages; every other
page, light and key is looked at in the long run. On PostgreSQL: what runs at the same moment, and what is our own SQL;
the rest of what is marked `databases` was asked of SQLite already.
"""

from pathlib import PurePath

PLACES = ("home", "agenda", "mission", "association")
# Functions, or one case of a function as pytest names it.
IN_THE_BROWSER = {
    "test_finding.py": ("test_a_resident_finds_a_free_class_in_three_taps",),
    "test_help_requests.py": ("test_a_hand_asked_for_by_telephone_is_given",),
    "test_inviting.py": ("test_an_association_invites_somebody_who_says_yes[without",),
    "test_keyboard.py": ("test_a_visitor_can_skip", "test_a_visitor_sees_where_the_keyboard_leads[agenda-360]"),
    "test_passkeys.py": ("test_an_editor_enters_the_admin_with_a_passkey",),
    "test_profile.py": ("test_a_resident_fills_in_their_profile[without",),
    "test_public_pages.py": tuple(f"test_everyone_can_read[{place}]" for place in PLACES),
    "test_records.py": ("test_somebody_claims_the_record_of_their_association[without",),
    "test_search.py": ("test_a_resident_goes_to_a_proposed_page",),
    "test_sign_up.py": ("test_a_resident_signs_up_the_association_accepts_and_both_talk[without",),
    "test_submitting.py": ("test_an_association_proposes",),
    "test_weekly_event.py": ("test_",),
}
ON_POSTGRESQL = (
    "tests/services/",
    "tests/applications/test_race.py",
    "tests/applications/test_waiting.py",
    "tests/core/health/",
    "tests/core/outbox/",
    "tests/core/test_filtering.py",
    "tests/core/test_geo.py",
    "tests/core/test_invariants.py",
    "tests/core/test_ratelimit.py",
    "tests/directory/test_claiming.py",
    "tests/directory/test_duplicates.py",
    "tests/feeds/test_geojson.py",
    "tests/help_requests/test_race.py",
    "tests/imports/test_runs.py",
    "tests/missions/test_capacity.py",
    "tests/missions/test_filters_oracle.py",
    "tests/moderation/test_race.py",
    "tests/search/",
    "tests/volunteers/",
)
# They look at more than one needs to see each day, or wait for many.
IN_THE_LONG_RUN = (
    "tests/feeds/test_ical_demo.py",
    "tests/plugin/test_subclass.py",
    "tests/services/chaos/",
    "tests/trust/test_queues.py",
)


def is_asked(file: PurePath, name: str, *, vendor: str) -> bool:
    """`file`: below the repository; `name`: pytest's, the case included; `vendor`: Django's of the database."""
    path = file.as_posix()
    if path.startswith(IN_THE_LONG_RUN):
        return False
    if path.startswith("tests/browser/"):
        return name.startswith(IN_THE_BROWSER.get(file.name, ()))
    return vendor != "postgresql" or path.startswith(ON_POSTGRESQL)
