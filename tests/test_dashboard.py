"""The front page of the desk: what waits, what was decided, what to do when nothing is there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.screens.decided_last import decided_last
from articles.admin.screens.waiting import what_waits
from articles.attaching import settle_version
from articles.choices import FlagKind
from articles.models import (
    Article,
    ArticleJudgement,
    Attachment,
    Document,
    Flag,
    Mention,
    Reading,
    Translation,
)
from articles.publishing import dismiss, publish, withdraw
from articles.recognising import recognise
from people.models import Entity, EntityJudgement

pytestmark = pytest.mark.django_db


def waiting() -> dict[str, int]:
    return {line.what: line.count for line in what_waits()}


def make(**fields) -> Translation:
    defaults = {"language": "en", "headline": "Example (invented)", "body": "Words."}
    return Translation.objects.create(article=Article.objects.create(), **{**defaults, **fields})


def busy(numbers: range) -> None:
    for n in numbers:
        text, other = make(headline=f"Text {n}"), make(headline="")
        Flag.objects.create(translation=text, kind="no_date")
        Flag.objects.create(translation=other, kind="no_headline")
        Mention.objects.create(
            translation=text, field="body", start=0, end=5, text=f"Words {n}", status="suggested"
        )
        ArticleJudgement.objects.create(
            first=text.article, second=other.article, proposed_verdict="duplicate", score=0.9
        )
        document = Document.objects.create(sha256=f"{n:064}", content=b"\0", size=1)
        Reading.objects.create(
            document=document, rules_version=1, status="quarantined", reason="Binary"
        )
        Attachment.objects.create(
            document=document, translation=text, relation="version", rule="same-head"
        )


def test_every_queue_is_counted():
    busy(range(2))
    assert waiting() == {
        "Drafts to publish or set aside": 4,
        "Pairs of texts that may be one article": 2,
        "New versions to compare": 2,
        "Translations whose source has changed": 0,
        "Texts without a headline": 2,
        "Texts without a date": 2,
        "Texts without an outlet": 0,
        "Texts whose clocks disagree": 0,
        "Names to settle": 2,
        "Unreadable documents": 2,
    }


def test_what_is_not_for_us_waits_in_no_queue(editor):
    text = make()
    Flag.objects.create(translation=text, kind="no_date")
    Mention.objects.create(
        translation=text, field="body", start=0, end=5, text="Words", status="suggested"
    )
    dismiss(text, user=editor, reason="Sport")
    assert set(waiting().values()) == {0}


@pytest.mark.parametrize("kind", FlagKind)
def test_every_kind_of_doubt_has_its_line(kind):
    Flag.objects.create(translation=make(), kind=kind)
    assert [line.count for line in what_waits() if f"flag={kind.value}" in line.url] == [1]


def test_a_version_that_was_settled_or_told_apart_waits_no_more(editor):
    busy(range(3))
    settled, apart, _open = Attachment.objects.all()
    settle_version(settled, user=editor)
    Attachment.objects.filter(pk=apart.pk).update(detached_at=timezone.now())
    assert waiting()["New version to compare"] == 1


def test_each_count_leads_to_a_list_of_as_many_rows(client, editor):
    busy(range(2))
    client.force_login(editor)
    for line in what_waits():
        shown = client.get(line.url).context
        count = shown["queue"].total if "queue" in shown else shown["cl"].result_count
        assert count == line.count, line.what


def test_the_page_costs_the_same_with_three_of_everything_as_with_thirteen(client, editor):
    client.force_login(editor)
    busy(range(3))
    client.get(reverse("admin:index"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("admin:index"))
    busy(range(3, 13))
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("admin:index"))
    assert len(many) == len(few)


def test_an_empty_desk_says_what_to_do(client, editor):
    client.force_login(editor)
    page = client.get(reverse("admin:index")).text
    assert "manage.py import_seeds" in page
    assert reverse("admin:articles_article_add") in page


def test_of_each_text_only_the_last_thing_done_is_told(editor):
    text = make()
    publish(text, user=editor)
    withdraw(text, user=editor, reason="Wrong.")
    assert [decision.words for decision in decided_last()] == [
        "Revision 3 of “Example (invented)”, withdrawn"
    ]


def test_the_last_decisions_name_who_and_link_the_text(editor):
    text = make()
    publish(text, user=editor)
    last = decided_last()[0]
    assert "published" in last.words
    assert last.who == "editor"
    assert last.url.endswith(f"?text={text.pk}")


def test_the_seeds_wait_as_the_table_says(seeds):
    counts = waiting()
    assert counts["Drafts to publish or set aside"] == 5
    assert counts["Pair of texts that may be one article"] == 1
    assert counts["Texts without a headline"] == 2
    assert counts["Texts without an outlet"] == 3
    assert counts["Text without a date"] == 1
    assert counts["Text whose clocks disagree"] == 1
    assert counts["Unreadable documents"] == 0


def test_it_says_in_how_many_texts_names_are_to_be_looked_for_again(client, editor):
    text = make()
    client.force_login(editor)
    assert "last looked for in 1 text." in client.get(reverse("admin:index")).content.decode()
    recognise([text])
    assert "last looked for" not in client.get(reverse("admin:index")).content.decode()


def test_records_that_may_be_entered_twice_wait_while_there_are_any(db):
    one, other = (Entity.objects.create(kind="person", name=f"Example {n}") for n in "ab")
    EntityJudgement.objects.create(first=one, second=other)
    assert waiting()["Record that may be entered twice"] == 1
