"""Fingerprints in the database: stored with each text, made anew when it changes.

What is in one is `articles.matching.fingerprints`'; comparing them is `articles.matching`.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from django.db import reset_queries, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Substr

from articles.choices import FingerprintKeyKind
from articles.holders import find_holders, store_keys
from articles.matching.evidence import STANDING_IN
from articles.matching.fingerprints import RULES_VERSION, fingerprint_of, pack, stamp_of
from articles.matching.fingerprints import Fingerprint as Print
from articles.matching.keys import OPENING_CHARS, clue_keys, line_keys, opening_of, run_keys
from articles.matching.wording import hash_of
from articles.models import Fingerprint, FingerprintKey, Translation
from ots_desk.partial_dates import Precision

BATCH = 200
# Of an outlet's standing line so many texts are looked at; reprints of one text are fewer.
MOST_OPENINGS = 20

# Whatever changes one of these fields makes the text's fingerprint anew.
MATCHED_FIELDS = {
    *("language", "headline", "headline_is_proposed", "body", "source", "agency"),
    *("published", "published_time"),
}
COLUMNS = (
    *("id", "article_id", "language", "headline", "headline_is_proposed", "body"),
    *("source_id", "agency_id", "published_earliest", "published_latest", "published_time"),
    *("credit", "caption", "headline_key"),
)


def comparable_texts() -> QuerySet[Translation]:
    """Texts that say something in a known language, with what the matchers read of them."""
    return Translation.objects.exclude(body="").exclude(language="").only(*COLUMNS)


def as_matched(text: Translation) -> dict:
    """A text as the matchers take it."""
    published = text.published
    is_day = published is not None and published.precision == Precision.DAY
    clock = f"T{text.published_time:%H:%M}" if text.published_time else ""
    return {
        "id": text.pk,
        "language": text.language,
        # A proposed headline is the first sentence of the body and would count twice.
        "title": "" if text.headline_is_proposed else text.headline,
        "body": text.body,
        "published": f"{published.earliest.isoformat()}{clock}" if is_day else None,
        "outlet": text.source_id or text.agency_id,
        "credit": text.credit,
        "caption": text.caption,
    }


@transaction.atomic
def renew_fingerprints(ids: Iterable[int]) -> None:
    """Make the fingerprints of these texts as they now stand; those without words or language
    have none.

    A line that stands in three texts which open differently says nothing of them: when the third
    comes, the first two are made anew as well. The queries are the same few for any number of
    texts.
    """
    ids = list(ids)
    earlier = _renew(comparable_texts().filter(pk__in=ids), ids)
    if earlier:
        # Whoever changes one of them just now makes it anew: nobody waits for the other.
        texts = comparable_texts().select_for_update(skip_locked=True, of=("self",))
        texts = list(texts.filter(pk__in=earlier).order_by("pk"))
        _renew(texts, [text.pk for text in texts])


def _renew(texts: Iterable[Translation], ids: Collection[int]) -> set[int]:
    """Store the fingerprints; return the other texts that have a line which became standing."""
    texts = list(texts)
    lines = {text.pk: line_keys(text.body) for text in texts}
    openings = {text.pk: opening_of(text.body) for text in texts}
    others = _others_with(set(chain.from_iterable(lines.values())), openings)
    standing, newly = _standing(lines, openings, others)
    prints = [
        fingerprint_of(
            as_matched(text),
            frozenset(line for key, line in lines[text.pk].items() if key in standing),
        )
        for text in texts
    ]
    _store(prints, lines, ids)
    return {text for key in newly for text in others[key]}


def _others_with(keys: set[int], own: Collection[int]) -> dict[int, dict[int, str]]:
    """For each line, the stored texts that have it, but for `own`, and how they open."""
    holders = find_holders(FingerprintKeyKind.LINE, keys, MOST_OPENINGS)
    stored = set(chain.from_iterable(holders.values())).difference(own)
    heads = Translation.objects.filter(pk__in=stored).annotate(
        head=Substr("body", 1, OPENING_CHARS)
    )
    openings = {text: opening_of(head) for text, head in heads.values_list("pk", "head")}
    return {
        key: {text: openings[text] for text in holders.get(key, ()) if text in openings}
        for key in keys
    }


def _standing(
    lines: Mapping[int, Mapping[int, str]],
    openings: Mapping[int, str],
    others: Mapping[int, Mapping[int, str]],
) -> tuple[set[int], set[int]]:
    """The lines, by their keys, that stand in so many texts which open differently; and those of
    them that didn't before these texts came."""
    before = {key: set(stored.values()) for key, stored in others.items()}
    heads = {key: set(stored) for key, stored in before.items()}
    for text, own in lines.items():
        for key in own:
            heads[key].add(openings[text])
    many = {key: found for key, found in heads.items() if len(found) >= STANDING_IN}
    moved = _moved(set(chain.from_iterable(many.values())), lines)
    standing = {key for key, found in many.items() if len(found - moved) >= STANDING_IN}
    return standing, {key for key in standing if len(before[key] - moved) < STANDING_IN}


