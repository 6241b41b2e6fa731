"""Two editors at the same time: one changes a source while another works on its translation. The
texts are invented."""

from threading import Thread

import pytest
from django.db import connection

from articles.directing import mark_reviewed
from articles.editing import save_text, write_article
from articles.models import Translation

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def source(make_text):
    return make_text(language="ru")


@pytest.fixture
def translation(source, editor):
    return write_article(
        user=editor, article=source.article, language="en", headline="x", body="x", source=source
    )


def together(*works) -> None:
    def run(work):
        try:
            work()
        finally:
            connection.close()

    threads = [Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)


def change(pk, user, **fields):
    text = Translation.objects.get(pk=pk)
    for name, value in fields.items():
        setattr(text, name, value)
    save_text(text, user=user)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time")
@pytest.mark.parametrize("_turn", range(5))
def test_a_mark_is_never_lost(source, translation, editor, _turn):
    together(
        lambda: change(source.pk, editor, body="Other words (invented)."),
        lambda: change(translation.pk, editor, headline="A better one (invented)"),
    )
    assert Translation.objects.stale().filter(pk=translation.pk).exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time")
@pytest.mark.parametrize("_turn", range(5))
def test_a_review_of_what_was_seen_doesnt_cover_what_comes_meanwhile(
    source, translation, editor, _turn
):
    seen = source.revisions.count()
    together(
        lambda: change(source.pk, editor, body="Other words (invented)."),
        lambda: mark_reviewed(Translation.objects.get(pk=translation.pk), user=editor, seen=seen),
    )
    assert Translation.objects.stale().filter(pk=translation.pk).exists()
