"""Loading a reference folder: once, twice, after an editor's changes, and when it is broken."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from articles.models import Article, Source, Topic
from articles.reference import load_reference
from articles.search import refresh, search
from ots_desk.partial_dates import PartialDate
from people.known_names import names_version
from people.models import Entity, Membership, Name, Post, ReferenceItem
from people.reference import BrokenReference, ReferenceResult

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "reference"


def name(text, kind="full", language="en", **more):
    return {"language": language, "text": text, "kind": kind, **more}


SADYR = {
    "id": "person/sadyr",
    "kind": "person",
    "name": "Sadyr Japarov",
    "country": "KG",
    "names": [name("Sadyr Japarov"), name("Садыр Жапаров", language="ru")],
}
AKYLBEK = {"id": "person/akylbek", "kind": "person", "name": "Akylbek Japarov"}
KYRGYZSTAN = {"id": "place/kyrgyzstan", "kind": "place", "name": "Kyrgyzstan"}
BISHKEK = {
    "id": "place/bishkek",
    "kind": "place",
    "name": "Bishkek",
    "parent": "place/kyrgyzstan",
}
PRESIDENT = {
    "id": "post/kg-president",
    "organization": "place/kyrgyzstan",
    "labels": [{"language": "en", "text": "President of Kyrgyzstan", "kind": "full"}],
}
TERM = {
    "id": "membership/sadyr",
    "member": "person/sadyr",
    "post": "post/kg-president",
    "from": "2021-01-28",
}
OUTLET = {
    "id": "source/example",
    "name": "Example Outlet (invented)",
    "entity": "place/bishkek",
    "time_zone": "Asia/Bishkek",
    "self_phrases": ["^Example"],
}
TOPICS = [
    {"id": "topic/energy", "name": "Energy", "parent": "topic/economy"},
    {"id": "topic/economy", "name": "Economy", "labels": [{"language": "ru", "text": "Экономика"}]},
]


@pytest.fixture
def load(tmp_path):
    """Writes files of items and loads the folder; what was written before stays there."""

    def write_and_load(as_of="2026-03-31", **files):
        for file, items in files.items():
            content = {"schema": "ots-desk-reference/2", "as_of": as_of, "items": items}
            (tmp_path / f"{file}.json").write_text(json.dumps(content), "utf-8")
        return load_reference(tmp_path)

    return write_and_load


@pytest.fixture
def desk(load):
    load(
        persons=[SADYR, AKYLBEK],
        places=[BISHKEK, KYRGYZSTAN],
        posts=[PRESIDENT],
        memberships=[TERM],
        sources=[OUTLET],
        topics=TOPICS,
    )


def spellings(entity="person/sadyr"):
    return set(Name.objects.filter(entity__reference=entity).values_list("text", flat=True))


# The real folder


def test_the_real_reference_data_loads_whole():
    assert load_reference(SEEDS) == ReferenceResult(created=716)
    assert Entity.objects.filter(reference__isnull=False).count() == 283
    assert (Post.objects.count(), Membership.objects.count()) == (50, 136)
    assert (Source.objects.count(), Topic.objects.count()) == (213, 34)


def test_loading_twice_changes_nothing_and_asks_one_question(django_assert_num_queries):
    load_reference(SEEDS)
    with django_assert_num_queries(3):  # the question, between opening and closing a savepoint
        assert load_reference(SEEDS) == ReferenceResult(unchanged=716)


def test_a_spelling_that_the_files_say_anew_of_is_looked_for_again(desk, load):
    before = names_version()
    load(persons=[{**SADYR, "names": [name("Sadyr Japarov", needs_context=True)]}, AKYLBEK])
    assert names_version() != before
    before = names_version()
    load(persons=[{**SADYR, "names": [name("Sadyr Japarov")]}, AKYLBEK])
    assert names_version() != before


def test_every_spelling_finds_its_entity():
    load_reference(SEEDS)
    for text in ("Жапаров Садыр", "sadyr japarov", "САДЫР ЖАПАРОВ"):
        words = text.split()
        found = Entity.objects.named_like(words[0]).named_like(words[1])
        assert "Sadyr Japarov" in [entity.name for entity in found]


def test_a_folder_without_files_is_nothing_to_do(tmp_path):
    assert load_reference(tmp_path) == ReferenceResult()


# What an item becomes


def test_an_entity_has_its_values_and_spellings(desk):
    person = Entity.objects.get(reference="person/sadyr")
    assert (person.kind, person.name, person.country) == ("person", "Sadyr Japarov", "KG")
    assert (person.is_public, person.version) == (False, 1)
    russian = person.names.get(language="ru")
    assert (russian.text, russian.attested, russian.needs_context) == ("Садыр Жапаров", True, False)
    assert russian.folded == "садыр жапаров"


def test_a_parent_may_come_after_its_part(desk):
    assert Entity.objects.get(reference="place/bishkek").parent.name == "Kyrgyzstan"
    assert Topic.objects.get(reference="topic/energy").parent.name == "Economy"


def test_an_open_term_is_certain_up_to_the_day_of_its_file(desk):
    term = Membership.objects.get(reference="membership/sadyr")
    assert term.began == PartialDate.day(date(2021, 1, 28))
    assert (term.ended, term.known_until) == (None, date(2026, 3, 31))


def test_a_term_with_an_end_needs_no_such_day(desk, load):
    load(memberships=[{**TERM, "to": "2025"}])
    term = Membership.objects.get(reference="membership/sadyr")
    assert (str(term.ended), term.known_until) == ("2025", None)


def test_an_outlet_whose_terms_nobody_read_may_be_quoted_in_an_excerpt(desk):
    outlet = Source.objects.get(reference="source/example")
    assert (outlet.public_use, outlet.public_use_basis) == ("excerpt", "")
    assert (outlet.zone, outlet.entity.name) == ("Asia/Bishkek", "Bishkek")


def test_known_terms_of_use_come_with_their_basis(load):
    terms = {
        "public_use_known": "link",
        "terms_basis": "Written consent only.",
        "terms_url": "https://example.org/terms",
    }
    load(sources=[{**OUTLET, **terms, "entity": None}])
    outlet = Source.objects.get()
    assert outlet.public_use == "link"
    assert outlet.public_use_basis == "Written consent only. https://example.org/terms"


def test_an_item_can_be_public_from_the_start(load):
    load(persons=[{**SADYR, "public": True}])
    assert Entity.objects.get().is_public is True


# A newer version of the files


def test_what_the_files_changed_is_followed(desk, load):
    result = load(persons=[{**SADYR, "country": "KZ", "began": "1968"}, AKYLBEK])
    person = Entity.objects.get(reference="person/sadyr")
    assert result == ReferenceResult(updated=1, unchanged=8)
    assert (person.country, str(person.began), person.version) == ("KZ", "1968", 2)


def test_a_new_item_is_added_to_those_there(desk, load):
    newcomer = {"id": "person/bektenov", "kind": "person", "name": "Olzhas Bektenov"}
    result = load(persons=[SADYR, AKYLBEK, newcomer])
    assert result == ReferenceResult(created=1, unchanged=9)


def test_changed_links_are_followed(desk, load):
    load(memberships=[{**TERM, "member": "person/akylbek"}])
    assert Membership.objects.get().member.name == "Akylbek Japarov"


def test_derived_columns_follow_their_values(desk, load):
    load(topics=[{**TOPICS[0], "name": "Power"}, TOPICS[1]])
    assert Topic.objects.get(reference="topic/energy").folded == "power"


def test_a_later_day_of_the_file_reaches_open_terms(desk, load):
    result = load(memberships=[TERM], as_of="2026-05-31")
    assert result.updated == 1
    assert Membership.objects.get().known_until == date(2026, 5, 31)


def test_spellings_are_added_changed_and_removed_with_the_files(desk, load):
    names = [name("Sadyr Japarov", attested=False), name("Sadır Caparov", language="tr")]
    assert load(persons=[{**SADYR, "names": names}, AKYLBEK]).updated == 1
    assert spellings() == {"Sadyr Japarov", "Sadır Caparov"}
    assert Name.objects.get(text="Sadyr Japarov").attested is False


def test_a_spelling_can_become_another_kind(desk, load):
    names = [name("Sadyr Japarov", kind="alias"), SADYR["names"][1]]
    load(persons=[{**SADYR, "names": names}, AKYLBEK])
    assert Name.objects.get(text="Sadyr Japarov").kind == "alias"


def test_search_forgets_words_that_new_terms_hide(load):
    load(places=[BISHKEK, KYRGYZSTAN], sources=[{**OUTLET, "public_use_known": "full"}])
    text = Article.objects.create().translations.create(
        language="en",
        headline="Summit opens",
        body="First.\n\nSecond.\n\nThe locomotive stood third.",
        source=Source.objects.get(),
        status="published",
        first_published_at=timezone.now(),
    )
    refresh([text.pk])
    assert search("locomotive").ids == [text.pk]
    load(sources=[{**OUTLET, "public_use_known": "excerpt"}])
    assert search("locomotive").ids == []
    assert search("summit").ids == [text.pk]


# An editor's word


def change(reference, model=Entity, **values):
    row = model.objects.get(reference=reference)
    for attribute, value in values.items():
        setattr(row, attribute, value)
    row.save()


def test_an_editors_value_survives_while_others_follow(desk, load):
    change("person/sadyr", name="Sadyr Zhaparov", description="President.")
    changed = {**SADYR, "name": "Sadyr Nurgozhoevich Japarov", "country": "KZ"}
    result = load(persons=[changed, AKYLBEK])
    person = Entity.objects.get(reference="person/sadyr")
    assert (person.name, person.description, person.country) == (
        "Sadyr Zhaparov",
        "President.",
        "KZ",
    )
    assert result == ReferenceResult(updated=1, unchanged=8, kept=("person/sadyr",))


def test_an_editors_value_survives_every_further_load(desk, load):
    change("person/sadyr", name="Sadyr Zhaparov")
    for spelling in ("S. Japarov", "Sadyr Japarov"):
        load(persons=[{**SADYR, "name": spelling}, AKYLBEK])
    assert Entity.objects.get(reference="person/sadyr").name == "Sadyr Zhaparov"


def test_an_editor_who_agrees_with_the_new_files_keeps_nothing(desk, load):
    change("person/sadyr", country="KZ")
    assert load(persons=[{**SADYR, "country": "KZ"}, AKYLBEK]) == ReferenceResult(unchanged=9)


def test_an_editors_partial_date_survives(desk, load):
    change("membership/sadyr", Membership, ended="2027")
    result = load(memberships=[{**TERM, "to": "2026-06"}])
    assert str(Membership.objects.get().ended) == "2027"
    assert result.kept == ("membership/sadyr",)


def test_new_values_that_contradict_an_editors_are_left_out_together(desk, load):
    change("membership/sadyr", Membership, began="2025")
    result = load(memberships=[{**TERM, "from": "2020", "to": "2024", "note": "seen until 2024"}])
    term = Membership.objects.get()
    assert (str(term.began), term.ended, term.note) == ("2025", None, "")
    assert (result.updated, result.kept) == (0, ("membership/sadyr",))


def test_a_row_that_an_editor_deleted_stays_deleted(desk, load):
    Entity.objects.get(reference="person/akylbek").delete()
    result = load(persons=[SADYR, {**AKYLBEK, "country": "KG"}])
    assert not Entity.objects.filter(reference="person/akylbek").exists()
    assert result == ReferenceResult(unchanged=9, kept=("person/akylbek",))


def test_nothing_new_is_said_of_what_an_editor_deleted(desk, load):
    Entity.objects.get(reference="person/akylbek").delete()
    term = {**TERM, "id": "membership/akylbek", "member": "person/akylbek", "to": "2021-01"}
    result = load(memberships=[TERM, {**term, "from": "2020"}])
    assert result.kept == ("membership/akylbek",)
    assert Membership.objects.count() == 1


def test_a_spelling_that_an_editor_deleted_does_not_come_back(desk, load):
    Name.objects.get(language="ru").delete()
    result = load(persons=[{**SADYR, "country": "KZ"}, AKYLBEK])
    assert spellings() == {"Sadyr Japarov"}
    assert result.kept == ("person/sadyr",)


def test_an_editors_own_spelling_survives_and_is_not_doubled(desk, load):
    person = Entity.objects.get(reference="person/sadyr")
    person.names.create(text="Zhaparov", language="en", kind="alias")
    names = [*SADYR["names"], name("Zhaparov", kind="short")]
    load(persons=[{**SADYR, "names": names}, AKYLBEK])
    assert person.names.get(text="Zhaparov").kind == "alias"


@pytest.mark.parametrize("value", [{"needs_context": True}, {"source": "24.kg"}])
def test_a_spelling_that_an_editor_touched_outlives_its_removal(desk, load, value):
    Name.objects.filter(language="ru").update(**value)
    result = load(persons=[{**SADYR, "names": SADYR["names"][:1]}, AKYLBEK])
    assert spellings() == {"Sadyr Japarov", "Садыр Жапаров"}
    assert result.kept == ("person/sadyr",)


def test_a_new_term_gives_way_to_one_that_an_editor_entered(desk, load):
    change("membership/sadyr", Membership, ended="2024-01-01")
    post, akylbek = Post.objects.get(), Entity.objects.get(reference="person/akylbek")
    Membership.objects.create(member=akylbek, post=post, began="2024-01-01")
    new = {**TERM, "id": "membership/akylbek", "member": "person/akylbek", "from": "2023-06-01"}
    result = load(memberships=[{**TERM, "to": "2023-06"}, {**new, "to": "2025"}])
    assert result.kept == ("membership/sadyr", "membership/akylbek")
    assert "Akylbek Japarov (1 June 2023 – 2025; no source)" in result.left_out[0]
    assert Membership.objects.count() == 2
    again = load(memberships=[{**TERM, "to": "2023-06"}, {**new, "to": "2025"}])
    assert (again.left_out, Membership.objects.count()) == ((), 2)


def test_a_term_that_would_be_stretched_over_an_editors_refuses_the_files(desk, load):
    load(memberships=[{**TERM, "to": "2023-01-01"}])
    post, akylbek = Post.objects.get(), Entity.objects.get(reference="person/akylbek")
    Membership.objects.create(member=akylbek, post=post, began="2024-01-01", ended="2026")
    with pytest.raises(BrokenReference) as refused:
        load(memberships=[{**TERM, "to": "2025-01-01"}])
    assert str(refused.value) == (
        "memberships.json: membership/sadyr: President of Kyrgyzstan is held by one person at a "
        "time, and these terms overlap: Sadyr Japarov (28 January 2021 – 1 January 2025; "
        "no source) and Akylbek Japarov (1 January 2024 – 2026; no source)."
    )
    assert str(Membership.objects.get(reference="membership/sadyr").ended) == "2023-01-01"


def test_what_is_new_about_a_merged_record_goes_to_its_survivor(desk, load):
    survivor = Entity.objects.create(kind="person", name="Sadyr Zhaparov")
    change("person/sadyr", merged_into=survivor)
    Membership.objects.update(member=survivor)
    names = [*SADYR["names"], name("Sadır Caparov", language="tr")]
    load(
        persons=[{**SADYR, "names": names}, AKYLBEK],
        memberships=[TERM, {**TERM, "id": "membership/before", "from": "2020", "to": "2021-01"}],
    )
    assert survivor.names.get().text == "Sadır Caparov"
    assert survivor.memberships.count() == 2


def test_a_row_without_a_remembered_item_is_the_editors(desk, load):
    ReferenceItem.objects.all().delete()
    result = load(persons=[{**SADYR, "country": "KZ"}, AKYLBEK])
    assert Entity.objects.get(reference="person/sadyr").country == "KG"
    assert result == ReferenceResult(unchanged=9, kept=("person/sadyr",))


def test_an_item_that_left_the_files_stays_on_the_desk(desk, load):
    load(persons=[SADYR])
    assert Entity.objects.filter(reference="person/akylbek").exists()


# Broken folders


@pytest.mark.parametrize(
    ("file", "item", "reason"),
    [
        ("sources", {**OUTLET, "self_phrases": ["("]}, "self_phrases: “(” is not a regular expr"),
        ("sources", {**OUTLET, "time_zone": "Bishkek"}, "time_zone “Bishkek” is not known"),
        ("sources", {**OUTLET, "kind": "blog"}, "kind “blog”: Value 'blog' is not a valid choice"),
        ("sources", {**OUTLET, "public_use_known": "all"}, "public_use “all”: Value 'all' is not"),
        ("sources", {**OUTLET, "entity": "org/none"}, "entity org/none is an unknown id"),
        ("sources", {**OUTLET, "languages": ["Kyrgyz"]}, "“Kyrgyz” is not a language code"),
        ("topics", {**TOPICS[0], "parent": "topic/none"}, "parent topic/none is an unknown id"),
        ("topics", {**TOPICS[0], "labels": [{"text": "x"}]}, "labels, no. 1: language is missing"),
    ],
)
def test_broken_outlets_and_topics_are_refused(load, file, item, reason):
    with pytest.raises(BrokenReference) as refusal:
        load(places=[BISHKEK, KYRGYZSTAN], **{file: [item]})
    assert f"{file}.json: {item['id']}: {reason}" in str(refusal.value)


def test_nothing_of_a_broken_folder_is_loaded(load):
    with pytest.raises(BrokenReference):
        load(persons=[SADYR], places=[BISHKEK])
    assert not Entity.objects.exists()
    assert not ReferenceItem.objects.exists()


def test_a_broken_folder_leaves_what_was_loaded_before(desk, load):
    with pytest.raises(BrokenReference):
        load(persons=[{**SADYR, "country": "KZ"}, {**AKYLBEK, "began": "?"}])
    assert Entity.objects.get(reference="person/sadyr").country == "KG"
