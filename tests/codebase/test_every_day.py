"""The list of what is asked every day names tests that exist: a test that was renamed does not leave it unseen."""

import re

import pytest

from tests.rig import every_day
from tests.rig.race import REPOSITORY


@pytest.mark.parametrize("path", [*every_day.ON_POSTGRESQL, *every_day.IN_THE_LONG_RUN])
def test_every_path_of_the_list_exists(path):
    assert (REPOSITORY / path).exists()


@pytest.mark.parametrize("name", every_day.IN_THE_BROWSER)
def test_every_journey_of_the_list_exists(name):
    defined = re.findall(r"^def (test_\w+)", (REPOSITORY / "tests/browser" / name).read_text(), re.MULTILINE)
    for wanted in every_day.IN_THE_BROWSER[name]:
        function, case, _rest = wanted.partition("[")
        assert [known for known in defined if known == function or (not case and known.startswith(function))], wanted


def test_what_is_named_is_asked_and_the_rest_is_not():
    journey = "test_somebody_claims_the_record_of_their_association[without]"
    file = (REPOSITORY / "tests/browser/test_records.py").relative_to(REPOSITORY)
    assert every_day.is_asked(file, journey, vendor="sqlite")
    assert not every_day.is_asked(file, "test_everyone_can_read_the_pages_of_a_record", vendor="sqlite")
    views = (REPOSITORY / "tests/agenda/test_views.py").relative_to(REPOSITORY)
    assert [every_day.is_asked(views, "test_x", vendor=each) for each in ("sqlite", "postgresql")] == [True, False]
