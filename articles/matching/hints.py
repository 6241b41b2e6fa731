"""Pairs that pages themselves name: a text, and its headline in another language on another page.

Only finds; what becomes of the pairs is `proposing`.
"""

import datetime
from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from articles.choices import Status
from articles.models import Attachment, Translation, TranslationHint

# A page links to the same story of these days; an older text of that headline is another story.
DAYS = datetime.timedelta(days=14)

COLUMNS = (
    *("language", "headline_key", "reading", "replaced_by"),
    *("published_earliest", "published_latest"),
)


def find_hinted(texts: Mapping[int, Translation]) -> list[tuple[int, int]]:
    """Return the pairs (text that a hint stands on, text whose headline it gives) in which one of
    `texts`, given by id, is either. Texts in one language, or far apart in time, are no pair.
    """
    keys = {text.headline_key for text in texts.values()}
    sets = (
        _hints().filter(headline_key__in=keys),
        _hints().filter(reading__translations__in=texts),
        _hints().filter(reading__document__attachment__translation__in=texts),
    )
    hints = {hint.pk: hint for some in sets for hint in some}.values()
    if not hints:
        return []
    named = _named({hint.headline_key for hint in hints})
    pages = _pages(hints)
    return sorted(
        {
            (page.pk, text.pk)
            for hint in hints
            for page in pages.get(hint.reading_id, ())
            for text in named.get(hint.headline_key, ())
            if {page.pk, text.pk} & texts.keys() and _fit(hint, page, text)
        }
    )


def _hints() -> QuerySet[TranslationHint]:
    return TranslationHint.objects.exclude(headline_key="").only(
        "language", "headline_key", "reading"
    )


def _texts() -> QuerySet[Translation]:
    texts = Translation.objects.exclude(status=Status.NOT_FOR_US)
    return texts.exclude(body="").exclude(language="").only(*COLUMNS)


def _named(keys: Iterable[str]) -> dict[str, list[Translation]]:
    """Texts by headline. The condition on empty keys lets the database use its index; asked for
    an order or for standing texts, SQLite would go through all of them instead."""
    found: dict[str, list[Translation]] = {}
    for text in _texts().filter(~Q(headline_key=""), headline_key__in=keys).order_by():
        found.setdefault(text.headline_key, []).append(text)
    return found


def _pages(hints: Iterable[TranslationHint]) -> dict[int, list[Translation]]:
    """The texts on whose pages the hints stand, by reading: that which it made, or that to which
    its document is attached."""
    readings = {hint.reading_id for hint in hints}
    found: dict[int, list[Translation]] = {}
    for text in _texts().filter(reading__in=readings):
        found.setdefault(text.reading_id, []).append(text)
    attached = Attachment.objects.filter(document__readings__in=readings, detached_at=None)
    rows = list(attached.values_list("document__readings", "translation"))
    texts = _texts().in_bulk([text for _reading, text in rows])
    for reading, text in rows:
        if text in texts:
            found.setdefault(reading, []).append(texts[text])
    return found


def _fit(hint: TranslationHint, page: Translation, text: Translation) -> bool:
    both_stand = page.replaced_by_id is None and text.replaced_by_id is None
    return (
        both_stand
        and _base(page.language) != _base(text.language)
        and (not hint.language or _base(hint.language) == _base(text.language))
        and _are_near(page, text)
    )


def _base(language: str) -> str:
    return language.split("-")[0]


def _are_near(one: Translation, other: Translation) -> bool:
    days = one.published_earliest, other.published_earliest
    return None in days or abs(days[0] - days[1]) <= DAYS
