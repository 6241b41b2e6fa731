"""Proposing: fills the editors' queue with the pairs that the matchers find.

Only proposes: deciding is `articles.judging`. What a text is compared with is `gathering`'s, and
the comparison itself is pure.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import reset_queries, transaction

from articles.choices import Container, Verdict
from articles.fingerprinting import comparable_texts, renew_fingerprints
from articles.models import Fingerprint, Translation

from .answers import answers_among
from .fingerprints import RULES_VERSION
from .gathering import Block, gather
from .hints import find_hinted
from .queueing import Proposal, queue

logger = logging.getLogger(__name__)

# A page says itself that the two are one story; headlines are seldom the same by chance.
HINT_SCORE = 0.95

# So many texts of a run over the whole desk are compared in one transaction: some days of them.
AT_ONCE = 500


@transaction.atomic
def propose_pairs(texts: Iterable[Translation]) -> int:
    """Make the texts' fingerprints, compare them with each other and with stored ones, and put
    what is found into the queue as undecided pairs; return how many were put there.

    Compared are texts of other articles near in time, those of any date that have the same runs
    of words, and where one has no date, those that name the same. Texts that are replaced,
    dismissed, empty or without a language are passed over. A pair that the queue has or had,
    decided or not, is left as it is, also where one of the two was merged since. Queries don't
    grow with the number of texts.
    """
    ids = [text.pk for text in texts]
    if not ids:
        return 0
    renew_fingerprints(ids)
    return _compare(ids)


def _compare(ids: Collection[int], *, explained: bool = True) -> int:
    """Propose pairs of texts whose fingerprints are as they should be."""
    found = [answer for block in gather(ids) for answer in _answers(block)]
    texts = _wanted_texts({*ids, *_texts_of(found)})
    hinted = _hinted({pk: texts[pk] for pk in ids if pk in texts})
    texts |= _wanted_texts(_texts_of(hinted).difference(texts))
    count = queue(_proposals([*found, *hinted], texts), explained=explained)
    Fingerprint.objects.filter(pk__in=ids).update(compared=RULES_VERSION)
    logger.info("compared %s texts, proposed %s pairs", len(ids), count)
    return count


def _wanted_texts(ids: Collection[int]) -> dict[int, Translation]:
    return comparable_texts().for_us().in_bulk(ids) if ids else {}


def _answers(block: Block) -> Iterator[tuple]:
    """What the texts of a block are to each other: both ids, verdict, score, which of the two
    contains the other."""
    ids = [text.id for text in block.prints]
    wanted = [place for place, pk in enumerate(ids) if pk in block.wanted]
    for answer in answers_among(block.prints, wanted):
        containers = {None: "", answer.one: Container.FIRST, answer.other: Container.SECOND}
        container = containers[answer.container]
        yield ids[answer.one], ids[answer.other], answer.verdict, answer.score, container


def _hinted(texts: Mapping[int, Translation]) -> list[tuple]:
    return [
        (one, other, Verdict.TRANSLATION, HINT_SCORE, "", True) for one, other in find_hinted(texts)
    ]


def _texts_of(found: Iterable[tuple]) -> set[int]:
    return {pk for one, other, *_rest in found for pk in (one, other)}


def _proposals(found: Sequence[tuple], texts: Mapping[int, Translation]) -> Iterator[Proposal]:
    """What was found of texts that are still wanted and stand in different articles."""
    for one, other, *rest in found:
        if one in texts and other in texts and texts[one].article_id != texts[other].article_id:
            yield Proposal.of(texts[one], texts[other], *rest)


def propose_all(
    *,
    anew: bool = False,
    progress: Callable[[list[int], int], Iterable[int]] = lambda texts, _total: texts,
) -> tuple[int, int]:
    """Compare all texts that no run has compared by the rules as they are now; returns how many
    those were, and how many pairs were proposed.

    `anew` compares all. They are taken day by day, some in one transaction; stopped in between,
    the next call goes on. What is decided stands. Evidence is left to be made when somebody looks
    at a pair: of a whole desk, nobody looks at all. `progress` wraps the texts for a progress bar,
    given how many there are.
    """
    if anew:
        Fingerprint.objects.update(compared=0)
    ids = list(Fingerprint.objects.waiting(RULES_VERSION).values_list("pk", flat=True))
    pairs = 0
    for batch in _batches(progress(ids, len(ids))):
        with transaction.atomic():
            pairs += _compare(batch, explained=False)
        reset_queries()  # with DEBUG, Django keeps every query
    return len(ids), pairs


def _batches(texts: Iterable[int]) -> Iterator[list[int]]:
    texts = iter(texts)
    while batch := list(islice(texts, AT_ONCE)):
        yield batch
