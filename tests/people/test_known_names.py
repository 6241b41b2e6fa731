"""The names that a process holds, and what makes it build them anew. All persons are invented."""

from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from people.known_names import are_quickly_known, current_gazetteer, known_names, names_version
from people.models import Entity, Membership, Name, Post
from people.recognition import Gazetteer, find_mentions

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody():
    person = Entity.objects.create(kind="person", name="Testbek Example")
    Name.objects.create(entity=person, text="Testbek Example", language="en")
    return person


@pytest.fixture
def term(somebody):
    labels = [{"language": "en", "text": "Keeper of Examples", "kind": "full"}]
    post = Post.objects.create(organization=somebody, labels=labels)
    return Membership.objects.create(member=somebody, post=post)


def found(words: str) -> list:
    spans = find_mentions({"body": words}, language="en", gazetteer=current_gazetteer())
    return [span.entity for span in spans]


def test_names_are_built_once_and_held(somebody):
    held = known_names()
    with CaptureQueriesContext(connection) as queries:
        assert known_names() is held
    assert len(queries) == 6


def test_a_new_a_changed_and_a_removed_name_count_at_once(somebody):
    assert found("Testbek Example spoke.") == [somebody.pk]
    name = Name.objects.create(entity=somebody, text="Vorbild Muster", language="de")
    assert found("Vorbild Muster spoke.") == [somebody.pk]
    name.text = "Modelo Prueba"
    name.save()
    assert found("Vorbild Muster spoke.") == []
    assert found("Modelo Prueba spoke.") == [somebody.pk]
    name.delete()
    assert found("Modelo Prueba spoke.") == []


def test_a_name_that_is_added_joins_those_held(somebody, monkeypatch):
    current_gazetteer()
    monkeypatch.setattr("people.known_names.load_gazetteer", None)
    other = Entity.objects.create(kind="person", name="Modelo Prueba")
    Name.objects.create(entity=other, text="Modelo Prueba", language="es")
    assert found("Modelo Prueba spoke to Testbek Example.") == [other.pk, somebody.pk]


def test_a_word_that_was_asked_for_before_may_become_a_name(somebody):
    assert found("Modelo Prueba spoke.") == []
    other = Entity.objects.create(kind="person", name="Modelo Prueba")
    Name.objects.create(entity=other, text="Modelo Prueba", language="es")
    assert found("Modelo Prueba spoke.") == [other.pk]


def test_each_thread_builds_its_own(somebody, monkeypatch):
    held, others = known_names(), []
    # The rows of a test are its own connection's: another thread would not see them.
    for name in ("names_version", "_state", "_last", "_hold_unless_rolled_back"):
        monkeypatch.setattr(f"people.known_names.{name}", lambda *_args: held.version)
    monkeypatch.setattr("people.known_names.load_gazetteer", lambda: Gazetteer([]))
    thread = Thread(target=lambda: others.append(current_gazetteer()))
    thread.start()
    thread.join()
    [theirs] = others
    assert theirs is not held.gazetteer
    assert current_gazetteer() is held.gazetteer


def rolled_back(change):
    """Do it, look at the names, and take it back."""
    with transaction.atomic():
        change()
        current_gazetteer()
        transaction.set_rollback(True)


def test_a_name_that_was_rolled_back_is_not_known(somebody):
    current_gazetteer()
    rolled_back(lambda: Name.objects.create(entity=somebody, text="Modelo Prueba", language="es"))
    assert found("Modelo Prueba spoke.") == []
    Name.objects.create(entity=somebody, text="Vorbild Muster", language="de")
    assert found("Modelo Prueba met Vorbild Muster.") == [somebody.pk]


def test_an_office_that_was_rolled_back_is_not_known(somebody, term):
    other = Post.objects.create(organization=somebody, labels=term.post.labels)
    current_gazetteer()
    rolled_back(lambda: changed_office(somebody, term))
    # As many offices and as many edits as in what was rolled back.
    other.save()
    [(_language, label, _full)] = current_gazetteer().offices.known[term.post_id].labels
    assert label == "Keeper of Examples"


def test_many_names_are_not_built_anew_within_a_request(somebody, monkeypatch):
    current_gazetteer()
    monkeypatch.setattr("people.known_names._QUICKLY_BUILT", 0)
    name = Name.objects.create(entity=somebody, text="Vorbild Muster", language="de")
    assert are_quickly_known()
    current_gazetteer()
    name.delete()
    assert not are_quickly_known()


def test_names_of_a_merged_entity_lead_to_its_survivor(somebody):
    current_gazetteer()
    survivor = Entity.objects.create(kind="person", name="Testbek Example the Elder")
    somebody.merged_into = survivor
    somebody.save()
    assert found("Testbek Example spoke.") == [survivor.pk]


def changed_country(somebody, term):
    somebody.country = "KG"
    somebody.save()


def changed_term(somebody, term):
    term.began = "2020"
    term.save()


def changed_office(somebody, term):
    term.post.labels = [{"language": "en", "text": "Keeper", "kind": "full"}]
    term.post.save()


def removed_term(somebody, term):
    term.delete()


@pytest.mark.parametrize("change", [changed_country, changed_term, changed_office, removed_term])
def test_whatever_recognition_goes_by_changes_the_version(somebody, term, change):
    before = names_version()
    change(somebody, term)
    assert names_version() != before


def test_what_recognition_does_not_go_by_leaves_the_version(somebody):
    before = names_version()
    somebody.note = "Invented."
    somebody.save()
    assert names_version() == before
