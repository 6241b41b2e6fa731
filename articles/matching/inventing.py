"""Texts invented for measuring: days of a newsroom, with copies, translations and templates.

Pure; the same seed gives the same texts. They are made of the stories in `learning`, with other
names, figures and words for every event, and mean nothing: only what they share is like news.
"""

import datetime
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from zlib import crc32

from ots_desk.text import fold

from .commonplace import COMMONPLACE
from .learning.collecting import sentences_of
from .learning.stories import Story, read_stories
from .neighbourhoods import WINDOW_DAYS

FIRST_DAY = datetime.date(2021, 1, 1)
TEXTS_A_DAY = 55

# In how many languages an event is told, and how many days late.
LANGUAGES = (1, 1, 1, 1, 1, 2, 2, 3, 3, 4)
DELAYS = (0, 0, 0, 1, 1, 2)
PARAGRAPHS = (4, 5, 6, 7, 8, 9)
# What else there is: the share of texts without a date, of texts that are copied, of events with
# another report, of those in a digest, of those told in the words of the one before.
UNDATED, COPIED, REPORTED, DIGESTED, TEMPLATE = 0.05, 0.2, 0.1, 0.03, 0.06
COPIES = ("retitled", "trimmed", "lead", "shuffled", "update", "later")
# Every second word is another one in every event.
_OWN_WORDS = 2

_WORD = re.compile(r"[^\W\d_]+|\d+")
_STARTS = re.compile(r"(?:^|[.!?…:])[\s\"'«“„(]*$")
# Letters that sound alike in both alphabets and change places; digraphs stay as they are.
_LATIN, _CYRILLIC = "bdgklmnprstvz", "бдгклмнпрствз"
_LETTER = re.compile(r"[sczktgd]h|dj|ts|\w", re.IGNORECASE)
_COMMONPLACE = {
    language: {fold(word) for word in words.split()} for language, words in COMMONPLACE.items()
}


@dataclass(frozen=True)
class Invented:
    """A text, the events that it tells, and how: as "original", as a copy of some kind, as
    another "report", or as "digest" of several events."""

    article: Mapping
    events: tuple[int, ...]
    kind: str = "original"


@dataclass(frozen=True)
class _Event:
    """What is told: which paragraphs of which stories, in whose words, with whose names."""

    number: int
    day: datetime.date
    paragraphs: tuple[tuple[Story, int], ...]
    words: int
    names: int


