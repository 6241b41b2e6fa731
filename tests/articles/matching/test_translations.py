"""Translations: which texts in two languages are taken for one."""

import random

import pytest

from articles.matching import TRANSLATION_THRESHOLD, find_translations, neighbourhoods
from articles.matching.fingerprints import pack, unpack
from articles.matching.neighbourhoods import USUAL_TEXTS
from articles.matching.translations import fingerprints_of, likenesses_among, translations_among
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU

BACKGROUND_EN = (
    "The Organization of Turkic States (OTS) is an intergovernmental organization founded in 2009 "
    "to promote cooperation. Its members are Azerbaijan, Kazakhstan, Kyrgyzstan, Türkiye and "
    "Uzbekistan; Hungary, Turkmenistan and Northern Cyprus are observers."
)
BACKGROUND_RU = (
    "Организация тюркских государств (ОТГ) – межправительственная организация, созданная в 2009 "
    "году. Ее члены – Азербайджан, Казахстан, Кыргызстан, Турция и Узбекистан; Венгрия, "
    "Туркменистан и Северный Кипр – наблюдатели."
)


def pairs(found) -> set[frozenset]:
    return {frozenset(pair[:2]) for pair in found}


def test_of_the_five_seeds_only_the_parallel_pair_is_found(seed_articles):
    [(one, other, score)] = find_translations(seed_articles)
    assert {one, other} == {"000", "001"}
    assert score > 0.95


def test_the_parallel_pair_is_found_without_dates(seed_articles):
    undated = [{**article, "published": None} for article in seed_articles]
    assert pairs(find_translations(undated)) == {frozenset({"000", "001"})}


def test_the_parallel_pair_is_found_in_a_desk_of_two_texts(seed_articles):
    assert pairs(find_translations(seed_articles[:2])) == {frozenset({"000", "001"})}


def test_an_undated_text_scores_less_than_a_dated_one(make_article):
    russian = make_article("ru", "ru", FAIR_RU)
    [(*_, dated)] = find_translations([make_article("en", "en", FAIR_EN), russian])
    [(*_, undated)] = find_translations(
        [make_article("en", "en", FAIR_EN, published=None), russian]
    )
    assert TRANSLATION_THRESHOLD <= undated < dated


def test_four_days_apart_is_near_and_five_are_not(make_article):
    russian = make_article("ru", "ru", FAIR_RU, published="2025-09-12")
    near = make_article("en", "en", FAIR_EN, published="2025-09-16")
    far = make_article("en", "en", FAIR_EN, published="2025-09-17")
    assert pairs(find_translations([near, russian])) == {frozenset({"en", "ru"})}
    assert find_translations([far, russian]) == []


def test_a_date_without_its_day_counts_as_no_date(make_article):
    russian = make_article("ru", "ru", FAIR_RU, published="2025-09-12")
    month = make_article("en", "en", FAIR_EN, published="2025-01")
    assert pairs(find_translations([month, russian])) == {frozenset({"en", "ru"})}


def test_another_event_of_the_same_day_and_city_is_no_translation(make_article):
    articles = [make_article("fair", "en", FAIR_EN), make_article("talks", "ru", TALKS_RU)]
    assert find_translations(articles) == []


def test_the_true_partner_wins_over_another_event_of_the_day(make_article):
    articles = [
        make_article("fair", "en", FAIR_EN),
        make_article("talks", "ru", TALKS_RU),
        make_article("fair-ru", "ru", FAIR_RU),
    ]
    assert pairs(find_translations(articles)) == {frozenset({"fair", "fair-ru"})}


def test_two_texts_of_one_language_are_no_translation(make_article):
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", FAIR_EN)]
    assert find_translations(articles) == []


def test_standing_background_is_no_evidence(make_article):
    english = make_article("en", "en", f"Wheat prices rose on Monday.\n\n{BACKGROUND_EN}")
    russian = make_article("ru", "ru", f"В школах начались каникулы.\n\n{BACKGROUND_RU}")
    assert find_translations([english, russian]) == []


def test_scores_lie_between_the_threshold_and_one(seed_articles):
    scores = [score for *_, score in find_translations(seed_articles)]
    assert scores
    assert all(TRANSLATION_THRESHOLD <= score <= 1 for score in scores)


