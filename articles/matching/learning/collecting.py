"""Collections as a desk receives them, made of the stories: whole and cut texts, some alone.

The same seed makes the same collection.
"""

import datetime
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from .stories import Story

CONDITIONS = ("full", "short", "partial", "halves")

# Half of the stories come in one language only, the others in up to four.
ALONE = 0.5
MAX_LANGUAGES = 4
# Each version of a "partial" text keeps this share of its sentences.
KEPT = 0.6
# The stories are all of one length and full of figures, as real news isn't: each is told to the
# end or up to a third of it, in half of them no figure is printed, and some versions have a
# headline of their own.
SHORTEST = 0.35
WITHOUT_FIGURES = 0.5
OWN_HEADLINE = 0.2
HEADLINE_WORDS = 10
# The clusters begin within so many days, so that their windows overlap; the stories of one
# cluster keep their distance, up to this many days, and texts come out up to two days late.
DAYS = 40
MAX_DISTANCE = 3
DELAYS = (0, 0, 0, 1, 1, 2)
UNDATED = 0.1
FIRST_DAY = datetime.date(2025, 1, 1)

_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'»”’)]))\s+(?=[\"'«“„(]*[^\W\d_a-zа-я])")
_FIGURE = re.compile(r"\s?\d+(?:[.,:\u00a0\u202f ]\d+)*")
SENTENCES_A_PARAGRAPH = 3


@dataclass(frozen=True)
class Telling:
    """Which part of which story an article tells."""

    story: Story
    part: str = ""

    def is_sibling_of(self, other: "Telling") -> bool:
        return self.story.cluster == other.story.cluster and self.story.id != other.story.id


@dataclass(frozen=True)
class Collection:
    """Articles for the matcher, and by their ids what they tell."""

    articles: Sequence[Mapping]
    told: Mapping[str, Telling]

    def true_pairs(self) -> set[frozenset[str]]:
        by_telling = defaultdict(list)
        for article, telling in self.told.items():
            by_telling[telling.story.id, telling.part].append(article)
        return {frozenset(pair) for same in by_telling.values() for pair in combinations(same, 2)}


def collect(stories: Iterable[Story], condition: str, seed: int) -> Collection:
    """Make a collection of the stories in one of the `CONDITIONS`."""
    chance = random.Random(f"{condition} {seed}")  # noqa: S311
    starts: dict[str, tuple[datetime.date, int]] = {}
    articles, told = [], {}
    for story in stories:
        day, texts = _day(story, starts, chance), _retold(story, chance)
        for part in ("1", "2") if condition == "halves" else ("",):
            for language in _languages(story, chance):
                article = {
                    "id": f"{story.id}{part}-{language}",
                    "language": language,
                    **_version(*texts[language], condition, part, chance),
                    "published": _published(day, chance),
                }
                articles.append(article)
                told[article["id"]] = Telling(story, part)
    return Collection(articles, told)


def _day(
    story: Story, starts: dict[str, tuple[datetime.date, int]], chance: random.Random
) -> datetime.date:
    """The day of the event: `starts` remembers by how much each cluster's days are shifted."""
    if story.cluster not in starts:
        starts[story.cluster] = story.date, chance.randrange(DAYS)
    first, start = starts[story.cluster]
    distance = min((story.date - first).days, MAX_DISTANCE)
    return FIRST_DAY + datetime.timedelta(days=start + distance)


def _retold(story: Story, chance: random.Random) -> dict[str, tuple[str, list[str]]]:
    """Return (headline, sentences) by language, the story cut and bared alike in each."""
    share, bare = chance.uniform(SHORTEST, 1), chance.random() < WITHOUT_FIGURES
    retold = {}
    for language, (title, paragraphs) in story.texts.items():
        sentences = [title, *beginning_of(sentences_of(paragraphs), share)]
        title, *sentences = [_FIGURE.sub("", one) if bare else one for one in sentences]
        retold[language] = title, sentences
    return retold


def _languages(story: Story, chance: random.Random) -> list[str]:
    languages = sorted(story.texts)
    if chance.random() < ALONE:
        return [chance.choice(languages)]
    return chance.sample(languages, chance.randint(2, MAX_LANGUAGES))


def _version(
    title: str, sentences: Sequence[str], condition: str, part: str, chance: random.Random
) -> dict[str, str]:
    if chance.random() < OWN_HEADLINE:
        title = " ".join(chance.choice(sentences).split()[:HEADLINE_WORDS])
    if condition == "short":
        sentences = sentences[:2]
    if condition == "partial":
        sentences = [one for one in sentences if chance.random() < KEPT] or sentences[:1]
    if condition == "halves":
        first = beginning_of(sentences, 0.5)
        title, sentences = "", first if part == "1" else sentences[len(first) :]
    return {"title": title, "body": body_of(sentences)}


def sentences_of(paragraphs: Iterable[str]) -> list[str]:
    return [sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph)]


def beginning_of(sentences: Sequence[str], share: float) -> list[str]:
    """Return the sentences that make up this share of the letters, one at least: languages
    merge and split sentences, and so their number says little."""
    length, before, beginning = sum(map(len, sentences)) * share, 0, list(sentences[:1])
    for previous, sentence in pairwise(sentences):
        before += len(previous)
        if before + len(sentence) / 2 > length:
            break
        beginning.append(sentence)
    return beginning


def body_of(sentences: Sequence[str]) -> str:
    starts = range(0, len(sentences), SENTENCES_A_PARAGRAPH)
    return "\n\n".join(" ".join(sentences[i : i + SENTENCES_A_PARAGRAPH]) for i in starts)


def _published(day: datetime.date, chance: random.Random) -> str | None:
    late = datetime.timedelta(days=chance.choice(DELAYS))
    return (day + late).isoformat() if chance.random() >= UNDATED else None
