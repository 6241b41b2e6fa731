"""Evidence: why two texts are proposed as a pair."""

import json

import pytest

from articles.matching import explain
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU


@pytest.fixture
def parallel(seed_articles) -> dict:
    return explain(*seed_articles[:2], score=0.97)


def test_the_paragraphs_of_the_parallel_seeds_align_one_to_one(parallel):
    assert parallel["paragraphs"] == [[number, number] for number in range(10)]
    assert parallel["paragraph_counts"] == [10, 10]


def test_the_parallel_seeds_share_all_figures(parallel):
    assert parallel["figures"] == ["12", "2040", "2022–2026"]
    assert parallel["figure_counts"] == [3, 3]


def test_the_parallel_seeds_share_names_in_either_script(parallel):
    names = parallel["names"]
    assert ["Japarov", "Жапаров"] in names
    assert ["Bishkek", "Бишкеке"] in names
    assert ["Memiş", "Мемиш"] in names
    assert len({ours for ours, _ in names}) == len({theirs for _, theirs in names}) == len(names)


def test_what_differs_is_named_by_codes(parallel):
    assert parallel["days_apart"] == 0
    assert parallel["differs"] == [
        "only_first_headline",
        "only_second_caption",
        "only_second_credit",
    ]


def test_evidence_is_ready_for_json(parallel):
    assert json.loads(json.dumps(parallel)) == parallel
    assert parallel["score"] == 0.97


def test_persons_that_both_name_are_shown_in_both_spellings(make_article):
    one = {**make_article("a", "en", FAIR_EN), "persons": {7: "Orhan Testov", 8: "Leyla Sample"}}
    other = {**make_article("b", "ru", FAIR_RU), "persons": {7: "Орхан Тестов", 9: "Кто-то"}}
    evidence = explain(one, other)
    assert evidence["persons"] == [["Orhan Testov", "Орхан Тестов"]]
    assert evidence["person_counts"] == [2, 2]


def test_paragraphs_left_out_of_a_translation_stay_without_partner(make_article):
    first, _, third, _ = FAIR_RU.split("\n\n")
    evidence = explain(
        make_article("a", "en", FAIR_EN), make_article("b", "ru", f"{first}\n\n{third}")
    )
    assert evidence["paragraphs"] == [[0, 0], [2, 1]]
    assert evidence["paragraph_counts"] == [4, 2]
    assert evidence["differs"] == ["longer_first"]


def test_an_undated_text_is_no_days_apart(make_article):
    evidence = explain(
        make_article("a", "en", FAIR_EN, published=None), make_article("b", "ru", TALKS_RU)
    )
    assert evidence["days_apart"] is None
    assert evidence["differs"] == ["only_second_date", "longer_first"]


def test_days_apart_are_counted_either_way(make_article):
    late = make_article("a", "en", FAIR_EN, published="2025-09-15")
    early = make_article("b", "ru", FAIR_RU, published="2025-09-12")
    assert explain(late, early)["days_apart"] == explain(early, late)["days_apart"] == 3


def test_empty_texts_have_no_evidence(make_article):
    evidence = explain(make_article("a", "en", ""), make_article("b", "ru", ""))
    assert evidence["paragraphs"] == evidence["names"] == evidence["figures"] == []
    assert evidence["paragraph_counts"] == [0, 0]


def test_a_text_of_very_many_paragraphs_is_not_aligned(make_article):
    endless = "\n\n".join(["One more paragraph."] * 5000)
    evidence = explain(make_article("a", "en", endless), make_article("b", "ru", FAIR_RU))
    assert evidence["paragraphs"] == []
    assert evidence["paragraph_counts"] == [5000, 4]


def test_what_only_one_text_has_is_named(make_article):
    longer = f"{FAIR_EN}\n\nIlona Model came from Debrecen with 377 books."
    one = make_article("a", "en", FAIR_EN, title="Fair", published="2025-09-12")
    other = make_article("b", "en", longer, title="Fair (UPDATE)", published="2025-09-13")
    evidence = explain(one, other)
    assert evidence["only_paragraphs"] == [[], [4]]
    assert evidence["only_figures"] == [[], ["377"]]
    assert {"Ilona", "Debrecen"} <= set(evidence["only_names"][1])
    assert evidence["unlike"] == ["title", "published"]
    assert evidence["update_marks"] == ["", "(UPDATE)"]


def test_a_joined_paragraph_stands_for_both_parts(make_article):
    first, second, *rest = FAIR_EN.split("\n\n")
    joined = "\n\n".join([f"{first} {second}", *rest])
    evidence = explain(make_article("a", "en", FAIR_EN), make_article("b", "en", joined))
    assert evidence["same_paragraphs"] == [[0, 0], [1, 0], [2, 1], [3, 2]]
    assert evidence["only_paragraphs"] == [[], []]
