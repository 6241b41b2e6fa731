import pytest

from articles.choices import MentionStatus
from articles.linking import add_mention, relink
from articles.models import Mention
from articles.publishing import publish
from articles.recognising import recognise
from articles.tagging import (
    NotASpan,
    confirm,
    confirm_all,
    reject,
    reject_all,
    tag_article,
    untag_article,
)
from articles.visibility import public_entities
from people.models import Entity, Name

pytestmark = pytest.mark.django_db


@pytest.fixture
def recognised(text, japarov, bishkek):
    recognise([text])
    return text


def spans(text):
    linked = text.mentions.exclude(entity=None).select_related("entity")
    return {(m.text, m.entity.name, m.status) for m in linked}


def test_known_names_are_found_and_stored_with_their_offsets(recognised):
    assert spans(recognised) == {
        ("Sadyr Japarov", "Sadyr Japarov", "confirmed"),
        ("Bishkek", "Bishkek", "confirmed"),
    }
    for mention in recognised.mentions.all():
        assert getattr(recognised, mention.field)[mention.start : mention.end] == mention.text
        assert mention.rule


def test_recognising_twice_changes_nothing(recognised):
    before = list(recognised.mentions.values())
    assert recognise([recognised]) == 0
    assert list(recognised.mentions.values()) == before


def test_a_rejected_name_does_not_come_back(recognised, editor):
    reject(recognised.mentions.get(text="Bishkek"), user=editor)
    recognise([recognised])
    assert [m.status for m in recognised.mentions.filter(text="Bishkek")] == ["rejected"]


def test_a_name_that_was_rejected_for_one_may_be_found_for_another(recognised, bishkek, editor):
    mention = recognised.mentions.get(text="Bishkek")
    station = Entity.objects.create(kind="place", name="Bishkek station (invented)")
    relink(mention, station, user=editor)
    recognise([recognised])
    assert set(
        recognised.mentions.filter(text="Bishkek").values_list("entity__name", "status")
    ) == {
        ("Bishkek", "rejected"),
        ("Bishkek station (invented)", "confirmed"),
    }
    assert recognised.mentions.confirmed().get(entity=station).decided_by == editor


def test_what_the_machine_finds_no_more_is_dropped_and_what_an_editor_confirmed_stays(
    recognised, japarov, bishkek, editor
):
    confirm(recognised.mentions.get(text="Bishkek"), user=editor)
    Name.objects.all().delete()
    recognise([recognised])
    assert spans(recognised) == {("Bishkek", "Bishkek", "confirmed")}


def test_an_unknown_name_is_linked_by_hand(text, japarov, editor):
    start = text.body.index("the guests")
    add_mention(text, "body", start, start + 10, japarov, user=editor)
    mention = text.mentions.get()
    assert (mention.text, mention.status, mention.rule) == ("the guests", "confirmed", "")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (10_000, 10_010), (31, 33)])
def test_what_is_no_word_can_not_be_linked(text, japarov, editor, start, end):
    with pytest.raises(NotASpan):
        add_mention(text, "body", start, end, japarov, user=editor)


def test_words_that_are_linked_already_are_not_linked_twice(recognised, bishkek, editor):
    taken = recognised.mentions.get(text="Sadyr Japarov")
    with pytest.raises(NotASpan, match="linked already"):
        add_mention(recognised, "body", taken.start, taken.end + 6, bishkek, user=editor)


def test_nobody_is_not_confirmed(text, editor):
    mention = Mention.objects.create(
        translation=text, field="body", start=0, end=5, text="Sadyr", status="suggested"
    )
    with pytest.raises(NotASpan, match="Choose"):
        confirm(mention, user=editor)


def test_all_proposals_of_one_entity_are_accepted_or_rejected_at_once(text, japarov, editor):
    for start in (0, 6):
        Mention.objects.create(
            translation=text, field="body", start=start, end=start + 5,
            text=text.body[start : start + 5], entity=japarov, status="suggested",
        )  # fmt: skip
    assert confirm_all(text, japarov, user=editor).mention_count == 2
    assert set(text.mentions.values_list("status", flat=True)) == {MentionStatus.CONFIRMED}
    assert reject_all(text, japarov, user=editor).mention_count == 2


def test_an_article_is_tagged_with_an_entity_that_it_does_not_spell(text, japarov, editor):
    tag_article(text.article, japarov, user=editor)
    assert list(text.article.about.all()) == [japarov]
    untag_article(text.article, japarov, user=editor)
    assert not text.article.about.exists()


def test_an_entity_is_public_once_a_published_text_names_it(recognised, japarov, bishkek, editor):
    assert not public_entities().exists()
    publish(recognised, user=editor)
    assert set(public_entities()) == {japarov, bishkek}


def test_a_proposed_or_rejected_name_makes_nobody_public(recognised, japarov, bishkek, editor):
    publish(recognised, user=editor)
    recognised.mentions.filter(entity=japarov).update(status="suggested")
    reject(recognised.mentions.get(entity=bishkek), user=editor)
    assert not public_entities().exists()


def test_an_entity_marked_public_is_public_without_a_text(japarov):
    japarov.is_public = True
    japarov.save()
    assert list(public_entities()) == [japarov]


def test_a_tagged_entity_is_public_with_the_article(text, japarov, editor):
    tag_article(text.article, japarov, user=editor)
    assert not public_entities().exists()
    publish(text, user=editor)
    assert list(public_entities()) == [japarov]
