"""Spellings taken out of a record that stands for two. Everybody in it is invented."""

import pytest

from ots_desk.judging import pair_of
from ots_desk.reversing import Refused
from people.doubles import propose_all
from people.judging import decide, reopen
from people.merging import merge, undo_merge
from people.models import Entity, EntityJudgement, Membership, Name
from people.splitting import split, undo_split

pytestmark = pytest.mark.django_db


@pytest.fixture
def testbek(make_entity):
    """One record for two people."""
    person = make_entity("person", "Testbek Example", country="KG")
    for language, text in (("en", "Sampul Example"), ("ru", "Сампул Экзампл")):
        Name.objects.create(entity=person, text=text, language=language)
    return person


@pytest.fixture
def sampuls(testbek):
    return list(testbek.names.exclude(text="Testbek Example"))


def texts_of(entity):
    return set(entity.names.values_list("text", flat=True))


def test_spellings_go_into_a_new_record_of_the_kind(testbek, sampuls, editor):
    made = split(testbek, sampuls, user=editor).made
    assert (made.kind, made.name) == ("person", "Sampul Example")
    assert texts_of(made) == {"Sampul Example", "Сампул Экзампл"}
    assert texts_of(testbek) == {"Testbek Example"}


def test_they_go_into_a_record_that_there_is(testbek, sampuls, make_entity, editor):
    other = make_entity("person", "Sampul Example")
    split(testbek, sampuls, into=other, user=editor)
    assert sorted(other.names.values_list("text", flat=True)) == [
        "Sampul Example",
        "Сампул Экзампл",
    ]


def test_terms_go_along_if_they_are_chosen(testbek, sampuls, make_entity, make_office, editor):
    body = make_entity("organization", "Example Council (invented)")
    make_office(body, "Head", (testbek, "2010", "2012"), (testbek, "2020", "2022"))
    terms = list(testbek.memberships.filter(began_earliest__year=2020))
    made = split(testbek, sampuls, terms=terms, user=editor).made
    assert list(made.memberships.all()) == terms
    assert testbek.memberships.count() == 1


def test_the_preferred_name_of_what_stays_is_one_of_its_own(testbek, editor):
    split(testbek, [testbek.names.get(text="Testbek Example")], user=editor)
    testbek.refresh_from_db()
    assert testbek.name == "Sampul Example"


def test_that_they_are_different_is_remembered(testbek, editor):
    Name.objects.create(entity=testbek, text="Testbek Exemple", language="en")
    made = split(testbek, [testbek.names.get(text="Testbek Exemple")], user=editor).made
    assert propose_all().new == 0
    assert EntityJudgement.objects.get(first=testbek, second=made).verdict == "different"


@pytest.mark.parametrize("chosen", [slice(0), slice(None)])
def test_nothing_and_everything_are_refused(testbek, chosen, editor):
    with pytest.raises(Refused):
        split(testbek, list(testbek.names.all())[chosen], user=editor)
    assert Entity.objects.count() == 1


def test_itself_another_kind_and_merged_records_are_refused(testbek, sampuls, make_entity, editor):
    body = make_entity("organization", "Example Council (invented)")
    gone = make_entity("person", "Sampul Gone", merged_into=make_entity("person", "Sampul Here"))
    for into in (testbek, body, gone):
        with pytest.raises(Refused):
            split(testbek, sampuls, into=into, user=editor)
    assert testbek.names.count() == 3


def test_undoing_puts_them_back_and_the_new_record_is_gone(testbek, sampuls, editor):
    done = split(testbek, sampuls, user=editor)
    propose_all()
    assert undo_split(done, user=editor) == []
    assert testbek.names.count() == 3
    assert (Entity.objects.count(), EntityJudgement.objects.count()) == (1, 0)
    done.refresh_from_db()
    assert (done.made, done.is_undone) == (None, True)


def test_a_new_record_that_is_in_use_by_now_stays(
    testbek, sampuls, make_entity, make_office, editor
):
    done = split(testbek, sampuls, user=editor)
    body = make_entity("organization", "Example Council (invented)")
    make_office(body, "Head", (done.made, "2020", "2022"))
    assert [one.pk for one in undo_split(done, user=editor)] == [done.made_id]
    assert Membership.objects.get().member_id == done.made_id
    assert testbek.names.count() == 3


def test_a_merge_that_rests_on_a_split_is_named(testbek, sampuls, make_entity, editor):
    done = split(testbek, sampuls, user=editor)
    merged = merge(make_entity("person", "Sampul Exemple"), done.made, user=editor)
    with pytest.raises(Refused, match="depends on this"):
        undo_split(done, user=editor)
    undo_merge(merged, user=editor)
    undo_split(done, user=editor)
    assert testbek.names.count() == 3


def test_what_was_merged_is_split_only_where_it_stands_alone(testbek, sampuls, make_entity, editor):
    survivor = make_entity("person", "Testbek Exemple")
    merge(survivor, testbek, user=editor)
    made = split(survivor, sampuls, user=editor).made
    assert texts_of(made) == {"Sampul Example", "Сампул Экзампл"}


def test_what_was_decided_of_the_new_record_is_taken_back_first(
    testbek, sampuls, make_entity, editor
):
    done = split(testbek, sampuls, user=editor)
    pair = pair_of(EntityJudgement, done.made, make_entity("person", "Sampul Exampleuly"))
    decide(pair, "different", user=editor)
    with pytest.raises(Refused, match="decided since") as refused:
        undo_split(done, user=editor)
    assert refused.value.blocking == pair
    reopen(pair, user=editor)
    assert undo_split(done, user=editor) == []
    assert not Entity.objects.filter(pk=done.made_id).exists()


def test_an_undone_merge_of_the_new_record_is_in_nobodys_way(testbek, sampuls, make_entity, editor):
    other = make_entity("person", "Sampul Exampleuly")
    done = split(testbek, sampuls, user=editor)
    undo_merge(merge(other, done.made, user=editor), user=editor)
    assert undo_split(done, user=editor) == []
    assert Entity.objects.count() == 2


def test_nothing_goes_back_into_a_record_that_was_merged_since(
    testbek, sampuls, make_entity, editor
):
    done = split(testbek, sampuls, user=editor)
    late = merge(make_entity("person", "Testbek Exampleuly"), testbek, user=editor)
    with pytest.raises(Refused, match="undo that first") as refused:
        undo_split(done, user=editor)
    assert refused.value.blocking == late
