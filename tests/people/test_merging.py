"""Two records of who's who made one, and two again. Everybody in it is invented."""

import pytest

from ots_desk.merging import MergeNotAllowed, Side
from ots_desk.relations import unhandled
from people.merging import RELATIONS, choose_survivor, merge, plan_merge, undo_merge
from people.models import Entity, Membership, Name, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def testbek(make_entity):
    return make_entity("person", "Testbek Example", country="KG")


@pytest.fixture
def double(make_entity):
    """The same person, entered again."""
    return make_entity("person", "Testbek Exemple", description="Invented for tests.")


@pytest.fixture
def body(make_entity):
    return make_entity("organization", "Example Council (invented)")


def spellings(entity):
    return set(entity.names.values_list("text", "attested"))


def test_every_relation_of_an_entity_is_handled():
    """A new relation must say what a merge does with it: add it to `people.merging.RELATIONS`
    with what fits, and test what happens to its rows."""
    assert unhandled(Entity, RELATIONS) == set()


def test_the_duplicate_keeps_its_id_and_leads_to_the_survivor(testbek, double, editor):
    merge(testbek, double, user=editor)
    assert Entity.objects.get(pk=double.pk).survivor() == testbek
    assert list(Entity.objects.standing()) == [testbek]


def test_names_of_the_duplicate_become_spellings_of_the_survivor(testbek, double, editor):
    Name.objects.create(entity=testbek, text="Тестбек", language="ru", attested=False)
    Name.objects.create(entity=double, text="Тестбек", language="ru", attested=True)
    merge(testbek, double, user=editor)
    assert spellings(testbek) == {
        ("Testbek Example", True),
        ("Testbek Exemple", True),
        ("Тестбек", True),
    }


def test_a_preferred_name_that_was_no_spelling_isnt_lost(testbek, double, editor):
    double.names.all().delete()
    merge(testbek, double, user=editor)
    assert ("Testbek Exemple", False) in spellings(testbek)


def test_what_the_survivor_lacks_is_taken_over(testbek, double, editor):
    merge(testbek, double, user=editor)
    testbek.refresh_from_db()
    assert (testbek.name, testbek.country, testbek.description) == (
        "Testbek Example",
        "KG",
        "Invented for tests.",
    )


def test_an_editor_picks_either_value_or_writes_a_third(testbek, double, editor):
    choices = {"name": Side.DUPLICATE, "description": "Written anew."}
    merge(testbek, double, choices, user=editor)
    testbek.refresh_from_db()
    assert (testbek.name, testbek.description) == ("Testbek Exemple", "Written anew.")


def test_sources_and_identifiers_are_united(testbek, double, editor):
    wikidata = {"scheme": "wikidata", "identifier": "Q0"}
    Entity.objects.filter(pk=testbek.pk).update(sources=["https://example.org/a"])
    Entity.objects.filter(pk=double.pk).update(
        sources=["https://example.org/a", "https://example.org/b"], identifiers=[wikidata]
    )
    merge(testbek, double, user=editor)
    testbek.refresh_from_db()
    assert testbek.sources == ["https://example.org/a", "https://example.org/b"]
    assert testbek.identifiers == [wikidata]


def test_a_third_value_that_cant_be_is_refused_and_nothing_is_merged(testbek, double, editor):
    with pytest.raises(MergeNotAllowed):
        merge(testbek, double, {"name": "x" * 301}, user=editor)
    assert Entity.objects.standing().count() == 2
    assert double.names.count() == 1


# Terms


def test_equal_terms_are_united_with_their_sources(testbek, double, body, make_office, editor):
    make_office(body, "Head", (testbek, "2020", "2022"), sources=["https://example.org/a"])
    post = Post.objects.get()
    Membership.objects.create(
        post=post, member=double, began="2020", ended="2022", sources=["https://example.org/b"]
    )
    merge(testbek, double, user=editor)
    term = Membership.objects.get()
    assert (term.member, term.sources) == (
        testbek,
        ["https://example.org/a", "https://example.org/b"],
    )


def test_of_two_overlapping_terms_the_more_exact_dates_stay(
    testbek, double, body, make_office, editor
):
    make_office(body, "Head", (testbek, "2020", "2022"), (double, "2020-03-01", "2022"))
    merge(testbek, double, user=editor)
    assert str(Membership.objects.get().began) == "2020-03-01"


def test_terms_that_contradict_each_other_are_a_named_conflict(
    testbek, double, body, make_office, editor
):
    make_office(body, "Head", (testbek, "2018", "2022"), (double, "2020", "2024"))
    Post.objects.update(is_for_one_person=True)
    (refusal,) = plan_merge(testbek, double).refusals
    assert "Head" in refusal
    assert "2018 – 2022" in refusal
    assert "2020 – 2024" in refusal
    with pytest.raises(MergeNotAllowed, match="Head"):
        merge(testbek, double, user=editor)


def test_terms_one_after_the_other_both_stay(testbek, double, body, make_office, editor):
    make_office(body, "Head", (testbek, "2010", "2012"), (double, "2020", "2022"))
    merge(testbek, double, user=editor)
    assert testbek.memberships.count() == 2


def test_offices_members_and_parts_of_a_body_follow(
    make_entity, body, testbek, make_office, editor
):
    other = make_entity("organization", "Example Counsel (invented)")
    part = make_entity("organization", "Example Committee (invented)", parent=other)
    post = make_office(other, "Head", (testbek, "2020", "2022"))
    roles = [
        Membership.objects.create(organization=one, member=testbek, role="member", began="2019")
        for one in (body, other)
    ]
    merge(body, other, user=editor)
    part.refresh_from_db(), post.refresh_from_db()
    assert (part.parent, post.organization) == (body, body)
    assert list(body.members.all()) == roles[:1]


