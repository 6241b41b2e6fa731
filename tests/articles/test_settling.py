"""Deciding on a name once for all texts. Persons named “Example” are invented."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.creating import NewEntity
from articles.models import Dismissal, Mention
from articles.open_names import NOBODY, Asked
from articles.recognising import recognise
from articles.settling import (
    OpenName,
    accept_name,
    create_named,
    dismiss_name,
    relink_name,
)
from articles.steps import undo
from articles.tagging import DecidedSince
from people.models import Entity, Name

pytestmark = pytest.mark.django_db

WORDS = "Testbek Example"


@pytest.fixture
def make_open(make_text):
    """A text with an open mention: `make_open(entity=…, language=…)`."""

    def make(words=WORDS, language="en", **fields) -> Mention:
        text = make_text(language=language, headline="News", body=f"{words} spoke.")
        return Mention.objects.create(
            translation=text, field="body", start=0, end=len(words), text=words,
            status="suggested", rule="unknown", **fields,
        )  # fmt: skip

    return make


def name_of(mention: Mention) -> OpenName:
    newest = Mention.objects.order_by("-pk").first().pk
    return OpenName(mention.called_key, mention.entity, mention.called or mention.text, newest)


def states() -> list[tuple]:
    found = Mention.objects.order_by("pk").values_list("entity__name", "status")
    return list(found)


def rows() -> list[tuple]:
    """All mentions but for their ids: what the machine finds again is a new row."""
    values = ("translation", "field", "start", "end", "text", "entity", "status", "decided_by")
    return sorted(Mention.objects.values_list(*values), key=str)


# The queue


def test_a_name_is_listed_once_with_its_texts_most_texts_first(make_open, japarov):
    make_open("Example One")
    make_open(), make_open()
    make_open(entity=japarov)
    listed = [(row["called_key"], row["entity"], row["texts"]) for row in Asked().names()]
    assert listed == [
        ("testbek example", None, 2),
        ("example one", None, 1),
        ("testbek example", japarov.pk, 1),
    ]
    assert {row["total"] for row in Asked().names()} == {3}


def test_two_mentions_in_one_text_are_one_text(make_open):
    first = make_open()
    Mention.objects.create(
        translation=first.translation, field="headline", start=0, end=4, text=WORDS,
        status="suggested",
    )  # fmt: skip
    [row] = Asked().names()
    assert (row["texts"], row["mentions"]) == (1, 2)


def test_decided_names_and_texts_not_for_us_are_not_listed(make_open):
    make_open(decided_at=None).translation.mentions.update(status="rejected")
    aside = make_open().translation
    type(aside).objects.filter(pk=aside.pk).update(status="not_for_us")
    assert not Asked().names()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(kind="person"), {"known"}),
        (Asked(kind=NOBODY), {"russian", "office"}),
        (Asked(sort="office"), {"office"}),
        (Asked(language="ru"), {"russian"}),
        (Asked(rule="surname-with-namesake"), {"known"}),
        (Asked(words="RUSS"), {"russian"}),
        (Asked(kind="no such kind", language="xx", order="up"), {"known", "russian", "office"}),
        (Asked(kind="place"), set()),
    ],
)
def test_the_queue_is_narrowed(make_open, japarov, asked, found):
    make_open("known", entity=japarov)
    Mention.objects.update(rule="surname-with-namesake")
    make_open("russian", language="ru")
    make_open("office", kind="office")
    assert {row["called_key"] for row in asked.names()} == found


@pytest.mark.parametrize(("order", "first"), [("texts", "often"), ("newest", "new"), ("name", "a")])
def test_the_queue_is_ordered(make_open, order, first):
    make_open("often"), make_open("often"), make_open("a"), make_open("new")
    assert Asked(order=order).names()[0]["called_key"] == first


# Deciding


def test_accepting_confirms_it_in_all_texts(make_open, editor, japarov):
    mention = make_open(entity=japarov)
    make_open(entity=japarov)
    other = make_open()
    accept_name(name_of(mention), user=editor)
    assert states() == [("Sadyr Japarov", "confirmed")] * 2 + [(None, "suggested")]
    assert Mention.objects.exclude(pk=other.pk).filter(decided_by=editor).count() == 2


def test_what_came_later_stays_open(make_open, editor, japarov):
    name = name_of(make_open(entity=japarov))
    make_open(entity=japarov)
    accept_name(name, user=editor)
    assert [status for _name, status in states()] == ["confirmed", "suggested"]


def test_dismissing_rejects_it_for_good(make_open, make_text, editor, japarov):
    mention = make_open("Sadyr Japarov", entity=japarov)
    dismiss_name(name_of(mention), user=editor)
    later = make_text(headline="News")
    recognise([later, mention.translation])
    assert states() == [("Sadyr Japarov", "rejected")]


def test_dismissing_takes_back_what_the_machine_confirmed(make_open, make_text, editor, japarov):
    text = make_text(headline="News")
    recognise([text])
    assert text.mentions.get().status == "confirmed"
    dismiss_name(name_of(make_open("Sadyr Japarov", entity=japarov)), user=editor)
    assert text.mentions.get().status == "rejected"


def test_dismissing_a_surname_leaves_it_where_the_text_has_the_whole_name(
    make_open, make_text, editor, japarov
):
    text = make_text(headline="News", body="Sadyr Japarov came. Japarov spoke.")
    recognise([text])
    dismiss_name(name_of(make_open("Japarov", entity=japarov)), user=editor)
    recognise([text])
    assert list(text.mentions.values_list("text", "status").order_by("start")) == [
        ("Sadyr Japarov", "confirmed"),
        ("Japarov", "confirmed"),
    ]


def test_dismissing_leaves_what_an_editor_confirmed(make_open, editor, japarov):
    kept = make_open("Sadyr Japarov", entity=japarov)
    accept_name(name_of(kept), user=editor)
    dismiss_name(name_of(make_open("Sadyr Japarov", entity=japarov)), user=editor)
    kept.refresh_from_db()
    assert kept.status == "confirmed"


def test_nobody_for_us_is_remembered_without_an_entity(make_open, editor):
    dismiss_name(name_of(make_open()), user=editor)
    assert Dismissal.objects.get().entity is None
    assert states() == [(None, "rejected")]


def test_what_a_form_says_of_another_name_counts_for_nothing(make_open, editor, japarov):
    dismissed = replace(name_of(make_open()), called="Someone Else")
    dismiss_name(dismissed, user=editor)
    assert Dismissal.objects.get().called == WORDS
    linked = replace(name_of(make_open("Sadyr Example")), called="Someone Else")
    relink_name(linked, japarov, user=editor)
    assert set(japarov.names.values_list("text", flat=True)) >= {"Sadyr Japarov", "Sadyr Example"}
    assert not Name.objects.filter(text="Someone Else").exists()


def test_somebody_elses_mentions_are_relinked_and_the_old_link_is_remembered(
    make_open, editor, japarov, bishkek
):
    mention = make_open("Japarov", entity=japarov)
    relink_name(name_of(mention), bishkek, user=editor)
    assert sorted(states()) == [("Bishkek", "confirmed"), ("Sadyr Japarov", "rejected")]


def test_a_name_that_was_nobodys_gets_its_entity(make_open, editor, japarov):
    mention = make_open("S. Japarov")
    relink_name(name_of(mention), japarov, user=editor)
    assert states() == [("Sadyr Japarov", "confirmed")]
    assert japarov.names.count() == 2


def test_where_the_entity_was_named_already_it_is_named_once(make_open, editor, japarov):
    mention = make_open()
    Mention.objects.create(
        translation=mention.translation, field="body", start=0, end=len(WORDS), text=WORDS,
        entity=japarov, status="rejected",
    )  # fmt: skip
    relink_name(name_of(mention), japarov, user=editor)
    assert states() == [("Sadyr Japarov", "confirmed")]


def test_a_whole_name_becomes_a_spelling_that_other_texts_are_searched_for(
    make_open, make_text, editor, japarov
):
    mention, other = make_open(), make_text(headline="News", body=f"Again {WORDS} came.")
    relink_name(name_of(mention), japarov, user=editor)
    spelling = japarov.names.get(text=WORDS)
    assert (spelling.language, spelling.attested, spelling.kind) == ("en", True, "full")
    assert spelling.source
    assert list(other.mentions.values_list("entity", "status")) == [(japarov.pk, "confirmed")]


def test_a_form_that_nobody_had_seen_is_attested_and_stored_once(make_open, editor, japarov):
    derived = japarov.names.create(text=WORDS, language="en", attested=False)
    step = relink_name(name_of(make_open()), japarov, user=editor)
    assert japarov.names.get(text=WORDS).attested
    undo(step, user=editor)
    derived.refresh_from_db()
    assert not derived.attested


@pytest.mark.parametrize("called", ["Japarov", "S. Japarov"])
def test_part_of_a_name_does_not(make_open, editor, japarov, called):
    relink_name(name_of(make_open(called)), japarov, user=editor)
    assert not japarov.names.filter(text=called).exists()


def test_an_office_does_not_either(make_open, editor, japarov):
    relink_name(name_of(make_open("Chief Example", kind="office")), japarov, user=editor)
    assert not japarov.names.filter(text="Chief Example").exists()


def test_somebody_new_is_found_in_all_texts(make_open, make_text, editor):
    mention = make_open()
    other = make_text(headline="News", body=f"Again {WORDS} came.")
    create_named(name_of(mention), NewEntity(WORDS, "en", country="KG"), user=editor)
    person = Entity.objects.get(name=WORDS)
    assert (person.kind, person.country, person.is_public) == ("person", "KG", False)
    for text in (mention.translation, other):
        assert list(text.mentions.values_list("entity", "status")) == [(person.pk, "confirmed")]


def test_somebody_new_who_was_taken_for_another(make_open, editor, japarov):
    mention = make_open("Akylbek Example", entity=japarov)
    create_named(name_of(mention), NewEntity("Akylbek Example", "en"), user=editor)
    assert sorted(states()) == [("Akylbek Example", "confirmed"), ("Sadyr Japarov", "rejected")]


DECISIONS = {
    "accept": lambda name, user: accept_name(name, user=user),
    "dismiss": lambda name, user: dismiss_name(name, user=user),
    "relink": lambda name, user: relink_name(name, Entity.objects.get(name="Bishkek"), user=user),
    "create": lambda name, user: create_named(name, NewEntity(WORDS, "en"), user=user),
}


@pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
def test_every_decision_can_be_taken_back(make_open, make_text, editor, japarov, bishkek, decide):
    mention = make_open(entity=japarov)
    make_open(entity=japarov)
    recognise([make_text(headline="News", body=f"Again {WORDS} came.")])
    before = rows()
    step = decide(name_of(mention), editor)
    assert rows() != before
    undo(step, user=editor)
    assert rows() == before
    assert not Name.objects.filter(text=WORDS).exists()
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
def test_the_second_of_two_editors_hears_that_it_is_decided(
    make_open, editor, chief, japarov, bishkek, decide
):
    name = name_of(make_open(entity=japarov))
    accept_name(name, user=chief)
    before = rows()
    with pytest.raises(DecidedSince, match="Testbek Example"):
        decide(name, editor)
    assert rows() == before
    assert not Entity.objects.filter(name=WORDS).exists()


def test_deciding_on_many_takes_as_many_queries_as_on_few(make_open, editor, japarov, bishkek):
    counts = []
    for number in (3, 13):
        for _number in range(number):
            mention = make_open("Japarov", entity=japarov)
        name = name_of(mention)
        with CaptureQueriesContext(connection) as queries:
            relink_name(name, bishkek, user=editor)
        counts.append(len(queries))
    assert counts[0] == counts[1]
