"""Hints: pairs that a page names by printing its own headline in another language."""

import pytest

from articles.choices import ReadingStatus, Verdict
from articles.matching.proposing import propose_pairs
from articles.models import (
    ArticleJudgement,
    Attachment,
    Document,
    Reading,
    Translation,
    TranslationHint,
)
from ots_desk.text import key_of

ENGLISH = "Invented summit ends in Example City"
RUSSIAN = "В Примерске завершился вымышленный саммит"
DAY = "2025-10-07"


@pytest.fixture
def make_page(make_text):
    """A text from a page that prints `hint` as its own headline in `hint_language`."""

    def make(hint: str, hint_language: str = "", **fields) -> Translation:
        document = Document.objects.create(sha256=key_of(hint + str(fields)), content=b"", size=0)
        reading = Reading.objects.create(
            document=document, rules_version=2, status=ReadingStatus.READ
        )
        TranslationHint.objects.create(
            reading=reading, headline=hint, headline_key=key_of(hint), language=hint_language
        )
        return make_text(**{"reading": reading, "published": DAY, "headline": ENGLISH, **fields})

    return make


@pytest.fixture
def russian(make_text) -> Translation:
    return make_text(
        language="ru", headline=RUSSIAN, body="Лидеры разъехались.", published="2025-10-08"
    )


def test_a_hint_on_a_new_page_proposes_a_stored_text(make_page, russian):
    page = make_page(RUSSIAN.upper(), "ru")
    assert propose_pairs([page]) == 1
    pair = ArticleJudgement.objects.get()
    assert {pair.first, pair.second} == {page.article, russian.article}
    assert (pair.verdict, pair.proposed_verdict) == (Verdict.UNDECIDED, Verdict.TRANSLATION)
    assert pair.evidence["hint"] is True


def test_a_new_text_is_proposed_where_a_stored_page_hinted_at_it(make_page, russian):
    make_page(RUSSIAN, "ru")
    assert propose_pairs([russian]) == 1


def test_both_can_come_with_one_batch_and_hint_at_each_other(make_page):
    page = make_page(RUSSIAN, "ru")
    other = make_page(ENGLISH, "en", headline=RUSSIAN, language="ru", body="Лидеры разъехались.")
    assert propose_pairs([page, other]) == 1


def test_a_hint_on_a_further_document_counts_for_its_text(make_page, make_text, russian):
    page = make_page(RUSSIAN, "ru")
    text = make_text(headline=ENGLISH, published=DAY)
    document = page.reading.document
    page.article.delete()
    Attachment.objects.create(
        document=document, translation=text, relation="copy", rule="equal-body"
    )
    assert propose_pairs([russian]) == 1
    assert ArticleJudgement.objects.get().second == text.article


@pytest.mark.parametrize(
    "fields",
    [
        {"language": "ru"},
        {"published": "2025-11-07"},
        {"headline": "Другой вымышленный заголовок"},
        {"language": "kk"},
    ],
    ids=["one language", "a month apart", "another headline", "not the language of the hint"],
)
def test_what_doesnt_fit_is_not_proposed(make_page, make_text, fields):
    page = make_page(RUSSIAN, "ru", **({"language": "ru"} if fields == {"language": "ru"} else {}))
    other = {"language": "ru", "headline": RUSSIAN, "body": "Лидеры разъехались.", "published": DAY}
    make_text(**{**other, **fields})
    assert propose_pairs([page]) == 0


def test_an_undated_text_can_be_hinted_at(make_page, russian):
    page = make_page(RUSSIAN, published=None)
    assert propose_pairs([page]) == 1


def test_a_pair_that_was_decided_is_not_proposed_again(make_page, russian, editor):
    page = make_page(RUSSIAN, "ru")
    propose_pairs([page])
    ArticleJudgement.objects.update(verdict=Verdict.DIFFERENT, decided_at="2025-10-09T00:00Z")
    assert propose_pairs([page, russian]) == 0
