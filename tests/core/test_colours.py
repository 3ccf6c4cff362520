import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteering.core.colours import CONTRAST_AA, contrast, nearest_readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(first, second):
    assert contrast(first, second) == contrast(second, first)


@given(colours, st.sampled_from(["#faf8f4", "#12161c"]))
def test_the_proposed_colour_can_always_be_read(colour, paper):
    assert contrast(nearest_readable(colour, paper), paper) >= CONTRAST_AA


def test_a_readable_colour_is_proposed_unchanged():
    assert nearest_readable("#00606b", "#faf8f4") == "#00606b"
