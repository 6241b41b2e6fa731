import pytest

from articles.choices import Status, Verdict
from articles.editing import save_text
from articles.judging import decide
from articles.merge_plans import (
    CHOSEN,
    CHOSEN_OF_TEXTS,
    RELATIONS,
    STAYING,
    plan_merge,
)
from articles.merging import choose_survivor, merge, undo_merge
from articles.models import Article, ArticleJudgement, Coverage, Mention, Story, Topic, Translation
from articles.publishing import dismiss, publish, restore
from articles.recognising import recognise
from articles.search import search
from ots_desk.kept import in_words
from ots_desk.merging import MergeNotAllowed, Side
from ots_desk.relations import unhandled
from ots_desk.reversing import tried

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
    assert undo_merge(done, user=editor) == []
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


def test_a_text_with_a_headline_of_its_own_stands_before_one_without(make_text, editor):
    proposed, printed = make_text(headline_is_proposed=True), make_text()
    merge(proposed.article, printed.article, user=editor)
    proposed.refresh_from_db()
    assert proposed.replaced_by == printed


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
    theirs.article.topics.add(Topic.objects.create(name="Example topic (invented)"))
    before = rows()
    plan = plan_merge(mine.article, theirs.article)
    assert [(one.name, one.count) for one in plan.moving] == [("translations", 1), ("topics", 1)]
    assert [(one.kept, one.retired) for one in plan.conflicts] == [(mine, theirs)]
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
    kept = undo_merge(done, user=editor)
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


# What an editor chooses


def test_every_field_of_an_article_is_chosen_or_stays():
    """A new field must be listed in `articles.merge_plans`: among CHOSEN where an editor picks the
    value, else among STAYING; one of texts that editors change is in `Translation.TEXT_FIELDS`."""
    columns = {field.name for field in Article._meta.concrete_fields}
    chosen = {f"{name}_{end}" for name in CHOSEN for end in ("earliest", "latest")}
    assert columns == chosen | STAYING
    assert set(Translation.TEXT_FIELDS) - set(CHOSEN_OF_TEXTS) == {
        "language",
        "headline_is_proposed",
    }


def test_an_event_date_is_chosen_from_either_or_written_anew(english, russian, editor):
    for article, day in ((english.article, "2025-09-12"), (russian.article, "2025-09-13")):
        article.event_date = day
        article.save()
    [difference] = plan_merge(english.article, russian.article).differences
    assert (difference.label, difference.wins) == ("Date of the event", Side.SURVIVOR)
    for choice, date in ((Side.DUPLICATE, "2025-09-13"), ("2025-09", "2025-09")):
        done = merge(english.article, russian.article, user=editor, choices={"event_date": choice})
        assert str(Article.objects.get(pk=english.article_id).event_date) == date
        undo_merge(done, user=editor)
    assert str(Article.objects.get(pk=english.article_id).event_date) == "2025-09-12"


def test_a_third_value_that_a_field_can_t_have_is_refused_and_nothing_changes(
    english, russian, editor
):
    english.article.event_date = "2025-09-12"
    english.article.save()
    before = rows()
    with pytest.raises(MergeNotAllowed, match="Date of the event: “soon”"):
        merge(english.article, russian.article, user=editor, choices={"event_date": "soon"})
    assert rows() == before


def test_an_editor_chooses_which_text_stands_and_whose_values_it_has(make_text, editor):
    mine = make_text(credit="Photo by an example (invented)")
    theirs = make_text(headline="Another headline (invented)", source_url="https://example.org/1")
    choices = {
        "en:stands": Side.DUPLICATE,
        "en:credit": Side.SURVIVOR,
        "en:headline": "Third headline (invented)",
    }
    done = merge(mine.article, theirs.article, user=editor, choices=choices)
    theirs.refresh_from_db()
    mine.refresh_from_db()
    assert (mine.replaced_by, theirs.replaced_by) == (theirs, None)
    assert theirs.credit == "Photo by an example (invented)"
    assert theirs.headline == "Third headline (invented)"
    assert theirs.source_url == "https://example.org/1"
    assert theirs.revisions.first().note == "merged"
    assert undo_merge(done, user=editor) == []
    theirs.refresh_from_db()
    assert (theirs.headline, theirs.credit) == ("Another headline (invented)", "")


