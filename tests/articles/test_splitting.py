import pytest

from articles.choices import MentionStatus, Verdict
from articles.editing import save_text, write_article
from articles.judging import reopen
from articles.merging import merge, undo_merge
from articles.models import Article, ArticleJudgement, Coverage, Split, Story, Topic, Translation
from articles.publishing import publish
from articles.recognising import recognise
from articles.splitting import SplitNotAllowed, split_text, undo_split
from articles.story_changes import begin
from ots_desk.kept import in_words
from ots_desk.merging import MergeNotAllowed
from ots_desk.reversing import tried

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(make_text):
    return make_text()


@pytest.fixture
def russian(english, make_text):
    """A second text of the same article, which had replaced another one."""
    text = make_text(article=english.article, language="ru", headline="Выдуманный заголовок")
    make_text(article=english.article, language="ru", headline="Другой", replaced_by=text)
    return text


def rows():
    """Every row that a split may touch, without version counters."""
    found = [
        list(model.objects.order_by("pk").values())
        for model in (Article, ArticleJudgement, Coverage, Story)
    ]
    for row in (row for of_model in found for row in of_model):
        row.pop("version", None)
    texts = Translation.objects.order_by("pk").values_list("pk", "article", "replaced_by")
    return [*found, list(texts)]


def test_a_text_becomes_an_article_of_its_own_with_what_it_replaced(russian, english, editor):
    split = split_text(russian, user=editor, reason="Another day.")
    assert set(split.made.translations.values_list("headline", flat=True)) == {
        "Выдуманный заголовок",
        "Другой",
    }
    assert list(english.article.translations.all()) == [english]
    assert (split.reason, split.made_by) == ("Another day.", editor)


def test_names_and_revisions_go_along(russian, editor, japarov):
    russian.body = "Садыр Жапаров сказал."
    save_text(russian, user=editor)
    recognise([russian])
    mentions = list(russian.mentions.values())
    split_text(russian, user=editor)
    assert mentions
    assert list(russian.mentions.values()) == mentions
    assert russian.revisions.count() == 2


def test_the_two_are_remembered_as_different(russian, english, editor):
    split = split_text(russian, user=editor)
    pair = ArticleJudgement.objects.get(first=english.article, second=split.made)
    assert (pair.verdict, pair.decided_by) == (Verdict.DIFFERENT, editor)
    with pytest.raises(MergeNotAllowed):
        merge(english.article, split.made, user=editor)


def test_an_editor_may_leave_open_whether_they_are_different(russian, editor):
    split_text(russian, user=editor, are_different=False)
    assert not ArticleJudgement.objects.exists()


def test_a_story_that_it_led_is_led_by_nobody_until_the_undo(russian, english, editor):
    story = Story.objects.create(lead=russian)
    Coverage.objects.create(story=story, article=english.article)
    before = rows()
    split = split_text(russian, user=editor)
    assert Story.objects.get().lead is None
    assert undo_split(split, user=editor) == []
    assert rows() == before


def test_undoing_brings_every_row_back(russian, editor):
    before = rows()
    split = split_text(russian, user=editor)
    assert rows() != before
    assert undo_split(split, user=editor) == []
    assert rows() == before
    split.refresh_from_db()
    assert (split.undone_by, split.made) == (editor, None)
    with pytest.raises(SplitNotAllowed, match="already undone"):
        undo_split(split, user=editor)


def test_the_only_text_and_a_replaced_one_stay(english, russian, editor):
    with pytest.raises(SplitNotAllowed, match="was replaced"):
        split_text(Translation.objects.get(headline="Другой"), user=editor)
    split_text(russian, user=editor)
    with pytest.raises(SplitNotAllowed, match="only text"):
        split_text(english, user=editor)


def test_what_the_machine_proposed_since_is_in_nobodys_way(russian, make_text, editor):
    split = split_text(russian, user=editor)
    ArticleJudgement.objects.create(first=split.made, second=make_text().article)
    assert undo_split(split, user=editor) == []
    assert not ArticleJudgement.objects.exists()


def test_a_text_written_since_in_that_language_stays_and_is_named(russian, english, editor):
    split = split_text(russian, user=editor)
    write_article(
        user=editor, article=english.article, language="ru", headline="Новый", body="Слова."
    )
    words = in_words(tried(lambda: undo_split(split, user=editor)))
    assert f"Text {russian.pk} “{russian}”: article (its place is taken by now)" in words
    assert any("in use by now" in one for one in words)
    undo_split(split, user=editor)
    assert Translation.objects.get(pk=russian.pk).article == split.made


