"""Who's who as a file: written, loaded into another desk, written again; and what is refused."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Source
from articles.reference import load_reference
from people.models import Entity, Membership, Name, NameKey, Post, ReferenceItem
from people.popolo import load_whoswho
from people.reference import BrokenReference, ReferenceResult

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "reference"


def export(*options) -> str:
    out = StringIO()
    call_command("export_whoswho", *options, stdout=out)
    return out.getvalue()


def load(text: str) -> ReferenceResult:
    return load_whoswho(text.encode(), "whoswho.json")


def empty_the_desk() -> None:
    Source.objects.update(entity=None)
    for model in (NameKey, Name, Membership, Post, ReferenceItem, Entity):
        rows = model._base_manager.all()
        rows._raw_delete(rows.db)


@pytest.fixture
def state():
    return Entity.objects.create(kind="place", name="Example State (invented)", country="KG")


@pytest.fixture
def person(state):
    """With a value in every column that an editor may fill."""
    row = Entity.objects.create(
        kind="person",
        name="Testbek Example (invented)",
        classification="politician",
        description="Said to be an example.",
        country="KG",
        parent=state,
        location=state,
        began="1960-05",
        ended="2021-11-11/2022-02",
        identifiers=[{"scheme": "wikidata", "identifier": "Q42"}],
        is_public=True,
        confidence="low",
        note="For editors only.",
        sources=["https://example.org/1", "https://example.org/2"],
    )
    row.names.create(text="Тестбек", language="uz-Cyrl", kind="short", needs_context=True)
    row.names.create(
        text="Testbek",
        language="ky",
        kind="former",
        attested=False,
        valid_from="1990",
        valid_to="2020-01/2021-03",
        source="Example paper (invented)",
    )
    return row


@pytest.fixture
def term(state, person):
    labels = [{"language": "en", "text": "Example office (invented)", "kind": "full"}]
    post = Post.objects.create(
        organization=state, labels=labels, is_for_one_person=False, note="For editors only."
    )
    return Membership.objects.create(
        member=person,
        post=post,
        began="2020",
        known_until="2026-03-31",
        is_acting=True,
        confidence="low",
        note="For editors only.",
        sources=["https://example.org/term"],
    )


@pytest.fixture
def chair(state):
    body = Entity.objects.create(kind="organization", name="Example Body (invented)")
    return Membership.objects.create(
        member=state, organization=body, role="chair", began="2024-11-06", ended="2025-10-07"
    )


# There and back


def test_a_fresh_desk_loads_it_without_loss(term, chair):
    load_reference(SEEDS)
    old = Entity.objects.get(reference="person/japarov-akylbek")
    old.merged_into = term.member
    old.save()
    written = export()
    numbers = [row.pk for row in (term, term.post, term.member, chair)]
    empty_the_desk()
    result = load(written)
    assert export() == written
    assert result.unchanged == 0
    assert [
        Membership.objects.get(pk=numbers[0]).member_id,
        Post.objects.get(pk=numbers[1]).pk,
        Membership.objects.get(pk=numbers[3]).pk,
    ] == [numbers[2], numbers[1], numbers[3]]
    assert Entity.objects.get(reference="person/japarov-akylbek").merged_into_id == numbers[2]


def test_loading_twice_changes_nothing(term, chair):
    written = export()
    empty_the_desk()
    load(written)
    before = list(Entity.objects.order_by("pk").values())
    assert load(written) == ReferenceResult(unchanged=6)
    assert list(Entity.objects.order_by("pk").values()) == before
    assert export() == written


def test_what_is_loaded_is_found_by_its_sound(person):
    written = export()
    empty_the_desk()
    load(written)
    assert Name.objects.sounding_like("Testbek Example").exists()
    assert Entity.objects.named_like("тестбек").get() == person


def test_new_records_get_numbers_that_are_free(person):
    written = export()
    empty_the_desk()
    load(written)
    taken = set(Entity.objects.values_list("pk", flat=True))
    for number in range(3):
        row = Entity.objects.create(kind="place", name=f"Example Place {number} (invented)")
        assert row.pk not in taken


def test_the_order_of_spellings_stays(person):
    spellings = list(person.names.order_by("pk").values_list("text", flat=True))
    written = export()
    empty_the_desk()
    load(written)
    assert list(Name.objects.order_by("pk").values_list("text", flat=True)) == spellings


def test_an_editor_s_corrections_outlive_the_move_and_the_next_reference_load():
    load_reference(SEEDS)
    sadyr = Entity.objects.get(reference="person/japarov-sadyr")
    sadyr.description = "An editor's words."
    sadyr.save()
    sadyr.names.filter(language="tr").delete()
    written = export()
    empty_the_desk()
    load(written)
    load_reference(SEEDS)
    assert export() == written


def test_what_the_desk_has_is_left_as_it_is_and_what_it_lacks_is_added(person):
    Entity.objects.filter(pk=person.pk).update(reference="person/testbek")
    written = export()
    Entity.objects.filter(pk=person.pk).update(description="An editor's words.")
    person.names.filter(language="ky").delete()
    result = load(written)
    person.refresh_from_db()
    assert person.description == "An editor's words."
    assert person.names.filter(language="ky").exists()
    assert (result.updated, result.kept) == (1, ("person/testbek",))


# The file


def test_it_says_in_popolo_s_words_who_held_what(term, chair):
    written = json.loads(export())
    assert written["format"] == "ots-desk-whoswho/1"
    (person,) = written["persons"]
    assert (person["birth_date"], person["death_date"]) == ("1960-05", None)
    assert person["death_date_span"] == "2021-11-11/2022-02-28"
    assert person["other_names"][0]["script"] == "Cyrl"
    assert person["sources"][0] == {"url": "https://example.org/1"}
    (post,) = written["posts"]
    assert (post["label"], post["organization_id"]) == ("Example office (invented)", None)
    assert post["area_id"] == written["areas"][0]["id"]
    office, role = written["memberships"]
    assert (office["person_id"], office["post_id"]) == (person["id"], post["id"])
    assert (role["role"], role["person_id"]) == ("chair", None)
    assert role["member"]["name"] == "Example State (invented)"


def test_it_is_written_to_a_file_whole(tmp_path, person, capsys):
    path = tmp_path / "whoswho.json"
    call_command("export_whoswho", str(path))
    assert path.read_text("utf-8") == export()
    assert "2 records were written" in capsys.readouterr().err
    assert [found.name for found in tmp_path.iterdir()] == ["whoswho.json"]


def test_it_is_loaded_by_a_command(tmp_path, person):
    path = tmp_path / "whoswho.json"
    call_command("export_whoswho", str(path))
    empty_the_desk()
    out = StringIO()
    call_command("import_whoswho", str(path), stdout=out)
    assert out.getvalue() == "Who's who: 2 created, 0 completed, 0 unchanged.\n"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="can't be read: No such file"):
        call_command("import_whoswho", str(tmp_path / "none.json"))


# Readers' file


def test_the_public_file_holds_what_readers_may_see(term, chair):
    Membership.objects.update(confidence="")
    Entity.objects.filter(pk=chair.organization_id).update(is_public=True)
    written = json.loads(export("--public"))
    assert written["format"] == "ots-desk-whoswho-public/1"
    (person,) = written["persons"]
    assert person["parent_id"] is None
    for key in ("note", "confidence", "always_public", "merged_into_id"):
        assert key not in person
    assert "needs_context" not in person["other_names"][0]
    assert written["areas"] == []
    (post,) = written["posts"]
    assert (post["area_id"], "note" in post) == (None, False)
    (office,) = written["memberships"]
    assert office["person_id"] == person["id"]
    assert "reference" not in written


def test_terms_with_weak_sources_are_not_in_the_public_file(term):
    written = json.loads(export("--public"))
    assert (written["posts"], written["memberships"]) == ([], [])


def test_the_public_file_is_not_loaded(person):
    with pytest.raises(BrokenReference, match="the format is not ots-desk-whoswho/1"):
        load(export("--public"))


# Damage


def refused(text: str) -> str:
    counts = [model.objects.count() for model in (Entity, Name, Post, Membership)]
    with pytest.raises(BrokenReference) as refusal:
        load(text)
    assert [model.objects.count() for model in (Entity, Name, Post, Membership)] == counts
    return str(refusal.value)


def test_half_a_file_is_refused(term):
    written = export()
    empty_the_desk()
    assert refused(written[: len(written) // 2]).startswith("whoswho.json: not JSON: ")


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": "ots-desk-whoswho/2"}'])
def test_another_file_is_refused(text):
    assert refused(text).startswith("whoswho.json: ")


@pytest.mark.parametrize(
    ("section", "change", "reason"),
    [
        ("persons", {"id": None}, "item 1: it has no id"),
        ("persons", {"name": 7}, "{id}: name is not text"),
        ("persons", {"birth_date": "spring"}, "{id}: birth_date: “spring” is not a date: write "),
        ("persons", {"death_date_span": "2022/"}, "{id}: death_date_span: “2022/” is not a date"),
        ("persons", {"parent_id": "place/x"}, "{id}: parent place/x is an unknown id"),
        ("persons", {"sources": ["https://example.org"]}, "{id}: sources is not a list of objects"),
        ("persons", {"other_names": [{"name": "x"}]}, "{id}: other_names, no. 1: language is mis"),
        ("persons", {"country": "Kyrgyzstan"}, "{id}: country"),
        ("persons", {"merged_into_id": "{id}"}, "{id}: merged_into {id} leads back to itself"),
        ("posts", {"labels": []}, "{id}: labels is missing"),
        ("memberships", {"member": "org/x"}, "{id}: member is not an object with an id"),
        ("memberships", {"known_until": "soon"}, "{id}: known_until is not a day such as"),
        ("persons", {"note": "a\ud800"}, "{id}: it holds half a sign"),
        ("persons", {"id": "entity:999999999999999999"}, "{id}: the number is higher than 21474"),
        ("persons", {"id": "entity:" + "9" * 6000}, "{id}: the number is higher than 21474"),
        ("memberships", {"role": "guest"}, "{id}: role “guest”"),
        ("memberships", {"start_date": "2030"}, "{id}: to 2025-10-07 is before from 2030"),
    ],
)
def test_a_damaged_record_refuses_the_file_and_is_named(term, chair, section, change, reason):
    written = json.loads(export())
    record = written[section][-1]
    id = change.get("id") or record["id"]
    record |= {key: id if value == "{id}" else value for key, value in change.items()}
    empty_the_desk()
    words = refused(json.dumps(written))
    assert f"whoswho.json: {section}: {reason.format(id=id)}" in words


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "x" * 301}, "text “xxx"),
        ({"source": "x" * 301}, "source “xxx"),
        ({"name": " "}, "the spelling is blank"),
        ({"name": "a\udc00"}, "it holds half a sign"),
    ],
)
def test_a_damaged_spelling_refuses_the_file_and_is_named(person, change, reason):
    written = json.loads(export())
    written["persons"][0]["other_names"][0] |= change
    empty_the_desk()
    words = refused(json.dumps(written))
    assert words.startswith(f"whoswho.json: persons: entity:{person.pk}: ")
    assert reason in words


@pytest.mark.parametrize("value", ["9" * 6000, "NaN", "-Infinity", "Infinity"])
def test_a_number_that_is_none_refuses_the_file(person, value):
    written = export().replace('"persons": [', f'"further": {value}, "persons": [', 1)
    empty_the_desk()
    assert refused(written).startswith("whoswho.json: not JSON: ")


def test_half_a_sign_in_the_memory_refuses_the_file(person):
    written = json.loads(export())
    written["reference"].append({"id": "person/x", "item": {"note": "\ud800"}})
    assert "reference: it holds half a sign" in refused(json.dumps(written))


def test_a_person_among_the_bodies_refuses_the_file(person):
    written = json.loads(export())
    written["organizations"].append(written["persons"].pop())
    empty_the_desk()
    words = refused(json.dumps(written))
    assert f"organizations: entity:{person.pk}: birth_date belongs to another kind" in words


@pytest.mark.parametrize("section", ["persons", "posts", "reference"])
@pytest.mark.parametrize("value", [None, {}, "x", [7]])
def test_a_damaged_section_refuses_the_file(term, section, value):
    written = json.loads(export())
    empty_the_desk()
    assert section in refused(json.dumps({**written, section: value}))


def test_a_record_is_there_once(person):
    written = json.loads(export())
    written["persons"] *= 2
    assert "this id is already in" in refused(json.dumps(written))


def test_overlapping_terms_refuse_the_file_with_both_shown(term):
    Post.objects.update(is_for_one_person=True)
    written = json.loads(export())
    (one,) = written["memberships"]
    one |= {"acting": False, "start_date": "2020-01-01"}
    other = {**one, "id": "membership:7000", "start_date": "2022-01-01"}
    written["memberships"].append(other)
    words = refused(json.dumps(written))
    assert f"the term 2022-01-01 to ? overlaps {one['id']} (2020-01-01 to ?)" in words


def test_a_number_that_is_another_record_here_refuses_the_file(person):
    written = export()
    Entity.objects.filter(pk=person.pk).update(name="Somebody Else (invented)")
    assert refused(written) == (
        f"whoswho.json: persons: entity:{person.pk}: this desk has another record by this id: "
        "Somebody Else (invented)"
    )
