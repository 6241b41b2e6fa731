"""Answers kept apart: what texts are to each other."""

import random
import re
from dataclasses import replace

import pytest

from articles.matching.answers import answers_among, answers_in_one_language
from articles.matching.fingerprints import fingerprint_of
from articles.matching.learning import copying, read_stories
from articles.matching.learning.collecting import sentences_of
from articles.matching.learning.reports import Report, first_reports, other_reports
from articles.matching.translations import TRANSLATION_THRESHOLD, likenesses_among
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU, VISIT_EN, VISIT_RU

STORIES = read_stories()
FIRST = first_reports(STORIES)
LANGUAGES = ("en", "ru", "tr", "kk")


def report(story: str, language: str) -> Report:
    return next(one for one in FIRST if (one.story, one.language) == (story, language))


def others(language: str) -> list[Report]:
    return [one for one in FIRST if one.language == language]


def verdicts(*articles: dict) -> dict[tuple, str]:
    """What pairs of articles are, by their ids."""
    prints = [fingerprint_of(article) for article in articles]
    return {
        (prints[answer.one].id, prints[answer.other].id): answer.verdict
        for answer in answers_in_one_language(prints)
    }


def translations(articles: list[dict], wanted=None) -> set[tuple]:
    """The pairs that are taken for translations, by ids."""
    prints = [fingerprint_of(article) for article in articles]
    return {
        (prints[answer.one].id, prints[answer.other].id)
        for answer in answers_among(prints, wanted)
        if answer.verdict == "translation"
    }


def trimmed(body: str) -> str:
    return "\n\n".join(body.split("\n\n")[:3])


