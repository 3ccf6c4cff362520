"""One slip of the finger: a letter too many, missing, wrong, or swapped with the next."""

from string import ascii_lowercase

from hypothesis import strategies as st


@st.composite
def edits(draw: st.DrawFn, word: str) -> str:
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(ascii_lowercase))
    return draw(
        st.sampled_from(
            [
                word[:place] + letter + word[place:],
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )
