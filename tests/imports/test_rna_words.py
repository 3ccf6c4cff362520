"""The register's words, as a page says them."""

import pytest

from volunteering.imports.rna_themes import CODES, FAMILIES, theme_of
from volunteering.imports.rna_words import acronym_of, name_in_words, purpose_in_words, seat


@pytest.mark.parametrize(
    ("capitals", "words"),
    [
        ("LA VIE D'UN AGRICULTEUR & LA VIE D'UN ANIMAL", "La Vie d'un Agriculteur & la Vie d'un Animal"),
        ("UNION SPORTIVE DE RIVE-DE-GIER", "Union Sportive de Rive-de-Gier"),
        ("MJC DES TANNERIES", "MJC des Tanneries"),
        ("RC 42", "RC 42"),
        ("APE DE L'ECOLE JULES FERRY (APEJF)", "APE de l'Ecole Jules Ferry (APEJF)"),
        (
            "ASSOCIATION DES JURISTES (A.J.O.I. SECTION MAHORAISE)",
            "Association des Juristes (A.J.O.I. Section Mahoraise)",
        ),
        ("LES AMIS DU XVE SIECLE", "Les Amis du XVe Siecle"),
        ("LOUIS XIV", "Louis XIV"),
        ("« LES P'TITS LOUPS »", "« Les P'tits Loups »"),
        ("QU'EN DIRA-T-ON", "Qu'en Dira-t-on"),
        ("DIX DE COEUR", "Dix de Coeur"),
        ("Déjà bien écrit PAR eux", "Déjà bien écrit PAR eux"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_gets_them_back_where_french_puts_them(capitals, words):
    assert name_in_words(capitals) == words


def test_the_associations_own_acronym_keeps_its_capitals():
    assert name_in_words("ASSOCIATION AAPEO DE OUANGANI", acronym="AAPEO") == "Association AAPEO de Ouangani"


@pytest.mark.parametrize(
    ("short", "name", "acronym"),
    [
        ("AAPEO", "ASSOCIATION AUTONOME", "AAPEO"),
        ("A.J.O.I", "JURISTES", "A.J.O.I"),
        ("ESCALE", "ESCALE", ""),
        ("AJOI SECTION MAHORAISE", "ASSOCIATION", ""),
        ("LA VIE D'UN AGRICULTEUR & LA VIE D...", "LA VIE", ""),
        ("", "X", ""),
    ],
)
def test_a_short_name_is_an_acronym_only_when_it_is_one_word_of_capitals(short, name, acronym):
    assert acronym_of(short, name) == acronym


@pytest.mark.parametrize(
    ("purpose", "sentence"),
    [
        ("aider les gens ,  les écouter,les loger", "Aider les gens, les écouter, les loger."),
        ("AIDER LES GENS", "Aider les gens."),
        ("aider ; jean.dupont@free.example, +33 6 12 34 56 78", "Aider."),
        ("aider " * 80 + "l", "Aider " + "aider " * 79 + "l…"),
        (" , ", ""),
    ],
)
def test_a_purpose_becomes_a_sentence_without_anyones_number(purpose, sentence):
    assert purpose_in_words(purpose) == sentence


@pytest.mark.parametrize(
    ("pieces", "address"),
    [
        ({"numvoie": "16", "libvoie": "Dallage Iliassa", "distrib": "_"}, "16 Dallage Iliassa"),
        ({"numvoie": "12", "repetition": "B", "typevoie": "RUE", "libvoie": "DE LA GARE"}, "12 bis rue de la Gare"),
        (
            {"complement": "Immeuble douka", "typevoie": "RUE", "libvoie": "du stade", "distrib": "B.P. 1328_"},
            "Immeuble douka, rue du stade, B.P. 1328",
        ),
        ({"complement": "CHEZ MME DURAND", "numvoie": "3", "typevoie": "AV", "libvoie": "Foch"}, "3 avenue Foch"),
        ({"libvoie": "chez Jean Dupont"}, ""),
        ({"complement": "BATIMENT M", "libvoie": "_"}, "Batiment M"),
        ({}, ""),
    ],
)
def test_a_seat_is_one_clean_line_that_names_nobody(pieces, address):
    assert seat({f"adrs_{name}": value for name, value in pieces.items()}) == address


@pytest.mark.parametrize(
    ("code", "theme"),
    [("011075", "sport"), ("024026", "animaux"), ("024020", "environnement"), ("001005", ""), ("040000", ""), ("", "")],
)
def test_a_code_of_the_register_names_a_theme_only_when_that_is_sure(code, theme):
    assert theme_of(code) == theme


def test_politics_and_beliefs_are_never_a_theme():
    assert not {"001", "002", "040"} & {code[:3] for code in (*FAMILIES, *CODES)}
