"""Pairs of records that may be one, put into the queue. Everybody in it is invented."""

import pytest
from django.core.management import call_command

from people.doubles import propose_all, propose_for
from people.models import EntityJudgement, Name

pytestmark = pytest.mark.django_db


def pairs():
    return list(EntityJudgement.objects.order_by("pk").values_list("first", "second", "verdict"))


def test_a_new_record_is_proposed_beside_its_double(make_entity):
    known, _other = make_entity("person", "Testbek Example"), make_entity("person", "Sampul Nobody")
    new = make_entity("person", "Testbek Exemple")
    assert propose_for([new]).new == 1
    assert pairs() == [(known.pk, new.pk, "undecided")]
    assert EntityJudgement.objects.get().evidence["spellings"][0]["first"] == "Testbek Example"


def test_a_decided_pair_is_not_proposed_again(make_entity):
    make_entity("person", "Testbek Example"), make_entity("person", "Testbek Exemple")
    assert propose_all().new == 1
    EntityJudgement.objects.update(verdict="different", decided_at="2026-01-01T00:00Z")
    assert propose_all().new == 0
    assert [verdict for *_pair, verdict in pairs()] == ["different"]


def test_a_merged_record_is_left_out(make_entity):
    known = make_entity("person", "Testbek Example")
    make_entity("person", "Testbek Exemple", merged_into=known)
    assert propose_all().new == 0


def test_a_record_without_spellings_goes_by_its_preferred_name(make_entity):
    make_entity("person", "Testbek Example")
    Name.objects.all().delete()
    make_entity("person", "Testbek Exemple")
    assert propose_all().new == 1


def test_of_a_common_name_only_the_likeliest_pairs_are_proposed(make_entity):
    for number in range(9):
        make_entity("person", "Testbek Example", note=str(number))
    propose_all()
    counts = [row for pair in pairs() for row in pair[:2]]
    assert max(map(counts.count, counts)) == 5


def test_the_command_says_what_it_did(make_entity, capsys):
    make_entity("person", "Testbek Example"), make_entity("person", "Testbek Exemple")
    call_command("propose_doubles", "--no-progress")
    assert capsys.readouterr().out == "1 pairs compared, 1 new in the queue.\n"


@pytest.mark.parametrize("others", [3, 13])
def test_proposing_for_one_takes_as_many_queries_whatever_there_is(
    make_entity, django_assert_max_num_queries, others
):
    for number in range(others):
        make_entity("person", f"Sampul Nobody{number}")
    new = make_entity("person", "Testbek Example")
    with django_assert_max_num_queries(10):
        propose_for([new])


def test_the_reference_data_holds_no_doubles(seeds):
    assert propose_all().new == 0
