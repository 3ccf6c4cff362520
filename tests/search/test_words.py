import pytest

from volunteering.search.words import asked, telling


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La Fête des Associations", ["fete", "associations"]),
        ("L’ŒUVRE du blé", ["oeuvre", "ble"]),
        ("M.J.C. du Port", ["mjc", "port"]),
        ("Vide-greniers", ["vide", "greniers"]),
        ("9 ans\x00et 3\u202fmois", ["9", "ans", "3", "mois"]),
        ("«\u00a0Aujourd’hui\u00a0!\u00a0» 🎉", ["aujourd", "hui"]),
    ],
)
def test_a_question_is_read_without_accents_capitals_and_small_words(text, words):
    assert asked(text, at_most=8) == words


def test_a_question_of_small_words_alone_keeps_them():
    assert asked("dans la", at_most=8) == ["dans", "la"]


def test_a_long_question_is_cut():
    assert asked("un deux trois quatre", at_most=2) == ["deux", "trois"]


def test_a_compound_is_also_found_written_in_one_word():
    assert {"vide", "greniers", "videgreniers"} <= {folded for folded, _written in telling("Le vide-greniers")}


def test_a_page_keeps_how_its_words_are_written():
    assert ("fete", "fête") in telling("FÊTE")
