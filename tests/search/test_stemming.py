import pytest

from volunteering.search.stemming import stem


@pytest.mark.parametrize(
    "family",
    [
        ("fete", "fetes"),
        ("association", "associations"),
        ("benevole", "benevoles"),
        ("journal", "journaux"),
        ("bateau", "bateaux"),
        ("jeu", "jeux"),
        ("animateur", "animatrice", "animateurs", "animatrices"),
        ("danseur", "danseuse", "danseuses"),
        ("musicien", "musicienne", "musiciennes"),
        ("sportif", "sportive", "sportifs"),
        ("etudiant", "etudiante", "etudiantes"),
        ("jardinier", "jardiniere"),
        ("culturel", "culturelle", "culturelles"),
        ("travail", "travaux"),
        ("associe", "associee", "associees"),
    ],
)
def test_a_word_is_the_same_in_the_plural_and_in_the_feminine(family):
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("cours", "course"), ("danse", "danser"), ("bus", "but"), ("port", "parc")])
def test_different_words_stay_apart(one, other):
    assert stem(one) != stem(other)
