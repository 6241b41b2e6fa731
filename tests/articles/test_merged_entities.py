"""What follows for texts, pages and the API when two records of who's who become one."""

import pytest
from django.conf import settings
from django.urls import reverse

from articles.admin.screens.names import names_of
from articles.creating import NewEntity, create_from_span
from articles.dismissing import dismiss
from articles.models import Dismissal, Mention, Source, Story
from articles.recognising import recognise
from articles.reference import load_reference
from articles.steps import undo
from people.known_names import known_names
from people.merging import merge, undo_merge
from people.models import Entity, EntityJudgement, Name, ReferenceItem
from people.splitting import split, undo_split
from tests.articles.conftest import name_in_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def double(db):
    """Japarov once more, as another outlet spells him."""
    person = Entity.objects.create(kind="person", name="Sadyr Zhaparov")
    Name.objects.create(entity=person, text="Sadyr Zhaparov", language="en")
    return person


BODY = "Sadyr Zhaparov spoke in Bishkek.\n\nZhaparov thanked the guests."


def mention(text, entity, status="confirmed", words="Sadyr Zhaparov"):
    start = text.body.index(words)
    place = {"field": "body", "start": start, "end": start + len(words), "text": words}
    return Mention.objects.create(translation=text, entity=entity, status=status, **place)


# Mentions and tags


def test_mentions_follow_and_come_back(make_text, japarov, double, editor):
    one = mention(make_text(body=BODY), double)
    done = merge(japarov, double, user=editor)
    one.refresh_from_db()
    assert one.entity == japarov
    undo_merge(done, user=editor)
    one.refresh_from_db()
    assert one.entity == double


@pytest.mark.parametrize(
    ("survivors", "duplicates", "stays"),
    [
        ("suggested", "confirmed", "confirmed"),
        ("confirmed", "suggested", "confirmed"),
        ("rejected", "confirmed", "confirmed"),
        ("suggested", "rejected", "rejected"),
    ],
)
def test_of_two_mentions_at_one_place_one_stays(
    make_text, japarov, double, editor, survivors, duplicates, stays
):
    text = make_text(body=BODY)
    rows = [mention(text, japarov, survivors), mention(text, double, duplicates)]
    done = merge(japarov, double, user=editor)
    assert [(m.entity, m.status) for m in Mention.objects.all()] == [(japarov, stays)]
    undo_merge(done, user=editor)
    assert list(Mention.objects.order_by("pk")) == rows
    assert [m.status for m in Mention.objects.order_by("pk")] == [survivors, duplicates]


def test_an_article_stays_tagged_once(make_text, japarov, double, editor):
    first, second = make_text().article, make_text().article
    first.about.set([japarov, double])
    second.about.set([double])
    merge(japarov, double, user=editor)
    assert list(first.about.all()) == list(second.about.all()) == [japarov]


def test_dismissals_outlets_and_stories_follow(japarov, double, editor, make_text):
    for entity in (japarov, double):
        dismiss("Example", entity, user=editor)
    dismiss("Zhaparova", double, user=editor)
    body = [Entity.objects.create(kind="organization", name=f"Agency {n}") for n in "ab"]
    event = [Entity.objects.create(kind="event", name=f"Event {n}") for n in "ab"]
    source = Source.objects.create(name="Example agency (invented)", entity=body[1])
    story = Story.objects.create(event=event[1])
    merge(japarov, double, user=editor)
    merge(body[0], body[1], user=editor)
    merge(event[0], event[1], user=editor)
    source.refresh_from_db(), story.refresh_from_db()
    assert (source.entity, story.event) == (body[0], event[0])
    assert set(Dismissal.objects.values_list("called", "entity")) == {
        ("Example", japarov.pk),
        ("Zhaparova", japarov.pk),
    }


def test_names_are_found_for_the_survivor_at_once(make_text, japarov, double, editor):
    known_names()
    done = merge(japarov, double, user=editor)
    text = make_text(body=BODY)
    recognise([text], known_names())
    assert set(text.mentions.values_list("entity", flat=True)) == {japarov.pk}
    undo_merge(done, user=editor)
    other = make_text(body=BODY)
    recognise([other], known_names())
    assert double.pk in other.mentions.values_list("entity", flat=True)


# Splitting


def test_mentions_by_a_spelling_follow_it(make_text, japarov, editor):
    Name.objects.create(entity=japarov, text="Sadyr Zhaparov", language="en")
    theirs = make_text(body=BODY)
    moved = [mention(theirs, japarov), mention(theirs, japarov, words="Zhaparov thanked")]
    stays = name_in_body(make_text(), japarov)
    names = japarov.names.filter(text="Sadyr Zhaparov")
    done = split(japarov, list(names), user=editor)
    assert set(done.made.mentions.all()) == set(moved)
    assert list(japarov.mentions.all()) == [stays]
    undo_split(done, user=editor)
    assert japarov.mentions.count() == 3


@pytest.mark.parametrize("status", ["suggested", "confirmed", "rejected"])
def test_who_was_found_since_a_split_is_the_one_again(make_text, japarov, editor, status):
    Name.objects.create(entity=japarov, text="Sadyr Zhaparov", language="en")
    names = japarov.names.filter(text="Sadyr Zhaparov")
    done = split(japarov, list(names), user=editor)
    since = mention(make_text(body=BODY), done.made, status=status)
    assert undo_split(done, user=editor) == []
    since.refresh_from_db()
    assert since.entity == japarov
    assert not Entity.objects.filter(pk=done.made_id).exists()


