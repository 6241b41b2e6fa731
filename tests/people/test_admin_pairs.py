"""Records entered twice in the admin: the queue, the pair, merging, splitting, undoing. Everybody
in it is invented."""

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ots_desk.judging import pair_of
from people.admin.pairs import EntityJudgementAdmin
from people.doubles import propose_all
from people.judging import decide
from people.merging import merge
from people.models import Entity, EntityJudgement, EntityMerge, EntitySplit, Name, Person
from people.splitting import split
from tests.people.test_admin import form_of

pytestmark = pytest.mark.django_db

LIST = "admin:people_entityjudgement_changelist"


@pytest.fixture
def testbek(make_entity):
    return make_entity("person", "Testbek Example", country="KG")


@pytest.fixture
def double(make_entity):
    return make_entity("person", "Testbek Exemple", description="Invented for tests.")


@pytest.fixture
def pair(testbek, double):
    propose_all()
    return EntityJudgement.objects.get()


def url(name, *args):
    return reverse(f"admin:people_{name}", args=[getattr(arg, "pk", arg) for arg in args])


# The queue


def test_the_queue_shows_open_pairs_with_who_they_are(client, editor, pair):
    client.force_login(editor)
    page = client.get(reverse(LIST)).content.decode()
    assert "Testbek Example" in page
    assert "Testbek Exemple" in page
    assert "Kyrgyzstan" in page


def test_an_empty_queue_says_so(client, editor):
    client.force_login(editor)
    assert client.get(reverse(LIST)).status_code == 200


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "person"}, 1),
        ({"kind": "place"}, 0),
        ({"country": "KG"}, 1),
        ({"band": "weak"}, 0),
        ({"decision": "decided"}, 0),
        ({"q": "exemple"}, 1),
        ({"q": "nobody"}, 0),
    ],
)
def test_the_queue_is_filtered_and_searched(client, editor, pair, asked, found):
    client.force_login(editor)
    assert client.get(reverse(LIST), asked).context["cl"].result_count == found


def test_the_queue_asks_no_more_for_more_pairs(client, editor, make_entity):
    client.force_login(editor)

    def queries(pairs):
        for number in range(pairs):
            two = [make_entity("person", f"Testbek {number} {end}") for end in "ab"]
            pair_of(EntityJudgement, *two)
        client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as counted:
            client.get(reverse(LIST))
        return len(counted)

    assert queries(3) == queries(10)


# The pair


def test_the_page_of_a_pair_shows_both_side_by_side(client, editor, pair):
    client.force_login(editor)
    page = client.get(url("entityjudgement_change", pair)).content.decode()
    assert "Spellings alike" in page
    assert "Latin" in page
    assert 'data-code="Digit1"' in page


def test_the_same_merges_and_leads_to_the_next_pair(client, editor, pair, make_entity):
    others = [make_entity("person", f"Sampul Nobod{end}") for end in "iy"]
    propose_all()
    client.force_login(editor)
    answer = client.post(url("entityjudgement_decide", pair), {"verdict": "same"})
    assert answer.url == url("entityjudgement_change", pair_of(EntityJudgement, *others))
    assert EntityMerge.objects.get().made_by == editor


def test_different_is_remembered_and_taken_back(client, editor, pair):
    client.force_login(editor)
    client.post(url("entityjudgement_decide", pair), {"verdict": "different", "reason": "Cousins."})
    pair.refresh_from_db()
    assert (pair.verdict, pair.reason, pair.decided_by) == ("different", "Cousins.", editor)
    client.post(url("entityjudgement_reopen", pair))
    pair.refresh_from_db()
    assert pair.verdict == "undecided"


def test_who_waited_too_long_for_somebody_else_is_told(client, editor, pair, monkeypatch):
    def too_late(*_names):
        raise OperationalError("database is locked")

    monkeypatch.setattr(EntityJudgementAdmin, "look_again", too_late)
    client.force_login(editor)
    page = client.post(url("entityjudgement_decide", pair), {"verdict": "same"}, follow=True)
    assert "Somebody else is changing the same records" in page.text
    assert not EntityMerge.objects.exists()


def test_any_other_verdict_is_refused(client, editor, pair):
    client.force_login(editor)
    client.post(url("entityjudgement_decide", pair), {"verdict": "undecided"})
    pair.refresh_from_db()
    assert pair.decided_at is None