@pytest.mark.parametrize("choices", [{"en:source_url": "gopher://x"}, {"en:headline": "x" * 501}])
def test_a_value_that_a_text_can_t_have_is_refused(make_text, editor, choices):
    mine, theirs = make_text(), make_text(headline="Another", source_url="https://example.org/1")
    with pytest.raises(MergeNotAllowed):
        merge(mine.article, theirs.article, user=editor, choices=choices)
    assert Article.objects.standing().count() == 2


def mentions_of(text):
    return list(text.mentions.order_by("pk").values())


@pytest.fixture
def named(make_text, japarov, bishkek):
    """Two texts with names, of which the second has another body."""
    mine = make_text()
    theirs = make_text(body="In Bishkek the guests met.\n\nThen Sadyr Japarov spoke.")
    recognise([mine, theirs])
    return Translation.objects.get(pk=mine.pk), Translation.objects.get(pk=theirs.pk)


def test_names_follow_a_body_that_was_chosen_and_come_back_with_the_undo(named, editor):
    mine, theirs = named
    mine.mentions.update(decided_by=editor)
    before = mentions_of(mine), mentions_of(theirs), rows()
    done = merge(mine.article, theirs.article, user=editor, choices={"en:body": Side.DUPLICATE})
    mine.refresh_from_db()
    assert mine.body == theirs.body
    words = [mine.body[m.start : m.end] for m in mine.mentions.confirmed()]
    assert "Sadyr Japarov" in words
    assert undo_merge(done, user=editor) == []
    assert (mentions_of(mine), mentions_of(theirs), rows()) == before


def test_a_body_edited_since_stays_with_its_names(named, editor):
    mine, theirs = named
    done = merge(mine.article, theirs.article, user=editor, choices={"en:body": Side.DUPLICATE})
    mine.refresh_from_db()
    mine.body = f"New paragraph.\n\n{mine.body}"
    save_text(mine, user=editor)
    edited = mine.body, mentions_of(mine)
    would_keep = tried(lambda: undo_merge(done, user=editor))
    assert Translation.objects.get(pk=theirs.pk).replaced_by == mine
    assert undo_merge(done, user=editor) == would_keep
    assert in_words(would_keep) == [f"Text {mine.pk} “{mine}”: body (changed since)"]
    mine.refresh_from_db()
    assert (mine.body, mentions_of(mine)) == edited
    assert Translation.objects.get(pk=theirs.pk).article == theirs.article


def test_a_name_marked_since_in_words_that_go_again_is_broken(named, editor, bishkek):
    mine, theirs = named
    done = merge(mine.article, theirs.article, user=editor, choices={"en:body": Side.DUPLICATE})
    Mention.objects.create(
        translation=mine, field="body", start=11, end=21, text="the guests", entity=bishkek,
        status="confirmed", decided_by=editor,
    )  # fmt: skip
    undo_merge(done, user=editor)
    assert mine.mentions.get(text="the guests").status == "broken"


def test_a_plan_that_was_overtaken_is_refused(english, russian, editor):
    state = plan_merge(english.article, russian.article).state
    russian.headline = "Другой заголовок"
    russian.save()
    with pytest.raises(MergeNotAllowed, match="since you looked"):
        merge(english.article, russian.article, user=editor, seen=state)


# What readers see


def test_a_plan_says_where_addresses_lead_and_what_is_shown_no_more(make_text, editor):
    mine, theirs = make_text(), make_text(headline="Another headline (invented)")
    publish(theirs, user=editor)
    stays = plan_merge(mine.article, theirs.article)
    assert stays.warnings == ()
    [redirect] = stays.redirects
    own, other = mine.article_id, theirs.article_id
    assert redirect.address == f"/en/articles/{other}-another-headline-invented/"
    assert redirect.leads_to == f"/en/articles/{own}-another-headline-invented/"
    gone = plan_merge(mine.article, theirs.article, {"en:stands": Side.SURVIVOR})
    assert gone.redirects[0].leads_to == ""
    assert "readers will see no text in English any more" in gone.warnings[0]


