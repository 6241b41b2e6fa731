"""Where words stand after an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.following import follow_edit
from articles.models import Mention
from articles.shifting import Shift

OLD = "Kazakhstan met Kyrgyzstan. Later Kazakhstan left."


def moved(old, new, words, nth=0):
    """The new place of the nth `words` in `old`."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    return Shift(old, new).place_of(start, start + len(words))


@pytest.mark.parametrize(
    ("new", "nth", "place"),
    [
        (OLD, 0, 0),
        ("Then " + OLD, 0, 5),
        ("Then " + OLD, 1, 38),
        ("Then Kazakhstan met Kyrgyzstan. Later Kazakhstan stayed.", 1, 38),
        ("Kazakhstan met Kyrgyzstan.\n\nLater  Kazakhstan left.", 1, 35),
    ],
)
def test_untouched_words_move_with_the_edits_around_them(new, nth, place):
    assert moved(OLD, new, "Kazakhstan", nth) == place
    assert new[place:].startswith("Kazakhstan")


def test_words_that_come_twice_never_get_one_place():
    new = "Uzbekistan met Kyrgyzstan. Later Kazakhstan stayed."
    assert moved(OLD, new, "Kazakhstan", 0) is None
    assert moved(OLD, new, "Kazakhstan", 1) == 33


@pytest.mark.parametrize("new", ["", "Kazakhstani guests left.", "Nothing of it."])
def test_changed_words_have_no_place(new):
    assert moved(OLD, new, "Kazakhstan") is None


def test_part_of_a_word_moves_with_it():
    assert moved("a Kyrgyzstan b", "so a Kyrgyzstan b", "stan") == 11


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_a_place_always_holds_the_same_words(old, new):
    shift = Shift(old, new)
    for start in range(len(old)):
        place = shift.place_of(start, start + 1)
        assert place is None or new[place] == old[start]


# Stored mentions


@pytest.fixture
def mentions(make_text, japarov):
    """Two links of one person in one text, by an editor."""
    text = make_text(body=OLD)
    starts = [0, OLD.index("Kazakhstan", 1)]
    made = [
        Mention.objects.create(
            translation=text, field="body", start=start, end=start + 10, text="Kazakhstan",
            entity=japarov, status="confirmed",
        )
        for start in starts
    ]  # fmt: skip
    return text, made


def edit(text, new):
    before = {field: getattr(text, field) for field in ("headline", "deck", "body", "caption")}
    text.body = new
    text.save()
    follow_edit(text, before)
    return {m.pk: (m.status, m.start) for m in text.mentions.all()}


def test_edits_at_both_ends_move_what_is_between(mentions):
    text, (first, second) = mentions
    assert edit(text, "Then Kazakhstan met Kyrgyzstan. Later Kazakhstan stayed.") == {
        first.pk: ("confirmed", 5),
        second.pk: ("confirmed", 38),
    }


def test_a_broken_mention_stays_and_another_moves(mentions):
    text, (first, second) = mentions
    assert edit(text, "Uzbekistan met Kyrgyzstan. Later Kazakhstan left.") == {
        first.pk: ("broken", 0),
        second.pk: ("confirmed", 33),
    }


def test_a_broken_mention_gives_way_to_the_same_entity_at_its_place(mentions):
    text, (_first, second) = mentions
    assert edit(text, "Kazakhstan left.") == {second.pk: ("confirmed", 0)}


def test_a_rejection_is_remembered_when_its_words_are_gone(mentions):
    text, (first, _second) = mentions
    Mention.objects.filter(pk=first.pk).update(status="rejected")
    assert edit(text, "Uzbekistan met Kyrgyzstan. Later Kazakhstan left.")[first.pk] == (
        "rejected",
        0,
    )


def test_words_broken_by_one_edit_are_not_moved_by_the_next(mentions):
    text, (first, _second) = mentions
    edit(text, "Uzbekistan met Kyrgyzstan. Later Kazakhstan left.")
    assert edit(text, "Then Uzbekistan met Kyrgyzstan. Later Kazakhstan left.")[first.pk] == (
        "broken",
        0,
    )
