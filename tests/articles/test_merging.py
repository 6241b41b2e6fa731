import pytest

from articles.choices import Status, Verdict
from articles.judging import decide
from articles.merging import RELATIONS, choose_survivor, merge, plan_merge, undo_merge
from articles.models import Article, ArticleJudgement, Topic, Translation
from articles.publishing import dismiss, publish, restore
from ots_desk.merging import MergeNotAllowed
from ots_desk.relations import unhandled

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(make_text):
    return make_text()


@pytest.fixture
def russian(make_text):
    return make_text(language="ru", headline="Выдуманный заголовок", body="Садыр Жапаров сказал.")


@pytest.fixture
def pair(english, russian):
    return ArticleJudgement.objects.create(
        first=english.article, second=russian.article, score=0.9,
        proposed_verdict=Verdict.TRANSLATION,
    )  # fmt: skip


def rows():
    """Every row that a merge may touch, without version counters."""
    texts = Translation.objects.order_by("pk").values_list(
        "pk", "article_id", "replaced_by_id", "status"
    )
    articles = Article.objects.order_by("pk").values_list(
        "pk", "merged_into_id", "event_date_earliest", "topics", "about"
    )
    pairs = ArticleJudgement.objects.order_by("pk").values_list("pk", "verdict", "decided_by_id")
    return list(texts), list(articles), list(pairs)


def test_every_relation_of_an_article_is_handled():
    """A new relation must say what a merge does with it: add it to `articles.merging.RELATIONS`
    as MOVE, JOIN or STAY, and test what happens to its rows."""
    assert unhandled(Article, RELATIONS) == set()


def test_accepting_a_translation_makes_one_article_in_two_languages(pair, english, editor):
    done = decide(pair, Verdict.TRANSLATION, user=editor)
    assert done.survivor == english.article
    assert set(english.article.translations.values_list("language", flat=True)) == {"en", "ru"}
    assert Article.objects.standing().count() == 1


def test_the_duplicate_keeps_its_id_and_leads_to_the_survivor(pair, english, russian, editor):
    decide(pair, Verdict.TRANSLATION, user=editor)
    assert Article.objects.get(pk=pair.second_id).survivor() == english.article


def test_undoing_brings_every_row_back_and_the_pair_into_the_queue(pair, editor, japarov):
    pair.second.topics.add(Topic.objects.create(name="Example topic (invented)"))
    pair.second.about.add(japarov)
    pair.second.event_date = "2025-09-12"
    pair.second.save()
    before = rows()
    done = decide(pair, Verdict.TRANSLATION, user=editor)
    assert rows() != before
    assert undo_merge(done, user=editor).kept == []
    assert rows() == before
    assert list(ArticleJudgement.objects.open()) == [pair]


def test_topics_tags_and_an_event_date_are_taken_over(english, russian, editor, japarov):
    russian.article.about.add(japarov)
    russian.article.event_date = "2025-09-12"
    russian.article.save()
    merge(english.article, russian.article, user=editor)
    survivor = Article.objects.get(pk=english.article_id)
    assert list(survivor.about.all()) == [japarov]
    assert str(survivor.event_date) == "2025-09-12"


def test_undoing_leaves_a_topic_that_the_survivor_had_before(english, russian, editor):
    topic = Topic.objects.create(name="Example topic (invented)")
    english.article.topics.add(topic)
    russian.article.topics.add(topic)
    undo_merge(merge(english.article, russian.article, user=editor), user=editor)
    assert list(english.article.topics.all()) == [topic]
    assert list(russian.article.topics.all()) == [topic]


def test_of_two_texts_in_one_language_the_survivors_stays(make_text, editor):
    mine, theirs = make_text(), make_text()
    merge(mine.article, theirs.article, user=editor)
    theirs.refresh_from_db()
    assert theirs.replaced_by == mine
    assert theirs.article == mine.article


def test_a_published_text_is_not_retired_by_a_draft(make_text, editor):
    mine, theirs = make_text(), make_text()
    publish(theirs, user=editor)
    done = merge(mine.article, theirs.article, user=editor)
    assert list(Translation.objects.published()) == [theirs]
    undo_merge(done, user=editor)
    mine.refresh_from_db()
    assert mine.replaced_by is None


def test_the_article_that_readers_know_survives(make_text, editor):
    older, newer = make_text(), make_text(language="ru")
    publish(newer, user=editor)
    assert choose_survivor(older.article, newer.article)[0] == newer.article


def test_a_plan_names_what_would_move_and_changes_nothing(make_text):
    mine, theirs = make_text(), make_text()
    before = rows()
    plan = plan_merge(mine.article, theirs.article)
    assert plan.moving == [theirs]
    assert [(r.kept, r.retired) for r in plan.retirements] == [(mine, theirs)]
    assert rows() == before


def test_an_article_is_not_merged_with_itself(english, editor):
    with pytest.raises(MergeNotAllowed, match="with itself"):
        merge(english.article, english.article, user=editor)


def test_an_article_is_not_merged_twice(english, russian, make_text, editor):
    merge(english.article, russian.article, user=editor)
    with pytest.raises(MergeNotAllowed, match="already merged"):
        merge(make_text().article, russian.article, user=editor)


def test_a_merge_is_not_undone_twice(english, russian, editor):
    done = merge(english.article, russian.article, user=editor)
    undo_merge(done, user=editor)
    with pytest.raises(MergeNotAllowed, match="already undone"):
        undo_merge(done, user=editor)


def test_a_merge_that_a_later_one_depends_on_is_not_undone_first(make_text, editor):
    first, second, third = make_text(), make_text(language="ru"), make_text(language="ky")
    early = merge(second.article, third.article, user=editor)
    late = merge(first.article, second.article, user=editor)
    with pytest.raises(MergeNotAllowed, match="done later"):
        undo_merge(early, user=editor)
    undo_merge(late, user=editor)
    undo_merge(early, user=editor)
    assert Article.objects.standing().count() == 3


def test_independent_merges_are_undone_in_any_order(make_text, editor):
    first, second, third = make_text(), make_text(language="ru"), make_text(language="ky")
    early = merge(first.article, second.article, user=editor)
    late = merge(first.article, third.article, user=editor)
    undo_merge(early, user=editor)
    undo_merge(late, user=editor)
    assert Article.objects.standing().count() == 3


def test_what_was_moved_on_since_is_left_alone_and_named(english, russian, make_text, editor):
    done = merge(english.article, russian.article, user=editor)
    elsewhere = make_text(language="ky").article
    Translation.objects.filter(pk=russian.pk).update(article=elsewhere)
    kept = undo_merge(done, user=editor).kept
    assert [(row.field, row.pk) for row in kept] == [("article_id", russian.pk)]
    assert Translation.objects.get(pk=russian.pk).article == elsewhere


def test_a_pair_leaves_the_queue_with_a_text_that_is_not_for_us(pair, russian, editor):
    dismiss(russian, user=editor, reason="Sports.")
    assert not ArticleJudgement.objects.open().exists()
    restore(russian, user=editor)
    assert list(ArticleJudgement.objects.open()) == [pair]


def test_a_merged_text_stays_published(pair, english, russian, editor):
    for text in (english, russian):
        publish(text, user=editor)
    decide(pair, Verdict.TRANSLATION, user=editor)
    assert Translation.objects.published().filter(status=Status.PUBLISHED).count() == 2


def test_an_article_is_called_by_the_text_that_came_in_first(english, russian, editor):
    merge(english.article, russian.article, user=editor)
    assert str(english.article) == "Example headline (invented)"