def _moved(heads: Collection[str], lines: Mapping[int, Collection[int]]) -> set[str]:
    """The openings that are a later line of another text: the two are one text in another order,
    and don't open differently."""
    keys = {hash_of(head): head for head in heads}
    held = set(find_holders(FingerprintKeyKind.LINE, keys, 1)).union(*lines.values())
    return {head for key, head in keys.items() if key in held}


def _store(
    prints: Sequence[Print], lines: Mapping[int, Iterable[int]], ids: Collection[int]
) -> None:
    """In place of what was stored for `ids`."""
    made = [one.id for one in prints]
    FingerprintKey.objects.filter(fingerprint__in=ids).delete()
    Fingerprint.objects.filter(pk__in=set(ids).difference(made)).delete()
    Fingerprint.objects.bulk_create(
        [_row(one) for one in prints],
        update_conflicts=True,
        unique_fields=["translation"],
        update_fields=["language", "day", "rules", "content", "stamp"],
    )
    store_keys(key for one in prints for key in _keys(one, lines[one.id]))


def _row(one: Print) -> Fingerprint:
    content = pack(one)
    return Fingerprint(
        translation_id=one.id,
        language=one.language,
        day=None if one.day is None else datetime.date.fromordinal(one.day),
        rules=RULES_VERSION,
        content=content,
        stamp=stamp_of(content),
    )


def _keys(one: Print, lines: Iterable[int]) -> Iterator[tuple[int, FingerprintKeyKind, int]]:
    clues = FingerprintKeyKind.UNDATED if one.day is None else FingerprintKeyKind.CLUE
    for kind, keys in (
        (FingerprintKeyKind.RUN, run_keys(one)),
        (clues, clue_keys(one)),
        (FingerprintKeyKind.LINE, lines),
    ):
        yield from ((one.id, kind, key) for key in keys)


def waiting_texts() -> QuerySet[Translation]:
    """Texts without a fingerprint by the rules as they are now."""
    made = Fingerprint.objects.filter(pk=OuterRef("pk"), rules=RULES_VERSION)
    return comparable_texts().filter(~Exists(made))


def fingerprint_all(
    *,
    anew: bool = False,
    progress: Callable[[list[int], int], Iterable[int]] = lambda texts, _total: texts,
) -> int:
    """Make the fingerprints that are missing or older than the rules; returns how many.

    `anew` makes all of them. A batch is one transaction; stopped in between, the next call goes
    on. `progress` wraps the texts for a progress bar, given how many there are.
    """
    if anew:
        Fingerprint.objects.update(rules=0)
    ids = list(waiting_texts().order_by("pk").values_list("pk", flat=True))
    texts = iter(progress(ids, len(ids)))
    while batch := list(islice(texts, BATCH)):
        renew_fingerprints(batch)
        reset_queries()  # with DEBUG, Django keeps every query
    return len(ids)
