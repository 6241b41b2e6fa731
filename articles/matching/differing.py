"""What differs between two texts that are proposed as a pair, and what their paragraphs share word
for word, in a form that an editor's page can show."""

from collections import Counter
from collections.abc import Mapping, Sequence

from .marks import update_mark_of
from .wording import wording_of

# Paragraphs of one language belong together from this share of the shorter one's runs on.
TOGETHER = 0.5

_FACTS = ("title", "published", "outlet")


def differences(
    one: Mapping,
    other: Mapping,
    figures: Sequence[Sequence[str]],
    names: Sequence[Sequence[str]],
) -> dict:
    """Return the keys that `explain` adds for what differs; `figures` are those that each text
    prints, `names` those that the other lacks."""
    return {
        "only_figures": [_lacking(*figures), _lacking(*figures[::-1])],
        "only_names": [list(own) for own in names],
        "unlike": [
            fact
            for fact in _FACTS
            if one.get(fact) and other.get(fact) and one[fact] != other[fact]
        ],
        "update_marks": [update_mark_of(text) for text in (one, other)],
    }


def _lacking(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    return [figure for figure in ours if figure not in theirs]


def same_paragraphs(ours: Sequence[str], theirs: Sequence[str]) -> list[list[int]]:
    """Return pairs of positions of paragraphs in one language that say the same word for word; a
    paragraph that was split or joined stands in several."""
    runs = [[set(wording_of(one).runs.tolist()) for one in side] for side in (ours, theirs)]
    holders: dict[int, list[int]] = {}
    for place, own in enumerate(runs[1]):
        for run in own:
            holders.setdefault(run, []).append(place)
    pairs = []
    for place, own in enumerate(runs[0]):
        shared = Counter(other for run in own for other in holders.get(run, ()))
        pairs += [
            [place, other]
            for other in sorted(shared)
            if shared[other] >= TOGETHER * min(len(own), len(runs[1][other]))
        ]
    return pairs
