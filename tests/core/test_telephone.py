import pytest

from volunteering.core.telephone import dialled


@pytest.mark.parametrize(
    ("written", "dial"),
    [
        ("04 65 71 12 12", "+33465711212"),
        ("04.65.71.12.12", "+33465711212"),
        ("+33 (0)4 65 71 12 12", "+33465711212"),
        ("0262 40 12 34", "+262262401234"),
        ("39 39", "3939"),
        ("112", "112"),
    ],
)
def test_a_number_is_dialled_as_a_french_telephone_would(written, dial):
    assert dialled(written) == dial


def test_what_is_no_number_keeps_its_figures_only():
    assert dialled("poste 12, <b>") == "12"
