"""Proposing: which pairs stand in the editors' queue after texts came in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.choices import MentionStatus, Status, Verdict
from articles.matching.gathering import gather
from articles.matching.proposing import propose_pairs
from articles.models import Article, ArticleJudgement, Mention, Translation
from people.models import Entity
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU

DAY = "2025-09-12"


@pytest.fixture
def seed_texts(seed_articles, make_text) -> list[Translation]:
    return [
        make_text(
            language=article["language"],
            headline=article["title"],
            body=article["body"],
            published=article["published"],
            credit=article["credit"],
            caption=article["caption"],
        )
        for article in seed_articles
    ]


@pytest.fixture
def fair(make_text) -> Translation:
    return make_text(headline="", body=FAIR_EN, published=DAY)


@pytest.fixture
def fair_ru(make_text) -> Translation:
    return make_text(headline="", language="ru", body=FAIR_RU, published=DAY)


def judge(one: Translation, other: Translation, verdict: Verdict) -> ArticleJudgement:
    first, second = sorted((one.article, other.article), key=lambda article: article.pk)
    decided_at = None if verdict == Verdict.UNDECIDED else timezone.now()
    return ArticleJudgement.objects.create(
        first=first,
        second=second,
        verdict=verdict,
        proposed_verdict=Verdict.TRANSLATION,
        decided_at=decided_at,
    )


def test_the_five_seeds_give_one_open_pair(seed_texts):
    assert propose_pairs(seed_texts) == 1
    pair = ArticleJudgement.objects.get()
    assert (pair.first, pair.second) == (seed_texts[0].article, seed_texts[1].article)
    assert (pair.verdict, pair.proposed_verdict) == (Verdict.UNDECIDED, Verdict.TRANSLATION)
    assert pair.score > 0.95
    assert pair.evidence["texts"] == [seed_texts[0].pk, seed_texts[1].pk]
    assert pair.evidence["paragraphs"] == [[number, number] for number in range(10)]
    assert pair.evidence["score"] == pair.score


def test_a_new_text_is_compared_with_stored_ones(fair, fair_ru):
    assert propose_pairs([fair_ru]) == 1


def test_stored_texts_are_not_compared_with_each_other(fair, fair_ru, make_text):
    newcomer = make_text(language="ru", body=TALKS_RU, published=DAY)
    assert propose_pairs([newcomer]) == 0


def test_the_lower_article_is_first_whichever_text_is_new(fair_ru, fair):
    propose_pairs([fair_ru])
    pair = ArticleJudgement.objects.get()
    assert (pair.first_id, pair.second_id) == (fair_ru.article_id, fair.article_id)
    assert pair.evidence["texts"] == [fair_ru.pk, fair.pk]


def test_a_copy_is_proposed_as_duplicate(fair, make_text):
    copy = make_text(body=FAIR_EN, published=DAY)
    assert propose_pairs([copy]) == 1
    assert ArticleJudgement.objects.get().proposed_verdict == Verdict.DUPLICATE


def test_a_copy_is_found_a_month_later(fair, make_text):
    copy = make_text(body=FAIR_EN, published="2025-10-14")
    assert propose_pairs([copy]) == 1
    assert ArticleJudgement.objects.get().first_id == fair.article_id


def test_proposing_again_adds_nothing(fair, fair_ru):
    propose_pairs([fair, fair_ru])
    assert propose_pairs([fair, fair_ru]) == 0
    assert ArticleJudgement.objects.count() == 1


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE, Verdict.UNDECIDED])
def test_a_known_pair_is_left_as_it_is(fair, fair_ru, verdict):
    known = judge(fair, fair_ru, verdict)
    assert propose_pairs([fair, fair_ru]) == 0
    known.refresh_from_db()
    assert (known.verdict, known.score) == (verdict, None)


def test_a_pair_that_was_judged_before_a_merge_stays_judged(fair, fair_ru, make_text):
    judge(fair, fair_ru, Verdict.DIFFERENT)
    survivor = Article.objects.create()
    Article.objects.filter(pk=fair.article_id).update(merged_into=survivor)
    Translation.objects.filter(pk=fair.pk).update(article=survivor)
    assert propose_pairs([fair_ru]) == 0


def test_texts_of_one_article_are_no_pair(fair, fair_ru):
    Translation.objects.filter(pk=fair_ru.pk).update(article=fair.article)
    assert propose_pairs([fair, fair_ru]) == 0


@pytest.mark.parametrize(
    "values",
    [{"status": Status.NOT_FOR_US}, {"body": ""}, {"language": ""}],
    ids=["dismissed", "without a body", "without a language"],
)
def test_a_text_that_can_not_be_compared_is_passed_over(fair, fair_ru, values):
    Translation.objects.filter(pk=fair.pk).update(**values)
    assert propose_pairs([fair_ru]) == 0
    assert propose_pairs([fair]) == 0


def test_a_replaced_text_is_passed_over(fair, fair_ru, make_text):
    successor = make_text(language="ru", body=TALKS_RU)
    Translation.objects.filter(pk=fair.pk).update(replaced_by=successor)
    assert propose_pairs([fair_ru]) == 0


def test_an_undated_text_finds_a_dated_one_and_is_found(fair_ru, make_text):
    undated = make_text(headline="", body=FAIR_EN)
    assert propose_pairs([undated]) == 1
    ArticleJudgement.objects.all().delete()
    assert propose_pairs([fair_ru]) == 1


def test_a_text_dated_by_its_month_counts_as_undated(fair_ru, make_text):
    vague = make_text(headline="", body=FAIR_EN, published="2025-01")
    assert propose_pairs([vague]) == 1
    assert ArticleJudgement.objects.get().evidence["days_apart"] is None
    ArticleJudgement.objects.all().delete()
    assert propose_pairs([fair_ru]) == 1


def test_a_text_far_in_time_is_no_partner(fair_ru, make_text):
    make_text(headline="", body=FAIR_EN, published="2025-09-17")
    assert propose_pairs([fair_ru]) == 0


def test_a_proposed_headline_is_no_headline(fair_ru, make_text):
    make_text(headline=FAIR_EN[:90], headline_is_proposed=True, body=FAIR_EN, published=DAY)
    Translation.objects.filter(pk=fair_ru.pk).update(headline="Ярмарка (вымышленная)")
    propose_pairs([fair_ru])
    assert ArticleJudgement.objects.get().evidence["differs"] == ["only_first_headline"]


def test_persons_of_both_texts_are_evidence_unless_rejected(fair, fair_ru):
    testov = Entity.objects.create(kind="person", name="Orhan Testov (invented)")
    sample = Entity.objects.create(kind="person", name="Leyla Sample (invented)")
    samarkand = Entity.objects.create(kind="place", name="Samarkand")
    mention(fair, testov, "Orhan Testov"), mention(fair_ru, testov, "Орхан Тестов")
    mention(fair, sample, "Leyla Sample", MentionStatus.REJECTED)
    mention(fair_ru, sample, "Лейлой Сампле")
    mention(fair, samarkand, "Samarkand"), mention(fair_ru, samarkand, "Самарканде")
    propose_pairs([fair])
    evidence = ArticleJudgement.objects.get().evidence
    assert evidence["persons"] == [["Orhan Testov", "Орхан Тестов"]]
    assert evidence["person_counts"] == [1, 2]


def mention(text, entity, words, status=MentionStatus.CONFIRMED) -> None:
    start = text.body.index(words)
    Mention.objects.create(
        translation=text,
        field="body",
        start=start,
        end=start + len(words),
        text=words,
        entity=entity,
        status=status,
    )


def test_a_third_text_makes_one_pair_with_a_merged_article(fair, fair_ru, make_text):
    Translation.objects.filter(pk=fair_ru.pk).update(article=fair.article)
    copy = make_text(headline="", language="ru", body=FAIR_RU, published=DAY)
    assert propose_pairs([copy]) == 1
    pair = ArticleJudgement.objects.get()
    assert pair.proposed_verdict == Verdict.DUPLICATE
    assert pair.evidence["texts"] == [fair_ru.pk, copy.pk]


def test_nothing_given_gives_no_pair(db):
    assert propose_pairs([]) == 0


def test_queries_do_not_grow_with_the_batch(fair, fair_ru, make_text):
    more = [
        make_text(language="ru", body=f"{TALKS_RU}\n\nЭто текст номер {n}.", published=DAY)
        for n in range(5)
    ]
    more += [make_text(body=FAIR_EN, published=f"2024-{n:02}-07") for n in range(1, 6)]
    few = count_queries([fair_ru, *more[:2], *more[-2:]])
    ArticleJudgement.objects.all().delete()
    assert count_queries([fair_ru, *more]) == few


def count_queries(texts) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert propose_pairs(texts) >= 1
    return len(queries)


def test_where_few_texts_lie_near_the_latest_ones_before_show_what_is_usual(make_text):
    for month in ("01", "02", "03"):
        make_text(language="ru", body=TALKS_RU, published=f"2025-{month}-10")
    make_text(language="ru", body=TALKS_RU, published="2025-12-10")
    newcomer = make_text(body=FAIR_EN, published=DAY)
    [block] = gather([newcomer.pk])
    assert block.wanted == {newcomer.pk}
    assert len(block.prints) == 4
