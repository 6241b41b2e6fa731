"""Fingerprints: what is stored of a text is read back as it was, on every machine the same."""

from hashlib import sha256

import numpy as np
import pytest

from articles.matching.fingerprints import KINDS, PLACES, day_of, fingerprint_of, pack, unpack
from articles.matching.sounds import name_ids
from articles.matching.wording import hash_of, wording_of

from .invented import FAIR_EN, FAIR_RU


def arrays_of(fingerprint):
    terms = [array for kind in KINDS for array in getattr(fingerprint, kind)]
    own = fingerprint.wording
    return [*terms, own.words, own.kinds, own.places, own.stems, own.lines]


def are_equal(one, other):
    heads = [(text.id, text.language, text.day, text.chars) for text in (one, other)]
    return heads[0] == heads[1] and all(
        np.array_equal(ours, theirs) and ours.dtype == theirs.dtype
        for ours, theirs in zip(arrays_of(one), arrays_of(other), strict=True)
    )


def read_back(fingerprint):
    return unpack(fingerprint.id, fingerprint.language, fingerprint.day, pack(fingerprint))


def test_what_is_packed_is_read_back_as_it_was(make_article):
    made = fingerprint_of(make_article("a", "ru", FAIR_RU, title="Ярмарка открылась"))
    assert are_equal(read_back(made), made)


@pytest.mark.parametrize(
    ("language", "body", "content"),
    [
        ("en", FAIR_EN, "30f13879f66a9360"),
        ("ru", FAIR_RU, "51da7c88e1935bfb"),
    ],
)
def test_the_content_is_the_same_on_every_machine(make_article, language, body, content):
    """Where this changes, `RULES_VERSION` must rise: databases hold the old content."""
    packed = pack(fingerprint_of(make_article("a", language, body, title="A fair, 2025")))
    assert sha256(packed).hexdigest()[:16] == content


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", ""),
        ("", "Text without a language, 12 people."),
        ("en", "word" * 250_000),
        ("kk", "\0 A \0 text.\0"),
        ("en", "\ud800 lone surrogate."),
        ("zz", "北京 ١٢ 😀."),
        ("en-GB", "7 " * 30_000),
    ],
    ids=["empty", "no language", "no spaces", "NUL", "surrogate", "other letters", "figures"],
)
def test_any_text_has_a_fingerprint(make_article, language, body):
    made = fingerprint_of(make_article("a", language, body))
    assert are_equal(read_back(made), made)


def test_an_article_needs_neither_headline_nor_body_nor_date():
    assert fingerprint_of({"id": 1}).day is None


def test_a_text_of_some_pages_takes_a_few_kilobytes(make_article):
    assert len(pack(fingerprint_of(make_article("a", "en", FAIR_EN * 3)))) < 6_000


def test_names_of_two_scripts_share_their_beginnings():
    ours, theirs = name_ids(["Бекболотову"], "ru"), name_ids(["Bekbolotov"], "en")
    assert len(np.intersect1d(ours, theirs)) >= 2
    assert not len(name_ids(["meeting"], "en"))


def test_a_term_knows_how_often_and_where_it_stands_first(make_article):
    made = fingerprint_of(make_article("a", "en", "In 7 towns, 40 people, 7 days and 7 nights."))
    marks = dict(zip(made.figures.ids.tolist(), range(2), strict=True))
    seven, forty = marks[hash_of("7")], marks[hash_of("40")]
    assert (made.figures.counts[seven], made.figures.counts[forty]) == (3, 1)
    assert (made.figures.places[seven], made.figures.places[forty]) == (0, PLACES // 4)


def test_runs_keep_the_order_of_the_text():
    assert list(wording_of("One two three four.").runs) == [
        *wording_of("one TWO three").runs,
        *wording_of("two three, four").runs,
    ]


def test_two_words_are_no_run():
    assert len(wording_of("two words").runs) == 0


def test_particulars_are_names_and_figures(make_article):
    made = fingerprint_of(make_article("a", "en", "He met Orhan Testov with 214 guests."))
    expected = [hash_of(term) for term in ("orhan", "testov", "214")]
    assert list(made.particulars) == sorted(expected)


def test_standing_lines_leave_no_trace(make_article):
    text = "The minister spoke today."
    noisy = make_article("a", "en", f"{text}\nWrite to our desk at any time.")
    cleaned = fingerprint_of(noisy, {"write to our desk at any time."})
    assert are_equal(cleaned, fingerprint_of(make_article("a", "en", text)))


def test_the_clock_the_outlet_and_the_mark_of_an_update_are_kept(make_article):
    article = make_article("a", "en", FAIR_EN, title="(UPDATE) Fair", published="2025-09-12 16:40")
    made = read_back(fingerprint_of({**article, "outlet": 7}))
    assert (made.clock, made.is_update) == (16 * 60 + 40, True)
    assert made.outlet == read_back(fingerprint_of({**article, "outlet": 7})).outlet != 0
    plain = read_back(fingerprint_of(make_article("b", "en", FAIR_EN)))
    assert (plain.clock, plain.outlet, plain.is_update) == (None, 0, False)


def test_a_line_that_is_left_out_takes_its_words_along():
    both = wording_of("Orhan Testov spoke of 214 guests.\nLeyla Sample spoke of 17 towns.")
    second = both.without_lines(np.array([True, False]))
    alone = wording_of("Leyla Sample spoke of 17 towns.")
    assert list(second.runs) == list(alone.runs)
    assert list(second.stems) == list(alone.stems)
    assert list(second.line_keys) == list(alone.line_keys) == [both.line_keys[1]]


@pytest.mark.parametrize("published", [None, "", "2025", "2025-09", "2025-13-01", "soon"])
def test_what_is_no_full_date_is_no_day(published):
    assert day_of(published) is None


@pytest.mark.parametrize("published", ["2025-09-12T16:40:00+06:00", "2025-09-12 16:40"])
def test_a_clock_after_the_date_is_ignored(published):
    assert day_of(published) == day_of("2025-09-12")


def test_a_span_of_days_is_no_day():
    assert day_of("2025-09-12/2025-09-14") is None