def copy_of(original: Report, make) -> Report:
    return make(original, random.Random(4), others(original.language))  # noqa: S311


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", copying.COPIES["duplicate"])
def test_a_copy_is_a_duplicate_whatever_was_done_to_it(language, make):
    original = report("c10", language)
    copy = copy_of(original, make)
    assert verdicts(original.article("a"), copy.article("b")) == {("a", "b"): "duplicate"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_of_a_month_later_is_a_duplicate(language):
    original = report("b04", language)
    later = original.article("b", published="2025-11-20")
    assert verdicts(original.article("a"), later) == {("a", "b"): "duplicate"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_contains_the_texts_that_it_holds(language):
    one, other, third = (report(story, language) for story in ("a12", "b11", "c10"))
    digest = replace(one, title="", paragraphs=one.paragraphs + other.paragraphs)
    articles = [one.article("a"), other.article("b"), digest.article("d"), third.article("x")]
    prints = [fingerprint_of(article) for article in articles]
    found = answers_in_one_language(prints)
    assert [(answer.one, answer.other, answer.verdict, answer.container) for answer in found] == [
        (0, 2, "contains", 2),
        (1, 2, "contains", 2),
    ]


def brief(*items: Report) -> Report:
    """News in brief: of each report the first two sentences and the last, in one paragraph."""
    told = [sentences_of(item.paragraphs) for item in items]
    paragraphs = tuple(" ".join([*told[:2], told[-1]]) for told in told)
    return replace(items[0], title="", paragraphs=paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_news_in_brief_contains_the_texts_that_it_sums_up(language):
    items = [report(story, language) for story in ("a12", "b11", "c10", "b04")]
    articles = [items[0].article("a"), brief(*items).article("d", published="2025-09-30")]
    prints = [fingerprint_of(article) for article in articles]
    [found] = answers_in_one_language(prints)
    assert (found.verdict, found.container) == ("contains", 1)


def test_what_quotes_a_paragraph_of_a_text_is_no_digest_of_it():
    quoted, own = report("a12", "en"), report("b11", "en")
    quoting = replace(own, paragraphs=(*own.paragraphs[:3], quoted.paragraphs[-1]))
    assert verdicts(quoted.article("a"), quoting.article("b")) == {}


def test_a_template_filled_anew_makes_no_news_in_brief():
    last, own = report("b07", "en"), report("b11", "en")
    [lead, *_rest] = brief(last).paragraphs
    exchanged = re.sub(r"\d", "7", lead)
    assert exchanged != lead
    this = replace(own, paragraphs=(exchanged, *own.paragraphs[:3]))
    assert verdicts(last.article("a"), this.article("b")) == {}


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "(UPDATE)"), ("ru", "(обновлено)"), ("tr", "(GÜNCELLENDİ)")]
)
def test_a_marked_update_is_a_new_version(language, mark):
    original = report("c12", language)
    marked = replace(original, title=f"{original.title} {mark}")
    marked = replace(
        marked, paragraphs=(*original.paragraphs, report("c10", language).paragraphs[0])
    )
    assert verdicts(original.article("a"), marked.article("b")) == {("a", "b"): "new_version"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_outlet_adds_later_makes_a_new_version(language):
    original = report("c12", language)
    news = report("c10", language).paragraphs[1]
    updated = replace(original, paragraphs=(*original.paragraphs, news))
    early = original.article("a", published="2025-08-13 10:00", outlet=1)
    late = updated.article("b", published="2025-08-13 18:30", outlet=1)
    assert verdicts(early, late) == {("a", "b"): "new_version"}
    other_outlet = updated.article("b", published="2025-08-13 18:30", outlet=2)
    assert verdicts(early, other_outlet) == {("a", "b"): "duplicate"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_later_reprint_with_cuts_is_no_new_version(language):
    original = report("c12", language)
    cut = replace(original, paragraphs=original.paragraphs[:3])
    early = original.article("a", published="2025-08-13 10:00", outlet=1)
    late = cut.article("b", published="2025-08-13 18:30", outlet=1)
    assert verdicts(early, late) == {("a", "b"): "duplicate"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cluster", ["a-3", "b-3", "c-3"])
def test_templates_with_other_names_and_figures_are_no_pair(language, cluster):
    filled = [one for one in others(language) if one.cluster == cluster]
    found = verdicts(*(one.article(one.story, published="2025-05-20") for one in filled))
    assert set(found.values()) <= {"same_story"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_template_filled_at_random_is_no_pair(language):
    original = report("b11", language)
    filled = copy_of(original, copying.template)
    assert verdicts(original.article("a"), filled.article("b")) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cluster", ["a-1", "b-1", "c-1", "a-2", "b-2", "c-2"])
def test_preview_event_and_talks_of_one_day_are_never_one_text(language, cluster):
    near = [one for one in others(language) if one.cluster == cluster]
    assert set(verdicts(*(one.article(one.story) for one in near)).values()) <= {"same_story"}


def test_most_other_reports_on_an_event_are_found_and_few_strangers():
    right, wrong, count = 0, 0, 0
    for language in LANGUAGES:
        reports = [one for one in other_reports(STORIES) if one.language == language]
        told = [*others(language), *reports]
        prints = [fingerprint_of(one.article(place)) for place, one in enumerate(told)]
        for answer in answers_in_one_language(prints):
            one, other = told[answer.one], told[answer.other]
            right += one.story == other.story
            wrong += one.cluster != other.cluster
        count += len(reports)
    assert right >= 0.8 * count
    assert wrong <= 0.25 * count


def test_standing_text_is_no_evidence():
    standing = report("a10", "en").paragraphs[0]
    texts = [report(story, "en") for story in ("a12", "b11", "c10", "c11")]
    articles = [
        replace(one, paragraphs=(one.paragraphs[0], standing)).article(one.story) for one in texts
    ]
    assert verdicts(*articles) == {}


def test_reordered_copies_do_not_make_their_own_lines_standing_text():
    original = report("c10", "ru")
    orders = [random.Random(seed) for seed in range(4)]  # noqa: S311
    copies = [copying.reordered(original, order, ()) for order in orders]
    found = verdicts(*(copy.article(place) for place, copy in enumerate(copies)))
    assert list(found.values()) == ["duplicate"] * 6


def test_only_pairs_with_wanted_texts_are_answered():
    original = report("c10", "en")
    prints = [fingerprint_of(original.article(place)) for place in range(4)]
    assert {(a.one, a.other) for a in answers_among(prints, [2])} == {(0, 2), (1, 2), (2, 3)}
    assert len(answers_among(prints)) == 6
    assert answers_among(prints, []) == []


def test_short_texts_of_other_days_are_no_pair():
    body = "The President arrived in Baku on Tuesday for a visit, his office said."
    article = {"language": "en", "title": "", "body": body}
    near = [{**article, "id": 1, "published": "2025-01-31"}]
    near += [{**article, "id": 2, "published": "2025-02-01"}]
    late = {**article, "id": 3, "published": "2025-06-01"}
    assert verdicts(*near, late) == {(1, 2): "duplicate"}


@pytest.mark.parametrize(
    "bodies",
    [["", ""], ["Yes.", "Yes."], ["ж" * 300_000, "x " * 20_000], ["\0 \ud800 12", "7 " * 9_000]],
)
def test_hostile_and_tiny_texts_are_answered(bodies):
    articles = [{"id": n, "language": "en", "body": body} for n, body in enumerate(bodies)]
    prints = [fingerprint_of(article) for article in [*articles, *articles]]
    assert isinstance(answers_among(prints), list)


@pytest.fixture
def fair(make_article) -> list[dict]:
    """An English text with its trimmed copy, and the Russian one."""
    return [
        make_article("en", "en", FAIR_EN),
        make_article("en-copy", "en", trimmed(FAIR_EN)),
        make_article("ru", "ru", FAIR_RU),
    ]


@pytest.mark.parametrize("wanted", [None, [0], [1], [2]])
def test_a_copy_is_no_rival_of_what_was_translated(fair, wanted):
    found = translations(fair, wanted)
    assert found == {
        pair
        for pair in {("en", "ru"), ("en-copy", "ru")}
        if wanted is None or fair[wanted[0]]["id"] in pair
    }


def test_copies_on_both_sides_are_translations_each_of_each(fair, make_article):
    copied = [*fair, make_article("ru-copy", "ru", trimmed(FAIR_RU))]
    assert translations(copied) == {
        ("en", "ru"),
        ("en-copy", "ru"),
        ("en", "ru-copy"),
        ("en-copy", "ru-copy"),
    }


def test_a_new_version_is_no_rival_of_what_was_translated(fair, make_article):
    added = f"{FAIR_EN}\n\nThe next fair is planned for the spring, Testov added on Friday."
    fair[1] = make_article("en-new", "en", added, title="Fair (UPDATE)", published="2025-09-13")
    assert translations(fair) == {("en", "ru"), ("en-new", "ru")}


def test_a_digest_is_no_rival_of_what_it_holds(fair, make_article):
    other = report("b11", "en").paragraphs
    digest = make_article("digest", "en", "\n\n".join([FAIR_EN, *other[:2]]))
    assert ("en", "ru") in translations([fair[0], digest, fair[2]])


def test_the_other_half_of_a_report_is_a_rival(make_article):
    """It is likely too, but no copy of the half that fits better."""
    english = FAIR_EN.split("\n\n")
    halves = ["\n\n".join(english[:2]), "\n\n".join(english[2:])]
    articles = [
        make_article("en-1", "en", halves[0]),
        make_article("en-2", "en", halves[1]),
        make_article("ru", "ru", FAIR_RU),
        make_article("talks", "ru", TALKS_RU),
    ]
    found = likenesses_among([fingerprint_of(article) for article in articles])
    likely = {(pair.one, pair.other) for pair in found if pair.probability >= TRANSLATION_THRESHOLD}
    assert likely == {(0, 2), (1, 2)}
    assert translations(articles) == {("en-1", "ru")}


def test_who_names_the_same_in_other_words_tells_of_one_event(make_article):
    articles = [make_article("fair", "en", FAIR_EN), make_article("visit", "en", VISIT_EN)]
    [answer] = answers_in_one_language([fingerprint_of(article) for article in articles])
    assert answer.verdict == "same_story"


def test_who_agrees_in_names_and_figures_tells_of_one_event_in_another_language(make_article):
    articles = [make_article("fair", "en", FAIR_EN), make_article("visit", "ru", VISIT_RU)]
    [answer] = answers_among([fingerprint_of(article) for article in articles])
    assert answer.verdict == "same_story"


def test_reports_told_loosely_in_other_languages_are_found_and_few_strangers():
    """Among three dozen events, each told in two languages."""
    features = [one for one in other_reports(STORIES) if one.cluster.endswith("-4")]
    own = {one.story: one for one in features}
    told = [*others("en"), *others("ky"), *own.values()]
    prints = [fingerprint_of(one.article(place)) for place, one in enumerate(told)]
    pairs = [
        (told[answer.one], told[answer.other])
        for answer in answers_among(prints)
        if answer.verdict == "same_story"
    ]
    found = {one.story for pair in pairs for one in pair if pair[0].story == pair[1].story}
    assert len(found) >= 0.8 * len(own)
    assert sum(one.cluster != other.cluster for one, other in pairs) <= len(told) / 10


def test_an_undated_text_has_many_around_it(make_article):
    def answers(published):
        visit = make_article("visit", "ru", VISIT_RU, published=published)
        prints = [fingerprint_of(one) for one in (make_article("fair", "en", FAIR_EN), visit)]
        return {answer.score for answer in answers_among(prints)}

    assert max(answers(None), default=0) < max(answers("2025-09-12"))


def test_another_event_of_the_same_city_and_day_is_nothing(make_article):
    articles = [make_article("fair", "en", FAIR_EN), make_article("talks", "ru", TALKS_RU)]
    assert answers_among([fingerprint_of(article) for article in articles]) == []
