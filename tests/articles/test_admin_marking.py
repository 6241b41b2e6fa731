"""Marking mentions in place, and setting two bodies side by side: plain values."""

import pytest

from articles.admin.screens.marking import Piece, marked
from articles.admin.screens.side_by_side import Body, Part, rows_of
from articles.models import Mention, Translation


@pytest.fixture
def text():
    return Translation(
        headline="Sadyr Japarov in Bishkek", body="First 👍 one.\n\nJaparov spoke.\n\nThe end."
    )


def mention(field, start, words, entity=1, status="confirmed"):
    return Mention(
        field=field,
        start=start,
        end=start + len(words),
        text=words,
        entity_id=entity,
        status=status,
    )


def pieces(text, *mentions, field="body"):
    numbers = {m.entity_id: n for n, m in enumerate(mentions, start=1)}
    return [
        [(piece.words, piece.status, piece.number) for piece in stretch.pieces]
        for stretch in marked(text, mentions, numbers)[field]
    ]


def test_a_text_without_mentions_is_its_paragraphs(text):
    assert pieces(text) == [
        [("First 👍 one.", "", None)],
        [("Japarov spoke.", "", None)],
        [("The end.", "", None)],
    ]


def test_a_mention_is_cut_out_by_code_points_beyond_other_paragraphs(text):
    start = text.body.index("Japarov")
    assert pieces(text, mention("body", start, "Japarov"))[1] == [
        ("Japarov", "confirmed", 1),
        (" spoke.", "", None),
    ]


def test_each_stretch_knows_where_in_its_field_it_begins(text):
    starts = [stretch.start for stretch in marked(text, [], {})["body"]]
    assert [text.body[start:][:3] for start in starts] == ["Fir", "Jap", "The"]


def test_mentions_stay_in_their_field(text):
    found = mention("headline", 0, "Sadyr Japarov")
    assert pieces(text, found, field="headline") == [
        [("Sadyr Japarov", "confirmed", 1), (" in Bishkek", "", None)]
    ]
    assert pieces(text, found)[0] == [("First 👍 one.", "", None)]


def test_of_two_that_overlap_the_confirmed_one_is_shown(text):
    start = text.body.index("Japarov")
    longer = mention("body", start, "Japarov spoke", entity=1, status="suggested")
    settled = mention("body", start, "Japarov", entity=2)
    assert pieces(text, longer, settled)[1] == [
        ("Japarov", "confirmed", 2),
        (" spoke.", "", None),
    ]


def test_of_two_proposals_the_longer_one_is_shown(text):
    start = text.body.index("Japarov")
    short = mention("body", start, "Japarov", entity=1, status="suggested")
    longer = mention("body", start, "Japarov spoke", entity=2, status="suggested")
    assert pieces(text, short, longer)[1][0] == ("Japarov spoke", "suggested", 2)


def test_a_broken_mention_whose_words_are_gone_marks_nothing(text):
    assert pieces(text, mention("body", 0, "Akylbek", status="broken"))[0] == [
        ("First 👍 one.", "", None)
    ]


def test_a_piece_says_its_state_in_words(text):
    found = mention("body", 0, "First", status="suggested")
    found.pk = 7
    assert marked(text, [found], {1: 1})["body"][0].pieces[0] == Piece(
        "First", "suggested", "proposed", 1, mention=7
    )


# Side by side


def words(row):
    return tuple("".join(part.words for part in side) for side in (row.first, row.second))


def body(*paragraphs, mentions=()):
    return Body("\n\n".join(paragraphs), mentions)


def test_aligned_paragraphs_share_a_row_and_others_stand_alone():
    rows = rows_of(body("a", "b", "c"), body("A", "C", "D"), [[0, 0], [2, 1]])
    assert [words(row) for row in rows] == [("a", "A"), ("b", ""), ("c", "C"), ("", "D")]
    assert [row.number for row in rows] == [1, 2, 3, 4]


def test_without_an_alignment_paragraphs_stand_in_their_order():
    rows = rows_of(body("a", "b"), body("A"), [])
    assert [words(row) for row in rows] == [("a", "A"), ("b", "")]


def test_a_paragraph_aligned_with_two_is_shown_once():
    rows = rows_of(body("a", "b"), body("A"), [[0, 0], [1, 0]])
    assert [words(row) for row in rows] == [("a", "A"), ("b", "")]


def test_a_figure_is_marked_only_where_both_paragraphs_print_it():
    [row] = rows_of(body("On 12 May 2040"), body("12 мая 2041"), [[0, 0]])
    assert [part.words for part in row.first if part.is_figure] == ["12"]
    assert [part.words for part in row.second if part.is_figure] == ["12"]


def test_a_person_in_both_has_one_number_in_both():
    here = [mention("body", 0, "Japarov", entity=7), mention("body", 12, "Tokayev", entity=8)]
    there = [mention("body", 0, "Жапаров", entity=7)]
    rows = rows_of(
        body("Japarov met Tokayev", mentions=here), body("Жапаров", mentions=there), [[0, 0]]
    )
    assert rows[0].first == [Part(""), Part("Japarov", number=1), Part(" met Tokayev")]
    assert rows[0].second == [Part(""), Part("Жапаров", number=1), Part("")]


def test_no_paragraphs_no_rows():
    assert rows_of(body(), body(), []) == []
