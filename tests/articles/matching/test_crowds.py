"""Crowds: how many texts came out around two."""

import math

import pytest

from articles.matching.crowds import LEAST_UNDATED, Crowd

DAY = 739_000


def test_texts_of_the_days_around_count_and_so_do_undated_ones():
    crowd = Crowd([DAY, DAY + 1, DAY + 4, DAY + 30, None])
    assert crowd.around(DAY, DAY + 1) == pytest.approx(math.log(4))


def test_the_text_with_more_around_it_counts():
    crowd = Crowd([DAY, DAY + 4, DAY + 8, DAY + 8])
    assert crowd.around(DAY, DAY + 4) == crowd.around(DAY + 4, DAY) == pytest.approx(math.log(4))


def test_around_an_undated_text_there_are_many():
    assert Crowd([DAY, None]).around(DAY, None) == pytest.approx(math.log(LEAST_UNDATED))
