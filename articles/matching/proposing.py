"""Proposing: fills the editors' queue with the pairs that the matchers find.

Only proposes: deciding is `articles.judging`, and the comparison itself is pure.
"""

import datetime
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.db import transaction
from django.db.models import F, Q

from articles.choices import MentionStatus, Verdict
from articles.models import Article, ArticleJudgement, Mention, Translation
from ots_desk.partial_dates import Precision
from people.choices import EntityKind

from .candidates import WINDOW_DAYS
from .duplicates import find_duplicates
from .explaining import explain
from .hints import find_hinted
from .translations import find_translations

logger = logging.getLogger(__name__)

# New texts are compared with at most this many stored ones that have a date near theirs, and as
# many that lack one; the last received come first. Comparing costs some 12 ms of CPU a text.
MAX_STORED = 300
# One query holds at most this many spans of days; a batch with more has its nearest ones joined.
MAX_SPANS = 50

COLUMNS = (
    *("id", "article_id", "language", "headline", "headline_is_proposed", "body"),
    *("credit", "caption", "published_earliest", "published_latest", "headline_key"),
)

# A page says itself that the two are one story; headlines are seldom the same by chance.
HINT_SCORE = 0.95


@dataclass(frozen=True)
class Proposal:
    """Two texts of different articles, and what the matchers hold them to be, or what the page
    of one says (`is_hinted`)."""

    one: Translation
    other: Translation
    verdict: Verdict
    score: float
    is_hinted: bool = False

    @property
    def articles(self) -> tuple[int, int]:
        """The ids of the two articles, the lower one first."""
        return self.one.article_id, self.other.article_id


@transaction.atomic
def propose_pairs(texts: Iterable[Translation]) -> int:
    """Compare texts with each other and with stored texts of other articles near in time, and
    put what is found into the queue as undecided pairs; return how many were put there.

    Texts that are replaced, dismissed, empty or without a language are passed over. A pair that
    the queue has or had, decided or not, is left as it is, also where one of the two was merged
    since. Queries don't grow with the number of texts.
    """
    given = _comparable(texts)
    if not given:
        return 0
    proposals = [*_hinted(given), *_compare(_with_stored(given), set(given))]
    proposals = _unknown(_best_by_pair(proposals))
    surfaces = _person_spellings(proposals)
    ArticleJudgement.objects.bulk_create(
        [_judgement(proposal, surfaces) for proposal in proposals], ignore_conflicts=True
    )
    logger.info("compared %s texts, proposed %s pairs", len(given), len(proposals))
    return len(proposals)


def _comparable(texts: Iterable[Translation]) -> dict[int, Translation]:
    """Read the texts anew by id: what the caller holds may be older than the row."""
    ids = [text.pk for text in texts]
    return _stored().in_bulk(ids) if ids else {}


def _stored():
    texts = Translation.objects.for_us()
    return texts.exclude(body="").exclude(language="").only(*COLUMNS)


def _with_stored(given: dict[int, Translation]) -> list[Translation]:
    """The texts and those they are compared with."""
    others = _stored().exclude(pk__in=given).order_by("-pk")
    exactly = Q(published_latest=F("published_earliest"))
    near = others.filter(exactly).filter(_near(given.values()))
    undated = others.exclude(exactly & Q(published_earliest__isnull=False))
    return [*given.values(), *near[:MAX_STORED], *undated[:MAX_STORED]]


def _near(texts: Iterable[Translation]) -> Q:
    """Dates in the window of one of the texts; any date where one of them has none."""
    days = [_day(text) for text in texts]
    if None in days:
        return Q()
    near = Q()
    for first, last in _spans(days):
        near |= Q(published_earliest__range=(first, last))
    return near


def _spans(days: Iterable[datetime.date]) -> list[tuple[datetime.date, datetime.date]]:
    """Return the spans of days that the windows of `days` cover, `MAX_SPANS` at most."""
    window = datetime.timedelta(days=WINDOW_DAYS)
    ordered = sorted(set(days))
    gaps = sorted(range(1, len(ordered)), key=lambda i: ordered[i - 1] - ordered[i])
    wide = [i for i in gaps[: MAX_SPANS - 1] if ordered[i] - ordered[i - 1] > 2 * window]
    starts = [0, *sorted(wide), len(ordered)]
    return [(ordered[start] - window, ordered[end - 1] + window) for start, end in pairwise(starts)]


def _day(text: Translation) -> datetime.date | None:
    published = text.published
    is_day = published is not None and published.precision == Precision.DAY
    return published.earliest if is_day else None


