"""Fingerprints are stored with each text and follow it. The texts are invented."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import fingerprinting
from articles.choices import FingerprintKeyKind
from articles.editing import save_text, write_article
from articles.fingerprinting import (
    as_matched,
    fingerprint_all,
    renew_fingerprints,
    waiting_texts,
)
from articles.matching.fingerprints import RULES_VERSION, fingerprint_of, pack
from articles.matching.keys import clue_keys, line_keys, run_keys
from articles.models import Fingerprint, FingerprintKey, Translation
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU, TEMPLATE_EN

STANDING = "Example Agency (invented) has reported from the steppe to all its readers since 1931."


@pytest.fixture
def fair(make_text) -> Translation:
    text = make_text(body=FAIR_EN, published="2025-09-12")
    renew_fingerprints([text.pk])
    return text


def keys_of(text, kind) -> set[int]:
    return set(
        FingerprintKey.objects.filter(fingerprint=text.pk, kind=kind).values_list("key", flat=True)
    )


def content_of(text) -> bytes:
    return bytes(Fingerprint.objects.get(pk=text.pk).content)


def pure(text, standing=()) -> bytes:
    text.refresh_from_db()
    return pack(fingerprint_of(as_matched(text), standing))


def everything() -> tuple[list, list]:
    """All that is stored, but for ids of keys and for when it was compared."""
    prints = Fingerprint.objects.order_by("pk").values_list(
        "pk", "language", "day", "rules", "content"
    )
    keys = FingerprintKey.objects.order_by("fingerprint", "kind", "key")
    return (
        [(*row, bytes(content)) for *row, content in prints],
        list(keys.values_list("fingerprint", "kind", "key")),
    )


def test_what_is_stored_is_what_the_rules_make_byte_for_byte(fair):
    made = fingerprint_of(as_matched(fair))
    stored = Fingerprint.objects.get(pk=fair.pk)
    assert bytes(stored.content) == pack(made)
    assert (stored.language, str(stored.day), stored.rules) == ("en", "2025-09-12", RULES_VERSION)
    assert keys_of(fair, FingerprintKeyKind.RUN) == set(run_keys(made))
    assert keys_of(fair, FingerprintKeyKind.CLUE) == set(clue_keys(made))
    assert keys_of(fair, FingerprintKeyKind.LINE) == set(line_keys(fair.body))
    assert run_keys(made)
    assert clue_keys(made)


def test_an_undated_text_has_clues_of_its_own_kind(make_text):
    text = make_text(body=FAIR_EN)
    renew_fingerprints([text.pk])
    assert keys_of(text, FingerprintKeyKind.UNDATED)
    assert not keys_of(text, FingerprintKeyKind.CLUE)


@pytest.mark.parametrize(
    "change", [{"body": TEMPLATE_EN}, {"headline": "Another"}, {"language": "tr"}]
)
def test_an_edit_renews_the_fingerprint(fair, editor, change):
    before = everything()
    for field, value in change.items():
        setattr(fair, field, value)
    save_text(fair, user=editor)
    assert everything() != before
    assert content_of(fair) == pure(fair)


def test_an_edit_of_the_date_moves_the_fingerprint(fair, editor):
    fair.published = "2025-10-01"
    save_text(fair, user=editor)
    assert str(Fingerprint.objects.get(pk=fair.pk).day) == "2025-10-01"


def test_a_text_that_loses_its_words_loses_its_fingerprint(fair, editor):
    fair.body = ""
    save_text(fair, user=editor)
    assert not Fingerprint.objects.exists()
    assert not FingerprintKey.objects.exists()


def test_a_text_written_at_the_desk_has_one(editor):
    text = write_article(user=editor, language="en", headline="Fair", body=FAIR_EN)
    assert content_of(text) == pure(text)


def test_imported_texts_have_theirs(seeds):
    assert Fingerprint.objects.count() == 5
    assert not waiting_texts().exists()


def test_a_line_in_a_third_text_is_standing_for_all_three(make_text):
    texts = [make_text(body=f"{body}\n\n{STANDING}") for body in (FAIR_EN, FAIR_RU, TALKS_RU)]
    renew_fingerprints([texts[0].pk, texts[1].pk])
    assert content_of(texts[0]) == pure(texts[0])
    renew_fingerprints([texts[2].pk])
    standing = set(line_keys(texts[0].body).values()) & set(line_keys(texts[2].body).values())
    assert len(standing) == 1
    assert [content_of(text) for text in texts] == [pure(text, standing) for text in texts]
    assert content_of(texts[0]) != pure(texts[0])


def test_reprints_of_one_text_have_no_standing_lines(make_text):
    texts = [make_text(body=FAIR_EN) for _ in range(4)]
    renew_fingerprints([text.pk for text in texts])
    assert {content_of(text) for text in texts} == {pure(texts[0])}


def test_the_order_in_which_texts_come_changes_nothing(make_text):
    texts = [
        make_text(body=f"{body}\n\n{STANDING}")
        for body in (FAIR_EN, FAIR_RU, TALKS_RU, TEMPLATE_EN)
    ]
    for text in texts:
        renew_fingerprints([text.pk])
    one_by_one = everything()
    renew_fingerprints([text.pk for text in texts])
    assert everything() == one_by_one
    fingerprint_all(anew=True)
    assert everything() == one_by_one


def test_the_command_makes_what_is_missing_or_old(fair, make_text, capsys):
    missing = make_text(body=FAIR_RU, language="ru")
    Fingerprint.objects.filter(pk=fair.pk).update(rules=RULES_VERSION - 1, content=b"old")
    call_command("fingerprint")
    assert "2 texts" in capsys.readouterr().out
    assert (content_of(fair), content_of(missing)) == (pure(fair), pure(missing))
    call_command("fingerprint")
    assert "0 texts" in capsys.readouterr().out


def test_the_command_makes_all_anew_if_asked(fair, capsys):
    Fingerprint.objects.filter(pk=fair.pk).update(content=b"damaged")
    call_command("fingerprint", all=True)
    assert "1 texts" in capsys.readouterr().out
    assert content_of(fair) == pure(fair)


def test_a_run_that_was_stopped_goes_on_where_it_was(make_text, monkeypatch):
    monkeypatch.setattr(fingerprinting, "BATCH", 2)
    texts = [make_text(body=f"{FAIR_EN} {number}") for number in range(5)]
    fingerprint_all()
    whole = everything()

    def stopped(ids, _total):
        yield from ids[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fingerprint_all(anew=True, progress=stopped)
    assert waiting_texts().count() == 3
    assert fingerprint_all() == 3
    assert everything() == whole
    assert len(whole[0]) == len(texts)


def test_queries_do_not_grow_with_the_texts(make_text):
    texts = [
        make_text(body=f"Opening {number}.\n\n{FAIR_EN}\n\n{STANDING}") for number in range(16)
    ]
    renew_fingerprints([text.pk for text in texts[:3]])
    assert count_queries(texts[3:6]) == count_queries(texts[3:])


def count_queries(texts) -> int:
    with CaptureQueriesContext(connection) as queries:
        renew_fingerprints([text.pk for text in texts])
    return len(queries)