class Newsroom:
    """Gives the texts of one day after the other."""

    def __init__(self, seed: int = 1):
        self._chance = random.Random(seed)  # noqa: S311
        stories = [story for story in read_stories() if _is_parallel(story)]
        self._paragraphs = [
            (story, place)
            for story in stories
            for place in range(len(next(iter(story.texts.values()))[1]))
        ]
        self._languages = sorted(stories[0].texts)
        self._vocabulary = _vocabulary(stories)
        self._events = self._made = 0

    def days(self, count: int) -> Iterator[list[Invented]]:
        """Yield `count` texts, a list for each day on which their events happened."""
        for number, start in enumerate(range(0, count, TEXTS_A_DAY)):
            texts = self._day(FIRST_DAY + datetime.timedelta(days=number))
            yield texts[: count - start]

    def _day(self, day: datetime.date) -> list[Invented]:
        texts: list[Invented] = []
        event = None
        while len(texts) < TEXTS_A_DAY:
            event = self._event(day, event)
            own = self._told(event)
            texts += own
            if self._chance.random() < DIGESTED:
                texts += self._digest(own[0], texts)
        del texts[TEXTS_A_DAY:]
        return [self._numbered(text) for text in texts]

    def _numbered(self, text: Invented) -> Invented:
        self._made += 1
        return replace(text, article={**text.article, "id": self._made})

    def _event(self, day: datetime.date, before: _Event | None) -> _Event:
        self._events += 1
        if before and self._chance.random() < TEMPLATE:
            return replace(before, number=self._events, names=self._events)
        paragraphs = self._chance.sample(self._paragraphs, self._chance.choice(PARAGRAPHS))
        return _Event(self._events, day, tuple(paragraphs), self._events, self._events)

    def _told(self, event: _Event) -> list[Invented]:
        texts = []
        for language in self._chance.sample(self._languages, self._chance.choice(LANGUAGES)):
            own = Invented(self._article(event, language), (event.number,))
            texts.append(own)
            if self._chance.random() < COPIED:
                texts.append(self._copy(own))
        if self._chance.random() < REPORTED:
            texts.append(self._report(event))
        return texts

    def _article(self, event: _Event, language: str) -> dict:
        paragraphs = [story.texts[language][1][place] for story, place in event.paragraphs]
        title = event.paragraphs[0][0].texts[language][0]
        title, *body = [self._reworded(text, event, language) for text in (title, *paragraphs)]
        late = datetime.timedelta(days=self._chance.choice(DELAYS))
        dated = self._chance.random() >= UNDATED
        return {
            "language": language,
            "title": title,
            "body": "\n\n".join(body),
            "published": (event.day + late).isoformat() if dated else None,
        }

    def _reworded(self, text: str, event: _Event, language: str) -> str:
        """The text with the event's own names, figures and words."""
        names, figures = _exchanges(event.names)

        def exchange(match: re.Match) -> str:
            word = match.group()
            if word.isdigit():
                return word.translate(figures)
            if word[0].isupper():
                known = fold(word) in _COMMONPLACE[language]
                starts = _STARTS.search(text, max(0, match.start() - 4), match.start())
                return word if known or starts else _renamed(word, names)
            draw = crc32(f"{event.words} {word}".encode())
            if len(word) < 5 or draw % _OWN_WORDS:
                return word
            vocabulary = self._vocabulary[language]
            return vocabulary[draw // _OWN_WORDS % len(vocabulary)]

        return _WORD.sub(exchange, text)

    def _copy(self, text: Invented) -> Invented:
        kind = self._chance.choice(COPIES)
        article, paragraphs = dict(text.article), text.article["body"].split("\n\n")
        if kind == "retitled":
            article["title"] = " ".join(paragraphs[-1].split()[:9])
        elif kind == "trimmed":
            paragraphs = _without_some(paragraphs, self._chance)
        elif kind == "lead":
            paragraphs = paragraphs[:1]
        elif kind == "shuffled":
            self._chance.shuffle(paragraphs)
        elif kind == "update":
            article["title"] += " (UPDATE)"
            paragraphs.append(f"{len(paragraphs) * 1117} {' '.join(paragraphs[0].split()[::-1])}.")
        elif kind == "later" and article["published"]:
            day = datetime.date.fromisoformat(article["published"])
            later = day + datetime.timedelta(days=self._chance.randint(20, 90))
            article["published"] = later.isoformat()
        return Invented({**article, "body": "\n\n".join(paragraphs)}, text.events, kind)

    def _report(self, event: _Event) -> Invented:
        """In other words, with half of what is told and something more."""
        half = event.paragraphs[: len(event.paragraphs) // 2 + 1]
        more = self._chance.choice(self._paragraphs)
        told = replace(event, paragraphs=(more, *half[::-1]), words=-event.words)
        language = self._chance.choice(self._languages)
        return Invented(self._article(told, language), (event.number,), "report")

    def _digest(self, last: Invented, texts: Sequence[Invented]) -> list[Invented]:
        """The first paragraphs of three events' texts, if there are so many in the language."""
        language = last.article["language"]
        own = {
            text.events: text
            for text in texts
            if text.kind == "original" and text.article["language"] == language
        }
        if len(own) < 3:
            return []
        parts = list(own.values())[-3:]
        bodies = ["\n\n".join(part.article["body"].split("\n\n")[:2]) for part in parts]
        article = {**last.article, "title": "", "body": "\n\n".join(bodies)}
        return [Invented(article, tuple(part.events[0] for part in parts), "digest")]


def _is_parallel(story: Story) -> bool:
    return len({len(paragraphs) for _title, paragraphs in story.texts.values()}) == 1


def _vocabulary(stories: Sequence[Story]) -> dict[str, list[str]]:
    """The longer words of each language, as often as they are used."""
    found: dict[str, list[str]] = {}
    for story in stories:
        for language, (_title, paragraphs) in story.texts.items():
            words = _WORD.findall(" ".join(paragraphs))
            found.setdefault(language, []).extend(
                word for word in words if len(word) > 4 and word.islower()
            )
    return found


def _exchanges(names: int) -> tuple[dict[str, str], dict[int, str]]:
    """How letters of names and digits of figures change places."""
    chance = random.Random(names)  # noqa: S311
    order = chance.sample(range(len(_LATIN)), len(_LATIN))
    letters = {
        letter: alphabet[order[place]]
        for alphabet in (_LATIN, _CYRILLIC)
        for place, letter in enumerate(alphabet)
    }
    return letters, str.maketrans("123456789", "".join(chance.sample("123456789", 9)))


def _renamed(word: str, letters: Mapping[str, str]) -> str:
    def exchange(match: re.Match) -> str:
        letter = match.group()
        other = letters.get(letter.lower(), letter)
        return other.upper() if letter[0].isupper() and len(letter) == 1 else other

    return _LETTER.sub(exchange, word)


def _without_some(paragraphs: Sequence[str], chance: random.Random) -> list[str]:
    """Two thirds of the sentences."""
    kept = [
        " ".join(s for s in sentences_of([one]) if chance.random() < 0.67) for one in paragraphs
    ]
    return [one for one in kept if one] or list(paragraphs[:1])


def verdicts_of(texts: Sequence[Invented]) -> dict[frozenset[int], str]:
    """What the texts of one event or more are to each other, by pairs of their ids; "" where
    either answer would do: a digest's own texts in other languages, translations long after."""
    by_event: dict[int, list[Invented]] = {}
    for text in texts:
        for event in text.events:
            by_event.setdefault(event, []).append(text)
    return {
        frozenset((one.article["id"], other.article["id"])): _verdict(one, other)
        for same in by_event.values()
        for one, other in combinations(same, 2)
    }


def _verdict(one: Invented, other: Invented) -> str:
    kinds = {one.kind, other.kind}
    in_one_language = one.article["language"] == other.article["language"]
    if "digest" in kinds:
        return "contains" if in_one_language and "original" in kinds else ""
    if not in_one_language and _are_far(one, other):
        return ""
    if "report" in kinds:
        return "same_story"
    if not in_one_language:
        return "translation"
    return "new_version" if kinds == {"update", "original"} else "duplicate"


def _are_far(one: Invented, other: Invented) -> bool:
    days = [text.article["published"] for text in (one, other)]
    if None in days:
        return False
    first, second = map(datetime.date.fromisoformat, days)
    return abs(first - second).days > WINDOW_DAYS