def _hinted(given: Mapping[int, Translation]) -> list[Proposal]:
    """What pages name as their own text in another language."""
    pairs = find_hinted(given)
    texts = _stored().in_bulk({pk for pair in pairs for pk in pair})
    return [
        replace(
            _proposal(texts[one], texts[other], Verdict.TRANSLATION, HINT_SCORE), is_hinted=True
        )
        for one, other in pairs
        if texts[one].article_id != texts[other].article_id
    ]


def _compare(collection: Sequence[Translation], given: set[int]) -> list[Proposal]:
    """What the matchers find between texts of different articles of which one is given."""
    by_id = {text.pk: text for text in collection}
    plain = [_plain(text) for text in collection]
    found = [(Verdict.TRANSLATION, *pair) for pair in find_translations(plain)]
    found += [(Verdict.DUPLICATE, *pair) for pair in find_duplicates(plain)]
    return [
        _proposal(by_id[one], by_id[other], verdict, score)
        for verdict, one, other, score in found
        if {one, other} & given and by_id[one].article_id != by_id[other].article_id
    ]


def _proposal(one: Translation, other: Translation, verdict: Verdict, score: float) -> Proposal:
    one, other = sorted((one, other), key=lambda text: text.article_id)
    return Proposal(one, other, verdict, score)


def _plain(text: Translation) -> dict:
    day = _day(text)
    return {
        "id": text.pk,
        "language": text.language,
        # A proposed headline is the first sentence of the body and would count twice.
        "title": "" if text.headline_is_proposed else text.headline,
        "body": text.body,
        "published": day.isoformat() if day else None,
        "credit": text.credit,
        "caption": text.caption,
    }


def _best_by_pair(proposals: Iterable[Proposal]) -> list[Proposal]:
    """One proposal for two articles. A duplicate outranks a translation: where two articles have
    the same text in one language, their texts in other languages follow from it. Of two equal
    ones a page's own word counts."""
    best: dict[tuple[int, int], Proposal] = {}
    for proposal in sorted(proposals, key=_rank):
        best.setdefault(proposal.articles, proposal)
    return list(best.values())


def _rank(proposal: Proposal) -> tuple:
    is_duplicate = proposal.verdict == Verdict.DUPLICATE
    return (
        not is_duplicate,
        not proposal.is_hinted,
        -proposal.score,
        proposal.one.pk,
        proposal.other.pk,
    )


def _unknown(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Leave out the pairs on which a judgement stands, read through what was merged since."""
    ids = {article for proposal in proposals for article in proposal.articles}
    survivors = _survivors(ids)
    known = {
        frozenset((survivors[first], survivors[second]))
        for first, second in ArticleJudgement.objects.filter(
            first__in=survivors, second__in=survivors
        ).values_list("first", "second")
    }
    return [proposal for proposal in proposals if frozenset(proposal.articles) not in known]


def _survivors(ids: set[int]) -> dict[int, int]:
    """The given articles and all that were merged into them, each with where it leads to."""
    survivors = {pk: pk for pk in ids}
    latest = ids
    while latest:
        rows = Article.objects.filter(merged_into__in=latest).values_list("pk", "merged_into")
        latest = {pk: survivors[into] for pk, into in rows}
        survivors |= latest
    return survivors


def _person_spellings(proposals: Sequence[Proposal]) -> dict[int, dict[int, str]]:
    """For each text the persons it names, by id, in the spelling they have there first."""
    texts = {text.pk for proposal in proposals for text in (proposal.one, proposal.other)}
    mentions = (
        Mention.objects.names()
        .filter(translation__in=texts, entity__kind=EntityKind.PERSON)
        .filter(status__in=(MentionStatus.CONFIRMED, MentionStatus.SUGGESTED))
        .order_by("field", "start")
        .values_list("translation", "entity", "text")
    )
    spellings = defaultdict(dict)
    for text, person, spelling in mentions:
        spellings[text].setdefault(person, spelling)
    return spellings


def _judgement(proposal: Proposal, surfaces: dict[int, dict[int, str]]) -> ArticleJudgement:
    one, other = (
        {**_plain(text), "persons": surfaces.get(text.pk)}
        for text in (proposal.one, proposal.other)
    )
    first, second = proposal.articles
    return ArticleJudgement(
        first_id=first,
        second_id=second,
        proposed_verdict=proposal.verdict,
        score=proposal.score,
        evidence={
            "texts": [proposal.one.pk, proposal.other.pk],
            **explain(one, other, score=proposal.score),
            **({"hint": True} if proposal.is_hinted else {}),
        },
    )
