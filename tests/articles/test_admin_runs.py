"""The page of an import run: its state, its counts as a bar, and every problem."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.screens.run import finding, parts_of, state_of, with_last_sign
from articles.choices import Outcome
from articles.models import Document, ImportRun, Reading, Sighting

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db) -> ImportRun:
    counts = {"created": 6, "quarantined": 2, "mentions": 31}
    return ImportRun.objects.create(paths=["texts"], counts=counts, total=8)


@pytest.fixture
def page(client, editor, run):
    client.force_login(editor)

    def look(**asked):
        return client.get(reverse("admin:articles_importrun_change", args=[run.pk]), asked)

    return look


def sight(run, path: str, outcome: str, reason: str = "") -> Sighting:
    number = Document.objects.count() + 1
    document = Document.objects.create(sha256=f"{number:064}", content=b"?", size=1)
    status = "quarantined" if outcome == "quarantined" else "read"
    Reading.objects.create(
        document=document, rules_version=1, status=status, reason=reason if status != "read" else ""
    )
    return Sighting.objects.create(
        run=run, path=path, outcome=outcome, reason=reason, document=document
    )


def state() -> str:
    return state_of(with_last_sign(ImportRun.objects.all()).get())


def listed(answer) -> list[tuple[str, str, str]]:
    return [(row.path, row.outcome, row.reason) for row in answer.context["rows"]]


def test_the_parts_of_the_bar_fill_it_in_the_order_of_outcomes(run):
    parts = [(part.outcome, part.count, part.start, part.width) for part in parts_of(run.counts)]
    assert parts == [(Outcome.CREATED, 6, 0, 75), (Outcome.QUARANTINED, 2, 75, 25)]


def test_the_picture_is_told_in_words(run, page):
    assert finding(run) == "6 taken in as a new text; 2 in quarantine"
    assert f'aria-label="{finding(run)}"' in page().text


def test_a_run_that_writes_into_its_journal_is_running(run, page):
    sight(run, "a.txt", "created")
    assert state() == "running"
    html = page().text
    assert '<progress max="8" value="8"' in html
    assert 'data-renew="3"' in html


def test_a_run_that_has_fallen_silent_says_how_it_goes_on(run, page):
    ImportRun.objects.update(started_at=timezone.now() - timedelta(hours=1))
    assert state() == "stopped before its end"
    html = page().text
    assert "Run the same command again, and it goes on from here" in html
    assert "data-renew" not in html


def test_a_long_run_is_running_while_it_still_writes(run):
    ImportRun.objects.update(started_at=timezone.now() - timedelta(hours=1))
    sight(run, "a.txt", "created")
    assert state() == "running"


def test_a_finished_run_is_asked_for_no_more(run, page):
    ImportRun.objects.update(finished_at=timezone.now())
    assert state() == "finished"
    assert "data-renew" not in page().text


def test_a_run_over_nothing_says_what_to_look_at(run, page):
    ImportRun.objects.update(finished_at=timezone.now(), counts={})
    assert "It found no document." in page().text


def test_problems_are_listed_with_their_reason_in_words(run, page):
    sight(run, "good.txt", "created")
    sight(run, "bad.txt", "quarantined", "no body")
    Sighting.objects.create(run=run, path="old.txt", outcome="skipped", reason="2021-03-04")
    Sighting.objects.create(run=run, path="lost.txt", outcome="failed", reason="Permission denied")
    assert listed(page()) == [
        (
            "bad.txt",
            "quarantined",
            "The document holds no running text that could be an article.",
        ),
        ("old.txt", "skipped", "dated 4 March 2021"),
        ("lost.txt", "failed", "Permission denied"),
    ]


def test_what_stays_in_quarantine_since_an_earlier_run_is_a_problem_too(run, page):
    sight(run, "same.txt", "unchanged")
    sight(run, "bad-again.txt", "unchanged", "binary")
    assert [row[0] for row in listed(page())] == ["bad-again.txt"]


def test_one_outcome_can_be_asked_for(run, page):
    sight(run, "good.txt", "created")
    sight(run, "bad.txt", "quarantined", "no body")
    assert [row[0] for row in listed(page(outcome="created"))] == ["good.txt"]
    assert [row[0] for row in listed(page(outcome="all"))] == ["good.txt", "bad.txt"]
    assert [row[0] for row in listed(page(outcome="nonsense"))] == ["bad.txt"]


def test_an_empty_list_of_problems_is_good_news(run, page):
    assert "No problem: everything was understood." in page().text


def test_problems_come_in_pages_of_as_many_queries(run, page):
    for number in range(3):
        sight(run, f"{number}.txt", "quarantined", "binary")
    page()
    with CaptureQueriesContext(connection) as few:
        page()
    for number in range(3, 60):
        sight(run, f"{number}.txt", "quarantined", "binary")
    with CaptureQueriesContext(connection) as many:
        assert len(listed(page())) == 50
    assert len(many) <= len(few)
    assert listed(page(page="2"))[0][0] == "50.txt"
    assert len(listed(page(page="99"))) == 10


def test_a_row_leads_to_its_evidence(run, page):
    document = sight(run, "bad.txt", "quarantined", "binary").document
    assert reverse("admin:articles_document_change", args=[document.pk]) in page().text


def test_the_list_of_runs_tells_state_and_result(client, editor, run):
    client.force_login(editor)
    html = client.get(reverse("admin:articles_importrun_changelist")).text
    assert "running" in html
    assert "6 taken in as a new text; 2 in quarantine" in html


def test_the_list_of_runs_costs_the_same_for_many(client, editor):
    client.force_login(editor)
    url = reverse("admin:articles_importrun_changelist")

    def cost(number: int) -> int:
        for _one in range(number):
            ImportRun.objects.create()
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    cost(1)
    assert cost(2) == cost(10)
