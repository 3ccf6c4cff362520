from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from tests.search.edits import edits
from volunteering.search.spelling import distance, forgiven, keys, keys_of_known

LETTERS = st.text(ascii_lowercase, min_size=5, max_size=14)


@given(word=LETTERS, data=st.data())
def test_one_edit_anywhere_leads_back_to_the_word(word, data):
    typed = data.draw(edits(word))
    assert distance(typed, word) <= 1
    assert keys(typed, edits=forgiven(typed)) & keys_of_known(word)


@given(word=st.text(ascii_lowercase, min_size=9, max_size=14), data=st.data())
def test_two_edits_in_a_long_word_lead_back_to_it(word, data):
    typed = data.draw(edits(data.draw(edits(word))))
    if forgiven(typed) == 2 and distance(typed, word) <= 2:
        assert keys(typed, edits=2) & keys_of_known(word)


def test_swapped_letters_are_one_edit():
    assert distance("associaiton", "association") == 1
    assert distance("fete", "tefe") == 2


def test_a_short_word_forgives_nothing():
    assert forgiven("bus") == 0
