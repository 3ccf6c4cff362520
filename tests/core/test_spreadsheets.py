"""Nothing that leaves in a CSV file is run by the program that opens it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteering.core.spreadsheets import CONTROL_STARTS, FORMULA_STARTS, neutralised

RISKY = sorted(FORMULA_STARTS | CONTROL_STARTS)


@given(st.text(alphabet=" \u00a0\u3000"), st.sampled_from(RISKY), st.text())
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(blank, sign, rest):
    assert neutralised(blank + sign + rest) == f"'{blank}{sign}{rest}"


@given(st.text())
def test_text_is_kept_or_gets_one_apostrophe(text):
    assert neutralised(text) in (text, f"'{text}")


@given(st.text())
def test_nothing_starts_a_formula_any_more(text):
    safe = neutralised(text)
    assert safe.lstrip()[:1] not in FORMULA_STARTS


@pytest.mark.parametrize("value", ["", " ", "Fête", "12 rue du Port", "l’été", "a=b", -3, 2.5, None, date(2026, 1, 1)])
def test_ordinary_values_stay_as_they_are(value):
    assert neutralised(value) == value
