"""E-mail addresses: what is accepted, what is said otherwise, what staff see."""

import pytest
from django.core.exceptions import ValidationError

from volunteering.core.addresses import clean_address, fingerprint, masked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Jeanne.Dupont@Orange.FR ", "jeanne.dupont@orange.fr"),
        ("jeanne+ville@exemple.asso.fr", "jeanne+ville@exemple.asso.fr"),
        ("d'arc@domrémy.example", "d'arc@domrémy.example"),
    ],
)
def test_an_address_is_kept_in_one_spelling(typed, kept):
    assert clean_address(typed) == kept
    assert fingerprint(typed) == fingerprint(kept)


@pytest.mark.parametrize(
    "typed", ["", "jeanne", "jeanne@", "a@b.fr,c@d.fr", "a@b.fr c@d.fr", "a@b.fr\0", f"{'a' * 250}@b.fr"]
)
def test_what_is_no_address_is_told_how_to_be_one(typed):
    with pytest.raises(ValidationError):
        clean_address(typed)


def test_a_fingerprint_says_nothing_without_the_sites_key(settings):
    before = fingerprint("jeanne@orange.fr")
    settings.SECRET_KEY = "another"

    assert "jeanne" not in before
    assert fingerprint("jeanne@orange.fr") != before != fingerprint("jean@orange.fr")


def test_staff_see_enough_to_recognise_an_address_and_not_enough_to_write_to_it():
    assert (masked("jeanne@orange.fr"), masked("")) == ("j…@orange.fr", "")