def test_in_a_text_with_both_spellings_only_its_own_mentions_follow(make_text, japarov, editor):
    Name.objects.create(entity=japarov, text="Sadyr Zhaparov", language="en")
    text = make_text(body=f"Sadyr Japarov came. {BODY}")
    theirs, own = mention(text, japarov), mention(text, japarov, words="Sadyr Japarov")
    done = split(japarov, list(japarov.names.filter(text="Sadyr Zhaparov")), user=editor)
    assert list(done.made.mentions.all()) == [theirs]
    assert list(japarov.mentions.all()) == [own]


# Site and API


@pytest.fixture
def named(published, japarov, double):
    """A published text that names the double."""
    return published(names=[double], body=BODY)


def page(entity):
    return reverse(f"people:{entity.kind}", args=[entity.pk, "x"])


def test_the_page_of_a_merged_record_leads_to_the_survivor(client, named, japarov, double, editor):
    assert client.get(double.get_absolute_url()).status_code == 200
    done = merge(japarov, double, user=editor)
    answer = client.get(double.get_absolute_url())
    assert (answer.status_code, answer.url) == (302, japarov.get_absolute_url())
    assert str(named.headline) in client.get(japarov.get_absolute_url()).content.decode()
    undo_merge(done, user=editor)
    assert client.get(double.get_absolute_url()).status_code == 200


def test_a_chain_leads_to_its_end_in_one_step(client, named, japarov, double, editor):
    third = Entity.objects.create(kind="person", name="Sadır Caparov", is_public=True)
    merge(japarov, double, user=editor)
    merge(third, japarov, user=editor)
    assert client.get(double.get_absolute_url()).url == third.get_absolute_url()
    answer = client.get(reverse("api:person-detail", args=[double.pk]))
    assert (answer.status_code, answer.json()["id"]) == (301, third.pk)


def test_the_api_answers_with_the_new_id_and_keeps_nothing(client, named, japarov, double, editor):
    done = merge(japarov, double, user=editor)
    answer = client.get(reverse("api:person-detail", args=[double.pk]))
    assert (answer.status_code, answer.json()["id"]) == (301, japarov.pk)
    assert "no-cache" in answer["Cache-Control"]
    undo_merge(done, user=editor)
    assert client.get(reverse("api:person-detail", args=[double.pk])).json()["id"] == double.pk


def test_filters_lists_and_searches_follow(client, named, japarov, double, editor):
    merge(japarov, double, user=editor)
    by_old_id = client.get(reverse("api:article-list"), {"person": double.pk}).json()
    assert [row["id"] for row in by_old_id["results"]] == [named.article_id]
    found = client.get(reverse("api:person-list"), {"q": "Zhaparov"}).json()["results"]
    assert [row["id"] for row in found] == [japarov.pk]
    listed = client.get(reverse("people:persons")).content.decode()
    assert (japarov.get_absolute_url() in listed, double.get_absolute_url() in listed) == (
        True,
        False,
    )


def test_a_choice_in_the_admin_offers_the_survivor_alone(client, japarov, double, editor):
    merge(japarov, double, user=editor)
    client.force_login(editor)
    asked = {"app_label": "people", "model_name": "membership", "field_name": "member"}
    answer = client.get(reverse("admin:autocomplete"), {"term": "zhaparov", **asked}).json()
    assert [row["id"] for row in answer["results"]] == [str(japarov.pk)]


# What was noted before


def test_whom_a_name_may_mean_leads_to_the_survivor(client, make_text, japarov, double, editor):
    text = make_text(body=BODY)
    named = mention(text, None, "suggested")
    Mention.objects.filter(pk=named.pk).update(candidates=[double.pk, japarov.pk])
    merge(japarov, double, user=editor)
    (ask,) = names_of(text).asks
    assert [one for one, _about in ask.candidates] == [japarov]


def test_somebody_new_is_compared_at_once_and_can_be_taken_back(make_text, japarov, editor):
    text = make_text(body=BODY)
    new = NewEntity("Sadyr Zhaparov", "en")
    step = create_from_span(new, text, "body", 0, 14, user=editor)
    assert EntityJudgement.objects.get().first == japarov
    undo(step, user=editor)
    assert not EntityJudgement.objects.exists()
    assert list(Entity.objects.all()) == [japarov]


# Reference data


def test_a_reload_of_the_reference_data_brings_nothing_back(seeds, editor):
    survivor = Entity.objects.create(kind="person", name="Testbek Example")
    Name.objects.create(entity=survivor, text="Testbek Example", language="en")
    listed = Entity.objects.get(reference="person/japarov-sadyr")
    merge(survivor, listed, user=editor)
    spellings = set(survivor.names.values_list("pk", flat=True))
    ReferenceItem.objects.filter(reference=listed.reference).delete()  # as if the file had changed
    load_reference(settings.BASE_DIR / "seeds" / "reference")
    listed.refresh_from_db()
    assert listed.merged_into == survivor
    assert not listed.names.exists()
    assert set(survivor.names.values_list("pk", flat=True)) == spellings
