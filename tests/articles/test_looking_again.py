"""Texts are looked at again when who's who has changed. Persons named “Example” are invented."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles import looking_again
from articles.looking_again import look_again, look_at_all, texts_to_look_at
from articles.models import Mention, Translation
from articles.recognising import recognise
from people.models import Entity, Name
from tests.people.test_admin import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody(db):
    person = Entity.objects.create(kind="person", name="Testbek Example")
    Name.objects.create(entity=person, text="Testbek Example", language="en")
    return person


@pytest.fixture
def texts(make_text):
    """One that names Testbek Example, one that doesn't; both looked at before he was known."""
    made = make_text(body="Testbek Example spoke."), make_text(headline="Another", body="Nobody.")
    recognise(made)
    return made


def named_in(text) -> list[str]:
    """The words of the body that name somebody known."""
    known = text.mentions.filter(field="body", entity__isnull=False)
    return list(known.values_list("text", flat=True))


def test_a_text_waits_when_a_name_is_new_and_until_it_was_looked_at(texts, somebody):
    assert texts_to_look_at().count() == 2
    recognise([texts[0]])
    assert list(texts_to_look_at()) == [texts[1]]


def test_texts_that_spell_a_new_name_are_looked_at_at_once(texts, somebody):
    assert look_again(["Testbek Example"]) == 1
    assert named_in(texts[0]) == ["Testbek Example"]
    assert list(texts_to_look_at()) == [texts[1]]


@pytest.mark.parametrize("body", ["О Садыре Жапарове.", "САДЫР ЖАПАРОВ", "Жапаровдун Садырга"])
def test_case_endings_and_letter_case_hide_no_text(make_text, body):
    make_text(body=body)
    assert look_again(["Садыр Жапаров"]) == 1


def test_texts_with_a_proposal_called_so_are_looked_at(make_text):
    text = make_text(body="Somebody else's words.")
    Mention.objects.create(
        translation=text, field="body", start=0, end=8, text="Somebody", called="Testbek Example",
        status="suggested",
    )  # fmt: skip
    assert look_again(["Testbek Example"]) == 1


def test_the_last_of_many_spellings_is_looked_for(texts, somebody):
    many = [f"Sampul Example Sampulov{number:02}" for number in range(30)]
    assert look_again(["Sampul Example", *many, "Testbek Example"]) == 1


@pytest.mark.parametrize("names", [[], [""]])
def test_no_name_no_look(texts, names):
    assert look_again(names) == 0


def test_no_more_texts_than_a_request_can_bear_the_newest_first(make_text, monkeypatch):
    monkeypatch.setattr(looking_again, "AT_ONCE", 2)
    texts = [make_text(body="Testbek Example spoke.") for _number in range(3)]
    assert look_again(["Testbek Example"]) == 2
    assert list(texts_to_look_at()) == texts[:1]


@given(st.text(max_size=40))
def test_any_spelling_can_be_looked_for(spelling):
    assert looking_again._beginnings(spelling) is not None


# manage.py recognise


def test_the_command_looks_at_what_waits_and_then_at_nothing(texts, somebody, capsys):
    call_command("recognise")
    assert named_in(texts[0]) == ["Testbek Example"]
    assert "Looked at 2 texts; 0 wait." in capsys.readouterr().out
    call_command("recognise")
    assert "Looked at 0 texts; 0 wait." in capsys.readouterr().out


def test_a_run_that_was_stopped_goes_on_where_it_was(make_text, somebody, monkeypatch):
    monkeypatch.setattr(looking_again, "BATCH", 2)
    for _number in range(5):
        make_text(body="Testbek Example spoke.")

    def stopped(ids, _total):
        for place, pk in enumerate(ids):
            if place == 3:
                raise KeyboardInterrupt
            yield pk

    with pytest.raises(KeyboardInterrupt):
        look_at_all(progress=stopped)
    assert texts_to_look_at().count() == 3
    assert look_at_all() == 3


def test_all_texts_are_looked_at_anew_if_asked(texts, capsys):
    call_command("recognise", "--all", "--limit", "1")
    assert "Looked at 1 texts; 1 wait." in capsys.readouterr().out


def test_names_are_found_in_the_text_as_it_is_stored(make_text, somebody):
    """A copy read before an edit must not lend its places to the edited text."""
    text = make_text(body="Testbek Example spoke.")
    Translation.objects.filter(pk=text.pk).update(body="Today Testbek Example spoke.")
    look_at_all()
    assert [m.start for m in text.mentions.filter(field="body")] == [6]


# What editors do in who's who


def test_a_spelling_added_to_a_person_is_found_in_older_texts(client, editor, make_text, somebody):
    text = make_text(body="Vorbild Muster spoke.")
    recognise([text])
    client.force_login(editor)
    url = reverse("admin:people_person_change", args=[somebody.pk])
    row = {"names-1-text": "Vorbild Muster", "names-1-language": "en", "names-1-kind": "full"}
    page = client.post(url, {**form_of(client, url), **row, "names-1-attested": "on"}, follow=True)
    assert named_in(text) == ["Vorbild Muster"]
    assert "looked for again in 1 text" in page.content.decode()
    name = Name.objects.get(text="Vorbild Muster")
    assert name.folded == "vorbild muster"
    assert name.candidate_keys.exists()


def test_a_spelling_changed_or_deleted_is_not_found_any_more(client, editor, texts, somebody):
    look_again(["Testbek Example"])
    client.force_login(editor)
    url = reverse("admin:people_person_change", args=[somebody.pk])
    client.post(url, {**form_of(client, url), "names-0-text": "Vorbild Muster"})
    assert named_in(texts[0]) == []
    assert Name.objects.get().folded == "vorbild muster"
    client.post(url, {**form_of(client, url), "names-0-text": "Testbek Example"})
    assert named_in(texts[0]) == ["Testbek Example"]
    client.post(url, {**form_of(client, url), "names-0-DELETE": "on"})
    assert named_in(texts[0]) == []


def test_a_spelling_edited_on_its_own_page_is_looked_for_too(client, editor, texts, somebody):
    name = somebody.names.get()
    client.force_login(editor)
    url = reverse("admin:people_name_change", args=[name.pk])
    before = name.changed_at
    client.post(url, {**form_of(client, url), "source": "An invented source"})
    assert named_in(texts[0]) == ["Testbek Example"]
    name.refresh_from_db()
    assert name.changed_at > before
    client.post(reverse("admin:people_name_delete", args=[name.pk]), {"post": "yes"})
    assert named_in(texts[0]) == []
