"""How good scored pairs are: precision, recall, F1, and recall where hardly any pair is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

# Where the machine decides alone, one decision in a hundred may be wrong.
SURE = 0.99


@dataclass(frozen=True)
class Scored:
    """A pair that a matcher scored, its languages ("en-ru"), and whether they are two stories of
    one cluster."""

    condition: str
    languages: str
    score: float
    is_true: bool
    are_siblings: bool


@dataclass(frozen=True)
class Quality:
    """`true` pairs there were; `accepted` were taken for such, `right` of them rightly."""

    true: int
    accepted: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.accepted if self.accepted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.accepted + self.true) if self.right else 0.0


def without_siblings(scored: Iterable[Scored]) -> list[Scored]:
    return [pair for pair in scored if not pair.are_siblings]


def quality(scored: Iterable[Scored], true: int, threshold: float) -> Quality:
    accepted = [pair.is_true for pair in scored if pair.score >= threshold]
    return Quality(true, len(accepted), sum(accepted))


def sure_recall(scored: Iterable[Scored], true: int) -> float:
    """Return the best recall at a threshold at which `SURE` of the accepted pairs are right."""
    right, best = 0, 0
    ordered = sorted(scored, key=lambda pair: -pair.score)
    for accepted, pair in enumerate(ordered, start=1):
        right += pair.is_true
        is_cut = accepted == len(ordered) or ordered[accepted].score < pair.score
        if is_cut and right >= SURE * accepted:
            best = right
    return best / true if true else 0.0
