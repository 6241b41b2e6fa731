"""Duplicates: which texts in one language are taken for one."""

import random

import pytest

from articles.matching import DUPLICATE_THRESHOLD, find_duplicates
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TEMPLATE_EN

STANDING = (
    "The Example Agency (invented) has been reporting on culture, trade and transport since 1999 "
    "and keeps bureaus in Baku, Astana, Budapest and Tashkent, open from 9 to 18."
)


def pairs(found) -> set[frozenset]:
    return {frozenset(pair[:2]) for pair in found}


def test_the_five_seeds_hold_no_duplicates(seed_articles):
    assert find_duplicates(seed_articles) == []


def test_a_copy_scores_one(make_article):
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", FAIR_EN)]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_a_copy_with_another_headline_is_a_duplicate(make_article):
    articles = [
        make_article("a", "en", FAIR_EN, title="Fair opens"),
        make_article("b", "en", FAIR_EN, title="Publishers meet in an old city"),
    ]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_a_trimmed_copy_is_a_duplicate(make_article):
    trimmed = FAIR_EN.rsplit("\n\n", 2)[0]
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", trimmed)]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_a_reordered_copy_is_a_duplicate(make_article):
    reordered = "\n\n".join(reversed(FAIR_EN.split("\n\n")))
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", reordered)]
    assert pairs(find_duplicates(articles)) == {frozenset({"a", "b"})}


def test_a_text_inside_a_digest_is_a_duplicate(make_article):
    digest = f"{TEMPLATE_EN}\n\n{FAIR_EN}"
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", digest)]
    assert pairs(find_duplicates(articles)) == {frozenset({"a", "b"})}


def test_letter_case_accents_and_signs_make_no_difference(make_article):
    copy = FAIR_EN.replace("'", "’").replace("exhibitors", "EXHIBITORS").replace(",", " ,")
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", copy)]
    assert pairs(find_duplicates(articles)) == {frozenset({"a", "b"})}


def test_a_template_with_other_names_and_figures_is_no_duplicate(make_article):
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", TEMPLATE_EN)]
    assert find_duplicates(articles) == []


def test_texts_of_two_languages_are_no_duplicates(make_article):
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "ru", FAIR_RU)]
    assert find_duplicates(articles) == []


def test_a_paragraph_that_stands_in_many_texts_is_no_evidence(make_article):
    openings = ["Wheat is dear in Osh.", "A bridge opened in Ganja.", "It rained in Kokand."]
    articles = [
        make_article(str(number), "en", f"{opening}\n\n{STANDING}")
        for number, opening in enumerate(openings)
    ]
    assert find_duplicates(articles) == []


def test_a_reprint_keeps_its_evidence_however_often_it_comes(make_article):
    articles = [make_article(str(number), "en", FAIR_EN) for number in range(7)]
    assert len(find_duplicates(articles)) == 21


def test_lists_of_links_are_no_evidence(make_article):
    links = "\n".join(
        f"Example heading number {number} about Baku and {number * 37} other things"
        for number in range(20)
    )
    articles = [
        make_article("a", "en", f"Wheat prices rose by 3 percent in Osh.\n\n{links}"),
        make_article("b", "en", f"A bridge of 90 metres opened in Ganja.\n\n{links}"),
    ]
    assert find_duplicates(articles) == []


def test_a_dateline_makes_no_difference(make_article):
    with_dateline = f"SAMARKAND, Uzbekistan, September 12. {FAIR_EN}"
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", with_dateline)]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_a_copy_of_a_month_later_is_a_duplicate(make_article):
    articles = [
        make_article("a", "en", FAIR_EN, published="2025-09-12"),
        make_article("b", "en", FAIR_EN, published="2025-10-17"),
    ]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_an_undated_copy_is_a_duplicate(make_article):
    articles = [
        make_article("a", "en", FAIR_EN, published=None),
        make_article("b", "en", FAIR_EN, published="2021-01-31"),
    ]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_very_short_texts_are_duplicates_only_when_equal(make_article):
    articles = [
        make_article("a", "en", "Japarov arrived in Baku."),
        make_article("b", "en", "Japarov arrived in Baku."),
        make_article("c", "en", "Japarov arrived in Baku yesterday."),
    ]
    assert find_duplicates(articles) == [("a", "b", 1.0)]


def test_scores_lie_between_the_threshold_and_one(make_article):
    edited = FAIR_EN.replace("opened", "started").replace("expected", "awaited")
    articles = [make_article("a", "en", FAIR_EN), make_article("b", "en", edited)]
    [(*_, score)] = find_duplicates(articles)
    assert DUPLICATE_THRESHOLD <= score < 1


def test_the_order_of_the_articles_changes_nothing(make_article):
    articles = [
        make_article("a", "en", FAIR_EN),
        make_article("b", "en", FAIR_EN.rsplit("\n\n", 1)[0]),
        make_article("c", "en", FAIR_EN, published=None),
        make_article("d", "en", TEMPLATE_EN),
    ]
    expected = find_duplicates(articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311
        assert find_duplicates(shuffled) == expected


@pytest.mark.parametrize("bodies", [[], [FAIR_EN], ["", ""], ["ж" * 300_000, "x" * 300_000]])
def test_too_little_to_compare_gives_no_pair(make_article, bodies):
    articles = [make_article(str(number), "en", body) for number, body in enumerate(bodies)]
    assert find_duplicates(articles) == []
