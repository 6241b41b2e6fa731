"""What the preview of a merge shows of two values that differ."""

from datetime import time

from articles.models import Translation
from ots_desk.merge_values import values_of
from ots_desk.merging import Difference, Side

LONG = "Testbek Example opened the invented bridge, thanked the guests and went home. " * 3


def values(name: str, survivors, duplicates):
    difference = Difference(name, name, survivors, duplicates, Side.SURVIVOR)
    return values_of(Translation, difference)


def test_a_long_value_is_shown_from_where_it_differs():
    ours, theirs = values("body", f"{LONG}Six came.\n\nEnd.", f"{LONG}Ten came.\n\nEnd.")
    assert [part.words for part in ours.excerpt if part.differs] == ["Six"]
    assert ours.excerpt[0].words.startswith("… ")
    assert [part.words for part in theirs.excerpt if part.differs] == ["Ten"]
    assert len(ours.paragraphs) == 2


def test_a_value_beside_an_empty_one_has_nothing_marked():
    ours, theirs = values("body", LONG, "")
    assert not any(part.differs for part in ours.excerpt)
    assert (theirs.words, theirs.is_long) == ("", False)


def test_where_only_the_other_has_more_the_beginning_is_shown():
    ours, _theirs = values("body", LONG, f"{LONG}\n\nMore.")
    assert ours.excerpt[0].words.startswith("Testbek Example")


def test_a_clock_stands_in_hours_and_minutes():
    ours, _theirs = values("published_time", time(20, 2), time(22, 47))
    assert ours.words == "20:02"
