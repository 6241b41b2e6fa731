"""How well and how fast names are compared, measured on pairs that somebody has judged.

The pairs are not part of the desk: a tab-separated file with the columns set, label (1: one
person), name_a and name_b.
"""

import csv
import random
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from people.names.comparing import SAME_NAME, similarity
from people.names.keys import candidate_keys
from people.names.words import telling_parts

FULL_NAMES = "all but single words"


class NamePair(NamedTuple):
    set: str
    is_same: bool
    a: str
    b: str


class Scored(NamedTuple):
    score: float
    is_same: bool


class Quality(NamedTuple):
    """Of one set, at `SAME_NAME`; `sure_recall` at the lowest threshold with precision .99."""

    pairs: int
    precision: float
    recall: float
    f1: float
    sure_recall: float


class Candidates(NamedTuple):
    """How many of `names` spellings share a key with one of them: the mean, and of 95 in 100."""

    names: int
    mean: float
    most: int


def read_pairs(path: Path) -> list[NamePair]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [NamePair(r["set"], r["label"] == "1", r["name_a"], r["name_b"]) for r in rows]


def score(pairs: list[NamePair]) -> tuple[dict[str, list[Scored]], float]:
    """Return the scores by set, and the pairs compared in a second of processor time."""
    started = time.process_time()
    scores = [similarity(pair.a, pair.b) for pair in pairs]
    seconds = time.process_time() - started
    by_set = defaultdict(list)
    for pair, value in zip(pairs, scores, strict=True):
        by_set[pair.set].append(Scored(value, pair.is_same))
        if not _is_single(pair):
            by_set[FULL_NAMES].append(by_set[pair.set][-1])
    return dict(by_set), len(pairs) / (seconds or 1e-9)


def _is_single(pair: NamePair) -> bool:
    return len(telling_parts(pair.a)) == len(telling_parts(pair.b)) == 1


def quality(scored: list[Scored]) -> Quality:
    true = sum(each.is_same for each in scored) or 1
    taken = [each.is_same for each in scored if each.score >= SAME_NAME]
    precision, recall = sum(taken) / (len(taken) or 1), sum(taken) / true
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return Quality(len(scored), precision, recall, f1, _right_at(scored, 0.99) / true)


def _right_at(scored: list[Scored], precision: float) -> int:
    """The most true pairs above a threshold above which at least this share is true."""
    taken = right = most = 0
    for level in sorted({each.score for each in scored}, reverse=True):
        at_level = [each.is_same for each in scored if each.score == level]
        taken, right = taken + len(at_level), right + sum(at_level)
        most = right if right >= precision * taken else most
    return most


def key_recall(pairs: Iterable[NamePair]) -> dict[str, float]:
    """By set: in how many of the true pairs the keys bring one name when the other is asked."""
    found = defaultdict(list)
    for pair in pairs:
        if pair.is_same:
            shared = candidate_keys(pair.a) & candidate_keys(pair.b)
            found[pair.set].append(bool(shared))
    return {name: sum(hits) / len(hits) for name, hits in found.items()}


def candidates(pairs: list[NamePair], count: int, asked: int = 500) -> Candidates:
    """Measure the candidates of some of `count` names, made of the words of these pairs."""
    names = made_names([name for pair in pairs for name in (pair.a, pair.b)], count)
    by_key = defaultdict(set)
    for name in names:
        for key in candidate_keys(name):
            by_key[key].add(name)
    sample = random.Random(1).sample(names, min(asked, len(names)))  # noqa: S311
    sizes = sorted(_brought(name, by_key) for name in sample)
    return Candidates(len(names), sum(sizes) / len(sizes), sizes[len(sizes) * 95 // 100])


def _brought(name: str, by_key: dict[str, set[str]]) -> int:
    return len(set().union(*(by_key[key] for key in candidate_keys(name))))


def made_names(names: list[str], count: int) -> list[str]:
    """Names as plausible as these: a first word and a last word in one script, put together."""
    chance = random.Random(1)  # noqa: S311
    two = [name.split() for name in sorted(set(names)) if len(name.split()) > 1]
    scripts = [[n for n in two if n[0].isascii()], [n for n in two if not n[0].isascii()]]
    scripts = [words for words in scripts if words]
    made = {}
    for _attempt in range(20 * count if scripts else 0):
        words = chance.choice(scripts)
        made[f"{chance.choice(words)[0]} {chance.choice(words)[-1]}"] = None
        if len(made) == count:
            break
    return list(made)
