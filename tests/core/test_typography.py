import pytest

from volunteering.core.typography import JOINER, NO_BREAK, french_spaces


def shown(text: str) -> str:
    return french_spaces(text).replace(NO_BREAK, "_").replace(JOINER, "|")


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("Quoi ? Quand !", "Quoi_? Quand_!"),
        ("Une heure : la vôtre ; merci", "Une heure_: la vôtre_; merci"),
        ("« Les mains du cuir »", "«_Les mains du cuir_»"),
        ("De 14 h à 17 h 30", "De 14_h à 17_h_30"),
        ("le mardi, 9 h 30 – 12 h et 14 h – 17 h", "le mardi, 9_h_30_–|_12_h et 14_h_–|_17_h"),
        ("18 000 habitants, 42 km, 5 €, 12 ans", "18_000 habitants, 42_km, 5_€, 12_ans"),
    ],
)
def test_a_line_cannot_break_where_french_does_not(typed, spaced):
    assert shown(typed) == spaced


@pytest.mark.parametrize(
    "typed", ["12 hommes", "À 10 heures", "Line C: noon", "3 mois", "14:30", "2 ou 3 places", "Salle 3 – 12 places"]
)
def test_words_that_only_look_like_units_keep_their_space(typed):
    assert shown(typed) == typed


def test_only_the_words_between_tags_change():
    assert shown('<a href="/x ?y=1 : 2">Où ?</a>') == '<a href="/x ?y=1 : 2">Où_?</a>'


def test_spacing_a_text_again_changes_nothing():
    once = french_spaces("Quoi ? « oui », 9 h – 12 h 30")

    assert french_spaces(once) == once
