"""What looking for names stores, and what it leaves alone. Persons named “Example” are invented."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.findings import Changes, Dismissed
from articles.models import Dismissal, Mention
from articles.publishing import publish
from articles.recognising import recognise
from articles.tagging import reject
from people.known_names import known_names
from people.models import Entity, Name
from people.recognition import Span
from people.recognition.spans import Clue

pytestmark = pytest.mark.django_db


def person(name: str, **fields) -> Entity:
    entity = Entity.objects.create(kind="person", name=name, **fields)
    Name.objects.create(entity=entity, text=name, language="en")
    return entity


def statuses(text) -> set:
    return set(text.mentions.values_list("text", "entity__name", "status"))


def compare(text, *spans, dismissed=()) -> Changes:
    changes = Changes()
    mentions = list(text.mentions.all())
    changes.compare(text, list(spans), mentions, Dismissed(frozenset(dismissed)))
    return changes


def span(text, words="Sadyr Japarov", **fields) -> Span:
    start = text.body.index(words)
    found = {"entity": None, "status": "suggested", "rule": "example", **fields}
    return Span(field="body", start=start, end=start + len(words), text=words, **found)


# Storing


def test_all_that_the_recogniser_says_is_stored(text, japarov):
    clue = Clue(cue="role", words="president", country="KG")
    [new] = compare(
        text, span(text, kind="office", called="Sadyr", candidates=(japarov.pk,), clue=clue)
    ).new
    new.save()
    stored = text.mentions.get()
    assert (stored.kind, stored.called, stored.called_key) == ("office", "Sadyr", "sadyr")
    assert stored.candidates == [japarov.pk]
    assert stored.clue == {"cue": "role", "words": "president", "post": None, "country": "KG"}


def test_what_is_found_again_unchanged_is_not_written(text, japarov):
    first = span(text, candidates=(japarov.pk,), clue=Clue(cue="role"))
    [new] = compare(text, first).new
    new.save()
    again = compare(text, first)
    assert (again.new, again.changed, again.gone) == ([], [], [])


def test_a_proposal_follows_what_is_newly_known_of_it(text, japarov, bishkek):
    [new] = compare(text, span(text, candidates=(japarov.pk,))).new
    new.save()
    changes = compare(text, span(text, candidates=(bishkek.pk, japarov.pk), called="Japarov"))
    assert [m.pk for m in changes.changed] == [new.pk]
    assert changes.changed[0].candidates == [bishkek.pk, japarov.pk]
    assert changes.changed[0].called_key == "japarov"


def test_the_queries_are_the_same_for_any_number_of_texts(make_text, japarov, bishkek):
    texts = [make_text() for _number in range(13)]
    known = known_names()
    counts = []
    for some in (texts[:3], texts[3:]):
        with CaptureQueriesContext(connection) as queries:
            recognise(some, known)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# Editors' decisions


def test_a_rejected_name_is_not_proposed_in_another_case_either(make_text, editor):
    text = make_text(body="Testbek Example came. Testbek Example'in yeri.")
    somebody = person("Testbek Example")
    recognise([text])
    reject(text.mentions.get(field="body", start=0), user=editor)
    found = span(text, "Testbek Example'in", entity=somebody.pk, called="Testbek Example")
    assert compare(text, found).new == []


def test_a_link_of_an_editors_whose_words_are_gone_holds_no_place(text, japarov, bishkek):
    Mention.objects.create(
        translation=text, field="body", start=0, end=13, text="Testbek", entity=bishkek,
        status="broken", decided_at="2026-01-01T00:00Z",
    )  # fmt: skip
    assert len(compare(text, span(text, entity=japarov.pk)).new) == 1


# Dismissals


def dismiss(called, entity, editor):
    return Dismissal.objects.create(called=called, entity=entity, made_by=editor)


def test_a_name_dismissed_for_an_entity_is_linked_to_it_in_no_text(make_text, editor, japarov):
    dismiss("Sadyr Japarov", japarov, editor)
    text = make_text()
    recognise([text])
    assert not text.mentions.exists()


def test_a_dismissed_name_may_still_be_somebody_elses(make_text, editor, japarov, bishkek):
    dismiss("Sadyr Japarov", bishkek, editor)
    text = make_text()
    recognise([text])
    assert ("Sadyr Japarov", "Sadyr Japarov", "confirmed") in statuses(text)


def test_a_form_that_the_text_settles_by_another_name_stands(make_text, editor, japarov):
    dismiss("Japarov", japarov, editor)
    text = make_text(body="Sadyr Japarov came. Japarov spoke.")
    recognise([text])
    assert ("Japarov", "Sadyr Japarov", "confirmed") in statuses(text)


def test_a_name_dismissed_for_everybody_is_proposed_no_more(text, japarov):
    unknown = span(text, called="Example")
    assert compare(text, unknown, dismissed=[("example", None)]).new == []
    known = span(text, called="Example", entity=japarov.pk)
    assert len(compare(text, known, dismissed=[("example", None)]).new) == 1


def test_dismissed_candidates_are_not_listed(text, japarov, bishkek):
    found = span(text, called="Example", candidates=(japarov.pk, bishkek.pk))
    [new] = compare(text, found, dismissed=[("example", japarov.pk)]).new
    assert new.candidates == [bishkek.pk]
    both = [("example", japarov.pk), ("example", bishkek.pk)]
    assert compare(text, found, dismissed=both).new == []


def test_a_link_of_the_machines_goes_when_it_is_dismissed(text, editor, japarov):
    recognise([text])
    dismiss("Sadyr Japarov", japarov, editor)
    recognise([text])
    assert not text.mentions.exists()


# Published texts


def test_in_a_published_text_the_machine_only_proposes(published, japarov):
    text = published()
    recognise([text])
    assert statuses(text) == {("Sadyr Japarov", "Sadyr Japarov", "suggested")}


def test_what_was_confirmed_before_publication_stays(text, editor, japarov):
    recognise([text])
    publish(text, user=editor)
    Name.objects.all().delete()
    assert recognise([text]) == 0
    assert statuses(text) == {("Sadyr Japarov", "Sadyr Japarov", "confirmed")}


def test_no_rival_is_proposed_over_what_readers_see(text, editor, japarov):
    recognise([text])
    publish(text, user=editor)
    person("Sadyr Japarov", note="a namesake (invented)")
    recognise([text])
    assert statuses(text) == {("Sadyr Japarov", "Sadyr Japarov", "confirmed")}


def test_a_proposal_in_a_published_text_may_go(published, japarov):
    text = published()
    recognise([text])
    Name.objects.all().delete()
    recognise([text])
    assert not text.mentions.exclude(entity=None).exists()


def test_an_editors_dismissal_counts_in_published_texts_too(text, editor, japarov):
    recognise([text])
    publish(text, user=editor)
    dismiss("Sadyr Japarov", japarov, editor)
    recognise([text])
    assert not text.mentions.exists()