def test_a_published_text_that_gives_way_to_a_published_one_is_named(make_text, editor):
    texts = [make_text(headline=f"Headline {n} (invented)") for n in (1, 2)]
    for text in texts:
        publish(text, user=editor)
    [warning] = plan_merge(texts[0].article, texts[1].article).warnings
    assert warning == (
        "“Headline 2 (invented)” is published; readers will see “Headline 1 (invented)” instead."
    )


def test_search_follows_a_merge_and_its_undo(make_text, editor):
    texts = [make_text(headline=f"Railway {word}", public_use="full") for word in ("one", "two")]
    for text in texts:
        publish(text, user=editor)
    done = merge(texts[0].article, texts[1].article, user=editor)
    assert search("railway").ids == [texts[0].pk]
    undo_merge(done, user=editor)
    assert sorted(search("railway").ids) == [text.pk for text in texts]


def test_a_chain_of_merges_leads_to_its_end_at_once_and_is_not_kept(client, make_text, editor):
    texts = [
        make_text(headline=f"Headline {n} (invented)", language=language, public_use="full")
        for n, language in enumerate(("en", "ru", "tr"))
    ]
    for text in texts:
        publish(text, user=editor)
    first, second, third = (text.article for text in texts)
    merge(second, first, user=editor)
    done = merge(third, second, user=editor)
    answer = client.get(f"/en/articles/{first.pk}-headline-0-invented/")
    assert answer.status_code == 302
    assert answer.url == f"/en/articles/{third.pk}-headline-0-invented/"
    moved = client.get(f"/api/v1/articles/{first.pk}/")
    assert (moved.status_code, moved.json()["id"]) == (301, third.pk)
    assert moved["Cache-Control"] == "no-cache"
    undo_merge(done, user=editor)
    assert client.get(f"/api/v1/articles/{first.pk}/").json()["id"] == second.pk
    assert client.get(f"/en/articles/{second.pk}-headline-0-invented/").status_code == 200


# Stories, and what depends on what


def test_a_story_has_the_one_article_once(english, russian, editor):
    story, other = Story.objects.create(), Story.objects.create()
    for of_story, article in (
        (story, english.article), (story, russian.article), (other, russian.article)
    ):  # fmt: skip
        Coverage.objects.create(story=of_story, article=article)
    before = list(Coverage.objects.order_by("pk").values())
    [coverage] = [
        one for one in plan_merge(english.article, russian.article).moving if one.name == "coverage"
    ]
    assert (coverage.count, coverage.doubles) == (2, 1)
    done = merge(english.article, russian.article, user=editor)
    assert [list(one.articles.all()) for one in (story, other)] == [[english.article]] * 2
    undo_merge(done, user=editor)
    assert list(Coverage.objects.order_by("pk").values()) == before


def test_a_refusal_names_the_later_merge(make_text, editor):
    first, second, third = make_text(), make_text(language="ru"), make_text(language="ky")
    early = merge(second.article, third.article, user=editor)
    late = merge(first.article, second.article, user=editor)
    with pytest.raises(MergeNotAllowed) as refused:
        undo_merge(early, user=editor)
    assert refused.value.blocking == late


def test_a_text_that_replaced_one_of_a_later_merge_holds_the_earlier_one(make_text, editor):
    draft, came, third = make_text(language="ru"), make_text(), make_text()
    early = merge(draft.article, came.article, user=editor)
    late = merge(draft.article, third.article, user=editor)  # `came` replaces the third's text
    with pytest.raises(MergeNotAllowed) as refused:
        undo_merge(early, user=editor)
    assert refused.value.blocking == late


def test_a_text_that_was_retired_before_holds_nothing(make_text, editor):
    mine, second, third = make_text(), make_text(), make_text()
    early = merge(mine.article, second.article, user=editor)
    publish(third, user=editor)
    late = merge(mine.article, third.article, user=editor)  # the third's text retires mine
    undo_merge(early, user=editor)
    assert list(Translation.objects.standing().order_by("pk")) == [second, third]
    undo_merge(late, user=editor)
    assert list(Translation.objects.standing().order_by("pk")) == [mine, second, third]