def test_a_contradiction_is_said_with_links(client, editor, testbek, double, make_entity):
    third = make_entity("person", "Testbek Exampl")
    decide(pair_of(EntityJudgement, double, third), "different", user=editor)
    apart = EntityJudgement.objects.get()
    decide(pair_of(EntityJudgement, testbek, double), "same", user=editor)
    client.force_login(editor)
    answer = client.post(
        url("entityjudgement_decide", pair_of(EntityJudgement, testbek, third)),
        {"verdict": "same"},
        follow=True,
    )
    assert url("entityjudgement_change", apart) in answer.content.decode()


def test_a_reporter_sees_and_decides_nothing(client, reporter, pair):
    client.force_login(reporter)
    page = client.get(url("entityjudgement_change", pair))
    assert page.status_code == 200
    assert 'name="verdict"' not in page.content.decode()
    for name in ("decide", "reopen"):
        answer = client.post(url(f"entityjudgement_{name}", pair), {"verdict": "same"})
        assert answer.status_code == 403
    assert client.get(url("entitymerge_preview", pair.first, pair.second)).status_code == 403


def test_nothing_is_decided_by_a_link(client, editor, pair):
    client.force_login(editor)
    assert client.get(url("entityjudgement_decide", pair)).status_code == 405


# Merging


def test_the_preview_shows_what_differs_what_moves_and_what_redirects(
    client, editor, testbek, double
):
    client.force_login(editor)
    page = client.get(url("entitymerge_preview", testbek, double)).content.decode()
    assert "Invented for tests." in page
    assert "Spellings" in page
    assert double.get_absolute_url() in page


def test_values_are_chosen_on_the_preview(client, editor, testbek, double):
    client.force_login(editor)
    preview = url("entitymerge_preview", testbek, double)
    state = client.get(preview).context["state"]
    posted = {
        "seen": state,
        "name": "duplicate",
        "country": "survivor",
        "country=other": "kz",
        "description": "duplicate",
        "reason": "Entered twice.",
    }
    client.post(preview, posted)
    testbek.refresh_from_db()
    done = EntityMerge.objects.get()
    assert (testbek.name, testbek.country, done.reason) == (
        "Testbek Exemple",
        "KZ",
        "Entered twice.",
    )
    assert done.judgement.verdict == "same"


def test_a_preview_that_was_overtaken_is_shown_again(client, editor, testbek, double):
    client.force_login(editor)
    preview = url("entitymerge_preview", testbek, double)
    state = client.get(preview).context["state"]
    Person.objects.get(pk=testbek.pk).save()
    answer = client.post(preview, {"seen": state, "name": "survivor"})
    assert "changed meanwhile" in answer.content.decode()
    assert not EntityMerge.objects.exists()


def test_what_is_refused_is_said_instead_of_a_form(client, editor, testbek, make_entity):
    client.force_login(editor)
    body = make_entity("organization", "Example Council (invented)")
    page = client.get(url("entitymerge_preview", testbek, body)).content.decode()
    assert "another kind" in page
    assert 'name="seen"' not in page
    itself = client.get(url("entitymerge_preview", testbek, testbek))
    assert "merged with itself" in itself.content.decode()


def test_an_old_id_leads_to_the_preview_of_today(client, editor, testbek, double, make_entity):
    third = make_entity("person", "Testbek Exampl")
    merge(testbek, double, user=editor)
    client.force_login(editor)
    answer = client.get(url("entitymerge_preview", third, double))
    assert answer.url == url("entitymerge_preview", third, testbek)


def test_two_marked_rows_lead_to_the_preview(client, editor, testbek, double):
    client.force_login(editor)
    posted = {"action": "merge_two", "_selected_action": [testbek.pk, double.pk]}
    answer = client.post(reverse("admin:people_person_changelist"), posted)
    assert answer.url == url("entitymerge_preview", testbek, double)
    posted["_selected_action"] = [testbek.pk]
    answer = client.post(reverse("admin:people_person_changelist"), posted, follow=True)
    assert "exactly two" in answer.content.decode()


@pytest.mark.parametrize("asked", ["", "exemple", "ЭКЗЕМПЛ", "{pk}", "/en/people/{pk}-x/"])
def test_the_record_to_merge_with_is_found(client, editor, testbek, double, asked):
    Name.objects.create(entity=double, text="Тестбек Экземпл", language="ru")
    client.force_login(editor)
    page = client.get(url("entity_merge_with", testbek), {"q": asked.format(pk=double.pk)})
    assert url("entitymerge_preview", testbek, double) in page.content.decode()