# What is refused, what is named


def test_a_record_is_not_merged_with_itself(testbek, editor):
    with pytest.raises(MergeNotAllowed, match="itself"):
        merge(testbek, testbek, user=editor)


def test_records_of_different_kinds_are_refused(testbek, body):
    assert "another kind" in plan_merge(testbek, body).refusals[0]


def test_what_is_merged_already_is_refused(testbek, double, make_entity, editor):
    merge(testbek, double, user=editor)
    other = make_entity("person", "Sampul Nobody")
    with pytest.raises(MergeNotAllowed, match="already merged"):
        merge(other, double, user=editor)


def test_two_wikidata_ids_are_refused(testbek, double, editor):
    for number, entity in enumerate((testbek, double)):
        entity.identifiers = [{"scheme": "wikidata", "identifier": f"Q{number}"}]
        entity.save()
    with pytest.raises(MergeNotAllowed, match="Q0 and Q1"):
        merge(testbek, double, user=editor)


def test_a_body_is_not_merged_with_what_it_is_part_of(make_entity, body, editor):
    middle = make_entity("organization", "Example Department (invented)", parent=body)
    lowest = make_entity("organization", "Example Desk (invented)", parent=middle)
    for survivor, duplicate in ((body, lowest), (lowest, body)):
        with pytest.raises(MergeNotAllowed, match="part of"):
            merge(survivor, duplicate, user=editor)


def test_a_chosen_parent_makes_no_circle(make_entity, body, editor):
    other = make_entity("organization", "Example Counsel (invented)")
    part = make_entity("organization", "Example Desk (invented)", parent=other)
    whole = make_entity("organization", "Example Union (invented)")
    Entity.objects.filter(pk=other.pk).update(parent=whole)
    with pytest.raises(MergeNotAllowed, match="part of"):
        merge(body, other, {"parent": part}, user=editor)


def test_different_countries_dates_and_reference_records_are_named(testbek, double):
    Entity.objects.filter(pk=testbek.pk).update(
        reference="person/a", began_earliest="1970-01-01", began_latest="1970-12-31"
    )
    Entity.objects.filter(pk=double.pk).update(
        reference="person/b", country="KZ", began_earliest="1981-01-01", began_latest="1981-01-01"
    )
    plan = plan_merge(testbek, double)
    said = " ".join(plan.warnings)
    assert "Kyrgyzstan" in said
    assert "1 January 1981" in said
    assert "reference data" in said
    assert plan.is_allowed


def test_the_plan_counts_what_moves_and_names_the_redirect(testbek, double, editor):
    plan = plan_merge(testbek, double)
    assert [(m.name, m.count, m.doubles) for m in plan.moving] == [("names", 1, 0)]
    assert plan.redirects[0].address == double.get_absolute_url()
    assert {d.name: d.wins for d in plan.differences} == {
        "name": Side.SURVIVOR,
        "country": Side.SURVIVOR,
        "description": Side.DUPLICATE,
    }


def test_the_record_of_the_reference_data_survives(testbek, double):
    assert choose_survivor(double, testbek) == (testbek, double)
    double.reference = "person/double"
    assert choose_survivor(testbek, double) == (double, testbek)


# Undo


def test_undoing_makes_two_again(testbek, double, body, make_office, editor):
    make_office(body, "Head", (testbek, "2020", "2022"), (double, "2020-03-01", "2022"))
    done = merge(testbek, double, user=editor)
    assert undo_merge(done, user=editor) == []
    assert spellings(double) == {("Testbek Exemple", True)}
    assert {str(term.began) for term in Membership.objects.all()} == {"2020", "2020-03-01"}
    assert Entity.objects.get(pk=double.pk).merged_into is None


def test_what_was_edited_since_is_kept_and_said(testbek, double, editor):
    done = merge(testbek, double, user=editor)
    survivor = Entity.objects.get(pk=testbek.pk)
    survivor.description = "Edited since."
    survivor.save()
    kept = undo_merge(done, user=editor)
    assert [(one.pk, one.field) for one in kept] == [(testbek.pk, "description")]
    survivor.refresh_from_db()
    assert survivor.description == "Edited since."


def test_a_merge_is_undone_once(testbek, double, editor):
    done = merge(testbek, double, user=editor)
    undo_merge(done, user=editor)
    with pytest.raises(MergeNotAllowed, match="already undone"):
        undo_merge(done, user=editor)


def test_a_later_merge_that_rests_on_it_is_named(testbek, double, make_entity, editor):
    third = make_entity("person", "Testbek Exampl")
    first = merge(testbek, double, user=editor)
    second = merge(third, testbek, user=editor)
    with pytest.raises(MergeNotAllowed, match="depends on this"):
        undo_merge(first, user=editor)
    undo_merge(second, user=editor)
    undo_merge(first, user=editor)
    assert Entity.objects.standing().count() == 3


def test_a_chain_leads_to_its_end(testbek, double, make_entity, editor):
    third = make_entity("person", "Testbek Exampl")
    merge(testbek, double, user=editor)
    merge(third, testbek, user=editor)
    assert Entity.objects.get(pk=double.pk).survivor() == third
    assert third.names.count() == 3
