"""Pairs of texts that share rare runs of words, whenever they came out.

Only candidates: how the runs lie in the texts is `overlap`'s. The work grows with the number of
words, not with its square.
"""

from collections.abc import Collection, Sequence

import numpy as np

from .wording import Wording

# A run that stands in more texts proves little; of those only neighbours in the order of the
# texts are paired, so that a text which fifty outlets reprint still finds copies of it.
MAX_SHARING = 40
# So many shared runs make a candidate, or this share of the shorter text's.
MIN_RUNS = 10
MIN_SHARE = 0.2

_TABLE_BITS = 16
_SALT = 0x9E3779B1
_LOW = np.uint64(0xFFFFFFFF)


def pairs_sharing_runs(
    texts: Sequence[Wording], languages: Sequence[str], wanted: Collection[int] | None = None
) -> np.ndarray:
    """Return the pairs of positions (lower first) in one language that share enough rare runs.

    With `wanted` only pairs with one of those texts.
    """
    keys = _postings(texts, languages, wanted)
    if len(keys) < 2:
        return np.zeros((0, 2), np.int64)
    pairs = _pairs(keys, len(texts))
    if wanted is not None:
        is_wanted = np.zeros(len(texts), bool)
        is_wanted[list(wanted)] = True
        pairs = pairs[is_wanted[pairs // len(texts)] | is_wanted[pairs % len(texts)]]
    pairs, shared = np.unique(pairs, return_counts=True)
    ones, others = pairs // len(texts), pairs % len(texts)
    sizes = np.array([len(text.runs) for text in texts])
    enough = np.minimum(MIN_RUNS, MIN_SHARE * np.minimum(sizes[ones], sizes[others]))
    is_candidate = shared >= enough
    return np.column_stack([ones[is_candidate], others[is_candidate]])


def _postings(
    texts: Sequence[Wording], languages: Sequence[str], wanted: Collection[int] | None
) -> np.ndarray:
    """Each run with each text that holds it, as one number: rising, each once. A run of another
    language is another run."""
    salts = {
        language: np.uint32(place * _SALT & 0xFFFFFFFF)
        for place, language in enumerate(sorted(set(languages)))
    }
    runs = [text.runs ^ salts[language] for text, language in zip(texts, languages, strict=True)]
    sizes = [len(own) for own in runs]
    owners = np.repeat(np.arange(len(texts), dtype=np.uint64), sizes)
    together = np.concatenate(runs) if runs else np.zeros(0, np.uint32)
    if wanted is not None:
        known = [runs[one] for one in wanted]
        is_wanted = _may_be_among(together, np.concatenate(known) if known else together[:0])
        together, owners = together[is_wanted], owners[is_wanted]
    keys = np.sort(together.astype(np.uint64) << np.uint64(32) | owners)
    return keys[np.append(True, keys[1:] != keys[:-1])] if len(keys) else keys


def _may_be_among(runs: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Which of the runs may be among the known ones? Few others pass: a table of the lower bits
    is quicker than looking each up."""
    table = np.zeros(1 << _TABLE_BITS, bool)
    low = np.uint32((1 << _TABLE_BITS) - 1)
    table[known & low] = True
    return table.take(runs & low)


def _pairs(keys: np.ndarray, count: int) -> np.ndarray:
    """Return lower * count + higher for each run and two texts that hold it."""
    runs, owners = keys >> np.uint64(32), (keys & _LOW).astype(np.int64)
    starts = np.flatnonzero(np.append(True, runs[1:] != runs[:-1]))
    sizes = np.diff(np.append(starts, len(runs)))
    # For each posting the number of texts after it with which it is paired.
    left = np.repeat(starts + sizes, sizes) - np.arange(len(runs)) - 1
    left = np.where(np.repeat(sizes > MAX_SHARING, sizes), np.minimum(left, 1), left)
    found = []
    places = np.flatnonzero(left)
    for distance in range(1, MAX_SHARING):
        found.append(owners[places] * count + owners[places + distance])
        places = places[left[places] > distance]
        if not len(places):
            break
    return np.concatenate(found)
