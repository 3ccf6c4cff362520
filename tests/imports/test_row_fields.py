"""Other people's text, made fit for our pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteering.imports.row_fields import plain, shorten, web_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  deux\n\tlignes\r\n ", "deux lignes"),
        ("l\u2019e\u0301te\u0301", "l’été"),
        ("voil\u00e0\u00a0!", "voilà\u00a0!"),
        ("\u202efdp.exe\u200b\x00\x1b[31m", "fdp.exe[31m"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_a_text_is_one_line_without_hidden_signs(typed, kept):
    assert plain(typed) == kept


@given(st.text(max_size=80), st.integers(min_value=2, max_value=40))
def test_a_text_is_never_longer_than_asked(text, length):
    assert len(shorten(text, length)) <= length


@given(st.text(max_size=80))
def test_making_a_text_plain_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)


def test_a_short_text_is_left_alone_and_a_long_one_cut_between_words():
    assert shorten("Bal du port", 11) == "Bal du port"
    assert shorten("Bal du port et bal des pompiers", 20) == "Bal du port et bal…"


@pytest.mark.parametrize(
    "address", ["https://www.city.example/a?b=ç", "http://city.example:8080", "HTTPS://CITY.example"]
)
def test_an_address_of_the_web_is_kept(address):
    assert web_address(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/admin/",
        "city.example",
        "https://user:secret@city.example",
        "https://a b.example",
        "http://city.example/\r\nSet-Cookie: a=b",
        "http://[::1",
        "https://city.example/" + "a" * 500,
    ],
)
def test_anything_else_is_no_address(address):
    assert web_address(address) == ""