def test_the_order_of_the_articles_changes_nothing(seed_articles, make_article):
    articles = [
        *seed_articles,
        make_article("fair", "en", FAIR_EN),
        make_article("fair-ru", "ru", FAIR_RU),
        make_article("talks", "ru", TALKS_RU, published=None),
    ]
    expected = find_translations(articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311
        assert find_translations(shuffled) == expected


def test_an_article_is_not_changed(seed_articles):
    before = [dict(article) for article in seed_articles]
    find_translations(seed_articles)
    assert seed_articles == before


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_articles_have_no_pair(seed_articles, count):
    assert find_translations(seed_articles[:count]) == []


@pytest.mark.parametrize(
    "body",
    ["", " \n\n \n", "ж" * 300_000, "1 " * 50_000, "\x00\ufffd\u202e", "A B C. " * 20_000],
    ids=["empty", "blank", "one long word", "figures", "signs", "long"],
)
def test_odd_texts_match_nothing_and_spoil_nothing(seed_articles, make_article, body):
    odd = [make_article("odd-en", "en", body), make_article("odd-ru", "ru", body, published=None)]
    found = pairs(find_translations([*seed_articles, *odd]))
    assert {pair for pair in found if "000" in pair} == {frozenset({"000", "001"})}
    assert not any(len(pair & {"odd-en", "odd-ru"}) == 1 for pair in found)


def test_missing_values_are_no_error(make_article):
    blank = {"id": 1, "language": None, "title": None, "body": None, "published": None}
    assert find_translations([blank, {**blank, "id": 2}]) == []


def test_uzbek_in_cyrillic_letters_is_uzbek(make_article):
    articles = [make_article("a", "uz-Cyrl", FAIR_RU), make_article("b", "uz", FAIR_RU)]
    assert find_translations(articles) == []


@pytest.fixture
def many_notes(make_article):
    """More texts than one neighbourhood holds, each with a name and a figure of its own."""
    return [
        make_article(
            f"note{n:03}",
            "en" if n % 2 else "ru",
            f"Note {1000 + n} (invented) tells of Testov{chr(97 + n % 26)}{chr(97 + n // 26)}.",
            published=f"2025-{1 + n % 12:02}-{1 + n % 28:02}",
        )
        for n in range(USUAL_TEXTS + 20)
    ]


def test_a_wanted_text_is_matched_as_among_all(seed_articles, make_article):
    articles = [*seed_articles, make_article("fair", "en", FAIR_EN)]
    prints = fingerprints_of([*articles, make_article("fair-ru", "ru", FAIR_RU)])
    fair = len(prints) - 1
    wanted = [pair for pair in translations_among(prints) if fair in pair[:2]]
    assert wanted
    assert translations_among(prints, {fair}) == wanted
    assert translations_among(prints, set()) == []


def test_stored_fingerprints_match_as_fresh_ones(seed_articles):
    prints = fingerprints_of(seed_articles)
    stored = [unpack(text.id, text.language, text.day, pack(text)) for text in prints]
    assert translations_among(stored) == translations_among(prints)


def test_pairs_that_are_not_accepted_are_told_with_their_likeness(make_article):
    articles = [make_article("fair", "en", FAIR_EN), make_article("talks", "ru", TALKS_RU)]
    found = likenesses_among(fingerprints_of(articles))
    assert all(0 <= pair.probability < TRANSLATION_THRESHOLD for pair in found)


@pytest.mark.parametrize("undated", [{"en"}, {"ru"}, {"en", "ru"}])
def test_undated_texts_are_found_among_many(many_notes, make_article, undated):
    fair = [
        make_article(id, id, body, published=None if id in undated else "2025-09-12")
        for id, body in (("en", FAIR_EN), ("ru", FAIR_RU))
    ]
    prints = fingerprints_of([*many_notes, *fair])
    count = len(prints)
    assert {(count - 2, count - 1)} <= {pair[:2] for pair in translations_among(prints)}
    assert [pair[:2] for pair in translations_among(prints, {count - 1})] == [
        (count - 2, count - 1)
    ]


def test_the_order_of_many_texts_changes_nothing(many_notes, make_article):
    articles = [*many_notes, make_article("en", "en", FAIR_EN), make_article("ru", "ru", FAIR_RU)]
    expected = find_translations(articles)
    assert frozenset({"en", "ru"}) in pairs(expected)
    assert find_translations(articles[::-1]) == expected


def test_a_crowded_day_is_compared_by_what_is_rare(many_notes, make_article, monkeypatch):
    monkeypatch.setattr(neighbourhoods, "CROWD", 100)
    one_day = [{**article, "published": "2025-09-12"} for article in many_notes]
    articles = [*one_day, make_article("en", "en", FAIR_EN), make_article("ru", "ru", FAIR_RU)]
    assert frozenset({"en", "ru"}) in pairs(find_translations(articles))
