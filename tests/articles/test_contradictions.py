"""What texts say of offices against the record becomes a doubt. All persons here are invented."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.choices import FlagKind
from articles.editing import settle_flag
from articles.models import Flag, Mention
from articles.recognising import recognise
from articles.tagging import reject
from people.models import Entity, Membership, Name, Post

pytestmark = pytest.mark.django_db

TESTBEK, GULBEK = "Testbek Example", "Gulbek Sample"
THEN, NOW = ("2018-09-03", "2022-11-11"), ("2022-11-11", "2030-01-01")


def person(name: str) -> Entity:
    entity = Entity.objects.create(kind="person", name=name)
    Name.objects.create(entity=entity, text=name, language="en")
    return entity


@pytest.fixture
def post(db) -> Post:
    """Testbek was head of the Invented League until 2022, Gulbek is since."""
    league = Entity.objects.create(kind="organization", name="Invented League")
    post = Post.objects.create(
        organization=league,
        labels=[{"language": "en", "text": "Head of the Invented League", "kind": "full"}],
    )
    for name, (began, ended) in ((TESTBEK, THEN), (GULBEK, NOW)):
        Membership.objects.create(member=person(name), post=post, began=began, ended=ended)
    return post


@pytest.fixture
def against(make_text, post):
    """A text of September 2025 that calls Testbek what Gulbek is."""
    return make_text(body=f"Head of the Invented League {TESTBEK} spoke.", published="2025-09-12")


def flag_of(text) -> Flag | None:
    return text.flags.filter(kind=FlagKind.OFFICE_CONTRADICTED).first()


def test_a_contradiction_becomes_a_doubt_with_both_holders(against, post):
    recognise([against])
    [said] = flag_of(against).values["said"]
    testbek, gulbek = (Entity.objects.get(name=name).pk for name in (TESTBEK, GULBEK))
    assert (said["person"], said["post"], said["holders"]) == (testbek, post.pk, [gulbek])
    assert said["words"] == "Head of the Invented League"


def test_the_doubt_is_told_with_names_and_terms(against):
    recognise([against])
    assert flag_of(against).detail == (
        "The text calls Testbek Example “Head of the Invented League”; on 12 September 2025 the "
        "record has Gulbek Sample in the office “Head of the Invented League”. "
        "Testbek Example held it: 3 September 2018 – 11 November 2022."
    )


def test_a_doubt_with_many_offices_asks_no_more_than_one_with_one(against):
    recognise([against])
    flag, counts = flag_of(against), []
    for number in (1, 5):
        flag.values["said"] = flag.values["said"][:1] * number
        with CaptureQueriesContext(connection) as queries:
            assert flag.detail.count("held it") == number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_doubt_whose_persons_are_gone_says_nothing(against):
    recognise([against])
    flag = flag_of(against)
    flag.values["said"][0]["person"] = 0
    assert flag.detail == ""


def test_looking_again_neither_doubles_nor_changes_the_doubt(against):
    recognise([against])
    before = flag_of(against)
    recognise([against])
    assert (flag_of(against).pk, flag_of(against).values) == (before.pk, before.values)


def test_what_is_no_longer_found_is_dropped(against):
    recognise([against])
    against.body = "Nobody spoke."
    against.save()
    recognise([against])
    assert flag_of(against) is None


def test_a_corrected_record_drops_the_doubt(against, post):
    recognise([against])
    post.memberships.all().delete()
    recognise([against])
    assert flag_of(against) is None


def test_what_an_editor_settled_is_not_raised_again(against, editor):
    recognise([against])
    settle_flag(flag_of(against), user=editor)
    recognise([against])
    assert flag_of(against).settled_by == editor


def test_a_settled_doubt_stays_when_its_ground_is_gone(against, editor):
    recognise([against])
    settle_flag(flag_of(against), user=editor)
    against.body = "Nobody spoke."
    against.save()
    recognise([against])
    assert flag_of(against).settled_by == editor


def test_a_new_contradiction_opens_a_settled_doubt(against, editor):
    recognise([against])
    settle_flag(flag_of(against), user=editor)
    person("Aibek Specimen")
    against.body += " Head of the Invented League Aibek Specimen left."
    against.save()
    recognise([against])
    assert flag_of(against).settled_at is None
    assert len(flag_of(against).values["said"]) == 2


def test_whoever_an_editor_said_is_not_meant_contradicts_nothing(against, editor):
    recognise([against])
    reject(Mention.objects.get(text=TESTBEK), user=editor)
    recognise([against])
    assert flag_of(against) is None


@pytest.mark.parametrize("fields", [{"published": "2021-05-05"}, {"published": None}])
def test_a_text_of_that_time_or_of_none_raises_nothing(make_text, post, fields):
    text = make_text(body=f"Head of the Invented League {TESTBEK} spoke.", **fields)
    recognise([text])
    assert flag_of(text) is None


def test_raising_costs_the_same_for_any_number_of_texts(make_text, post):
    def queries(count: int) -> int:
        texts = [make_text(body="Nobody spoke.", published="2025-09-12") for _ in range(count)]
        with CaptureQueriesContext(connection) as captured:
            recognise(texts)
        return len(captured)

    queries(1)  # the names are loaded once
    assert queries(3) == queries(13)
