"""What a process knows of stored fingerprints is never what they were before. Invented texts."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.editing import save_text
from articles.fingerprinting import as_matched
from articles.matching import recalling
from articles.matching.fingerprints import fingerprint_of, pack, stamp_of
from articles.matching.recalling import recall
from articles.models import Fingerprint
from tests.articles.matching.invented import FAIR_EN, TEMPLATE_EN, VISIT_EN

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgetting(monkeypatch):
    """Each test begins in a process that has read nothing."""
    monkeypatch.setattr(recalling, "_memory", recalling.Memory())


@pytest.fixture
def fair(make_text):
    return make_text(body=FAIR_EN, published="2025-09-12")


def recalled() -> list[bytes]:
    return [pack(one) for one in recall(Fingerprint.objects.order_by("pk"))]


def made_of(text, **changed) -> bytes:
    return pack(fingerprint_of({**as_matched(text), **changed}))


def contents_read() -> int:
    """How many statements of a recall read contents."""
    with CaptureQueriesContext(connection) as queries:
        recalled()
    return sum('"content"' in query["sql"] for query in queries)


def store_elsewhere(text, content: bytes) -> None:
    """As another process stores it: nothing of this one hears of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_fingerprint SET content = %s, stamp = %s WHERE translation_id = %s",
            [content, stamp_of(content), text.pk],
        )


def test_what_nobody_changed_is_read_once(fair):
    assert [contents_read(), contents_read()] == [1, 0]
    assert recalled() == [made_of(fair)]


def test_a_text_that_is_edited_is_read_anew(fair, admin_user):
    recalled()
    fair.body = VISIT_EN
    save_text(fair, user=admin_user)
    assert recalled() == [made_of(fair, body=VISIT_EN)]


def test_what_another_process_stored_is_read_anew(fair):
    recalled()
    store_elsewhere(fair, made_of(fair, body=TEMPLATE_EN))
    assert recalled() == [made_of(fair, body=TEMPLATE_EN)]


def test_what_came_to_nothing_is_not_remembered(fair):
    recalled()
    with transaction.atomic():
        store_elsewhere(fair, made_of(fair, body=TEMPLATE_EN))
        recalled()
        transaction.set_rollback(True)
    assert recalled() == [made_of(fair)]


def test_a_text_of_another_day_is_another(fair):
    recalled()
    Fingerprint.objects.update(day="2025-09-14", language="tr")
    (found,) = recall(Fingerprint.objects.all())
    assert (found.language, str(Fingerprint.objects.get().day)) == ("tr", "2025-09-14")


def test_what_changes_while_it_is_read_is_not_kept(fair):
    """Its content is no longer that of the stamp under which it was asked for."""
    Fingerprint.objects.update(stamp=1)
    assert [contents_read(), contents_read()] == [1, 1]


def test_what_is_gone_is_left_out(fair, make_text):
    other = make_text(body=VISIT_EN, published="2025-09-12")
    recalled()
    Fingerprint.objects.filter(pk=fair.pk).delete()
    assert recalled() == [made_of(other)]


def test_of_very_many_the_last_are_kept(make_text, monkeypatch):
    monkeypatch.setattr(recalling, "MOST_KEPT", 2)
    texts = [make_text(body=body, published="2025-09-12") for body in (FAIR_EN, VISIT_EN)]
    recalled()
    texts.append(make_text(body=TEMPLATE_EN, published="2025-09-12"))
    list(recall(Fingerprint.objects.filter(pk=texts[2].pk)))
    with CaptureQueriesContext(connection) as queries:
        list(recall(Fingerprint.objects.filter(pk__in=[text.pk for text in texts[1:]])))
    assert len(queries) == 1
    assert recalled() == [made_of(text) for text in texts]