def test_topics_given_to_the_new_article_keep_it(russian, editor):
    split = split_text(russian, user=editor)
    split.made.topics.add(Topic.objects.create(name="Example topic (invented)"))
    assert [one.pk for one in undo_split(split, user=editor)] == [split.made_id]
    assert Translation.objects.get(pk=russian.pk).article == split.article
    assert Article.objects.get(pk=split.made_id).survivor() == split.article
    assert Article.objects.standing().count() == 1


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_what_was_decided_of_the_new_article_is_taken_back_first(
    russian, make_text, editor, judge, verdict
):
    split = split_text(russian, user=editor)
    pair = judge(split.made, make_text().article, verdict)
    with pytest.raises(SplitNotAllowed, match="decided since") as refused:
        undo_split(split, user=editor)
    assert refused.value.blocking == pair
    reopen(pair, user=editor)
    assert undo_split(split, user=editor) == []
    assert not Article.objects.filter(pk=split.made_id).exists()


def test_a_story_that_tells_the_new_article_is_left_first(russian, make_text, editor):
    split = split_text(russian, user=editor)
    story = begin(split.made, make_text().article, user=editor).story
    with pytest.raises(SplitNotAllowed, match="take it out first") as refused:
        undo_split(split, user=editor)
    assert refused.value.blocking == story


def test_an_undone_merge_of_the_new_article_is_in_nobodys_way(russian, make_text, editor):
    other = make_text(language="kk")
    before = rows()
    split = split_text(russian, user=editor)
    undo_merge(merge(split.made, other.article, user=editor), user=editor)
    undo_merge(merge(other.article, split.made, user=editor), user=editor)
    assert undo_split(split, user=editor) == []
    assert rows() == before


def test_a_text_is_not_put_back_into_an_article_that_was_merged_since(russian, make_text, editor):
    split = split_text(russian, user=editor)
    done = merge(make_text(language="kk").article, split.article, user=editor)
    with pytest.raises(SplitNotAllowed, match="undo that first") as refused:
        undo_split(split, user=editor)
    assert refused.value.blocking == done


def test_a_merge_is_not_undone_where_a_split_has_left_an_article_no_other_text(
    english, make_text, editor
):
    done = merge(english.article, make_text(language="kk").article, user=editor)
    split = split_text(english, user=editor)
    with pytest.raises(MergeNotAllowed, match="no other text") as refused:
        undo_merge(done, user=editor)
    assert refused.value.blocking == split
    undo_split(split, user=editor)
    assert undo_merge(done, user=editor) == []


def test_nor_where_the_split_was_made_before_and_other_texts_have_gone_since(
    english, make_text, editor
):
    earlier = merge(english.article, make_text(language="kk").article, user=editor)
    split = split_text(english, user=editor)
    later = merge(english.article, make_text(language="tr").article, user=editor)
    undo_merge(earlier, user=editor)
    with pytest.raises(MergeNotAllowed, match="no other text") as refused:
        undo_merge(later, user=editor)
    assert refused.value.blocking == split
    undo_split(split, user=editor)
    assert undo_merge(later, user=editor) == []


def test_that_the_two_are_different_goes_whoever_has_said_it(russian, editor, judge):
    before = rows()
    split = split_text(russian, user=editor, are_different=False)
    judge(split.article, split.made, Verdict.DIFFERENT)
    assert undo_split(split, user=editor) == []
    assert rows() == before


def test_a_split_that_a_merge_depends_on_is_not_undone_first(russian, make_text, editor):
    split = split_text(russian, user=editor)
    late = merge(split.made, make_text(language="ky").article, user=editor)
    with pytest.raises(SplitNotAllowed) as refused:
        undo_split(split, user=editor)
    assert refused.value.blocking == late
    undo_merge(late, user=editor)
    undo_split(split, user=editor)


def test_a_merge_that_a_split_depends_on_is_not_undone_first(english, make_text, editor):
    other = make_text(language="ky")
    early = merge(english.article, other.article, user=editor)
    late = split_text(other, user=editor)
    with pytest.raises(MergeNotAllowed) as refused:
        undo_merge(early, user=editor)
    assert refused.value.blocking == late
    undo_split(late, user=editor)
    undo_merge(early, user=editor)
    assert Split.objects.get().is_undone


def test_a_published_text_is_read_at_its_new_address(client, russian, english, editor, japarov):
    for text in (english, russian):
        text.public_use = "full"
        publish(text, user=editor)
    old = russian.get_absolute_url()
    split = split_text(russian, user=editor)
    russian.refresh_from_db()
    assert "Выдуманный" in client.get(f"/ru{russian.get_absolute_url()[3:]}").text
    assert client.get(old, follow=True).context["text"] == english
    undo_split(split, user=editor)
    assert client.get(f"/ru{old[3:]}", follow=True).context["text"].pk == russian.pk


def test_a_mention_confirmed_since_stays_confirmed(russian, editor, japarov):
    russian.body = "Садыр Жапаров сказал."
    save_text(russian, user=editor)
    recognise([russian])
    split = split_text(russian, user=editor)
    russian.mentions.update(status=MentionStatus.CONFIRMED, decided_by=editor)
    assert undo_split(split, user=editor) == []
    assert russian.mentions.confirmed().exists()
