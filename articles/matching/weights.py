"""How much each fact about a pair weighs, as `manage.py learn_matching` has learned it.

Only reads; the file says from which data it was learned.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

WEIGHTS_FILE = Path(__file__).with_name("weights.json")
SAME_STORY_FILE = Path(__file__).with_name("same_story.json")
ACROSS_FILE = Path(__file__).with_name("same_story_across.json")
CONTAINS_FILE = Path(__file__).with_name("contains.json")


@dataclass(frozen=True)
class Weights:
    """A logistic regression over the facts of a pair; what a third text adds that fits both
    (`support`); and the probability from which on a pair is accepted."""

    facts: Mapping[str, float]
    bias: float
    support: float
    threshold: float

    def log_odds(self, facts: Mapping[str, float]) -> float:
        """Also of many pairs at once, each fact being an array."""
        return self.bias + sum(self.facts[name] * value for name, value in facts.items())

    def probability(self, facts: Mapping[str, float]) -> float:
        return 1 / (1 + math.exp(-self.log_odds(facts)))


def read_weights(path: Path = WEIGHTS_FILE) -> Weights:
    learned = json.loads(path.read_text(encoding="utf-8"))
    return Weights(**{name: learned[name] for name in ("facts", "bias", "support", "threshold")})


def write_weights(weights: Weights, learned_from: Mapping, path: Path = WEIGHTS_FILE) -> None:
    """Write the weights with what they were learned from; the same ones give the same file."""
    content = {**asdict(weights), "learned_from": learned_from}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