def test_a_merge_is_undone_from_its_page_after_a_look(client, editor, testbek, double):
    done = merge(testbek, double, user=editor)
    client.force_login(editor)
    assert "Testbek Exemple" in client.get(url("entitymerge_change", done)).content.decode()
    looked = client.get(url("entitymerge_undoing", done)).content.decode()
    assert "Nothing: every row" in looked
    assert f'href="{url("entitymerge_change", done)}">Leave it' in looked
    assert not EntityMerge.objects.get().is_undone
    client.post(url("entitymerge_undo", done))
    assert Entity.objects.standing().count() == 2
    assert client.get(reverse("admin:people_entitymerge_changelist")).status_code == 200


def test_a_refused_undo_leads_to_what_it_waits_for(client, editor, testbek, double, make_entity):
    done = merge(testbek, double, user=editor)
    later = merge(make_entity("person", "Testbek Exampl"), testbek, user=editor)
    client.force_login(editor)
    answer = client.get(url("entitymerge_undoing", done), follow=True)
    assert url("entitymerge_change", later) in answer.content.decode()


def test_a_records_page_tells_of_merges_pairs_and_splits(client, editor, testbek, double, pair):
    client.force_login(editor)
    page = client.get(url("person_change", testbek)).content.decode()
    assert url("entityjudgement_change", pair) in page
    assert url("entity_merge_with", testbek) in page
    done = merge(testbek, double, user=editor)
    assert (
        url("entitymerge_change", done)
        in client.get(url("person_change", testbek)).content.decode()
    )
    gone = client.get(url("person_change", double)).content.decode()
    assert "was merged into" in gone
    assert url("entity_merge_with", double) not in gone


def test_a_new_spelling_is_compared_at_once(client, editor, testbek, make_entity):
    other = make_entity("person", "Sampul Nobody")
    client.force_login(editor)
    page = url("person_change", other)
    rows = form_of(client, page)
    new = int(rows["names-TOTAL_FORMS"]) - 1
    rows |= {f"names-{new}-text": "Testbek Exemple", f"names-{new}-language": "en"}
    client.post(page, rows)
    assert EntityJudgement.objects.filter(first=testbek, second=other).exists()


# Splitting


@pytest.fixture
def spelling(testbek):
    return Name.objects.create(entity=testbek, text="Sampul Example", language="en")


def test_spellings_are_taken_out_and_put_back(client, editor, testbek, spelling):
    client.force_login(editor)
    page = url("entity_split", testbek)
    assert "Sampul Example" in client.get(page).content.decode()
    client.post(page, {"name": [spelling.pk], "reason": "Two men."})
    done = EntitySplit.objects.get()
    assert (done.made.name, done.reason) == ("Sampul Example", "Two men.")
    assert client.get(url("entitysplit_change", done)).status_code == 200
    assert client.get(url("entitysplit_undoing", done)).status_code == 200
    client.post(url("entitysplit_undo", done))
    assert testbek.names.count() == 2
    assert client.get(url("entitysplit_change", done)).status_code == 200


@pytest.mark.parametrize("asked", ["{pk}", "sampul nobody"])
def test_they_are_taken_into_a_record_that_is_named(
    client, editor, testbek, spelling, make_entity, asked
):
    other = make_entity("person", "Sampul Nobody")
    client.force_login(editor)
    into = asked.format(pk=other.pk)
    client.post(url("entity_split", testbek), {"name": [spelling.pk], "into": into})
    assert EntitySplit.objects.get().made == other


def test_a_split_without_spellings_keeps_the_form(client, editor, testbek, spelling):
    client.force_login(editor)
    page = client.post(url("entity_split", testbek), {"into": "nobody at all"})
    assert "is called so" in page.content.decode()
    page = client.post(url("entity_split", testbek), {})
    assert "Choose the spellings" in page.content.decode()
    assert not EntitySplit.objects.exists()


def test_a_reporter_may_neither_merge_nor_split(client, reporter, editor, testbek, spelling):
    done = split(testbek, [spelling], user=editor)
    client.force_login(reporter)
    for name, row in (("entity_split", testbek), ("entity_merge_with", testbek)):
        assert client.get(url(name, row)).status_code == 403
    assert client.post(url("entitysplit_undo", done)).status_code == 403
    assert client.get(url("entitysplit_undoing", done)).status_code == 403
    assert client.get(url("entitysplit_change", done)).status_code == 200
