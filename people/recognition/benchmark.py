"""How well and how fast known names are found: on texts invented for it (`gold.txt`) and on the
seeds, with the names of the reference data and as many made ones as asked for.
"""

import json
import random
import re
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from people.recognition.finding import find_mentions
from people.recognition.gazetteer import Gazetteer
from people.recognition.known import find_known
from people.recognition.reading import ReadText
from people.recognition.spans import PERSON, KnownName, Span

GOLD = Path(__file__).with_name("gold.txt")
NOBODY = "-"
TEXT_LENGTH = 2_500

_FILES = ("persons", "organizations", "places", "events", "documents")
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_HEAD = re.compile(r"^== (\S+) (\S+)\n", re.MULTILINE)
_SYLLABLES = "ba be do du ga ka ke lo ma mi na no ra re sa so ta te vu zi".split()  # noqa: SIM905
_CYRILLIC_SYLLABLES = (
    "ба бе до ду га ка ке ло ма ми на но ра ре са со та те ву зи".split()  # noqa: SIM905
)


class Marked(NamedTuple):
    """Words of a text that name an entity, or must not be linked."""

    start: int
    end: int
    entity: str


class GoldText(NamedTuple):
    language: str
    on: date
    text: str
    marked: tuple[Marked, ...]


class Found(NamedTuple):
    """Of one kind of entity: mentions marked, found rightly, and linked wrongly."""

    marked: int
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.marked or 1)


class Speed(NamedTuple):
    """`mentions` found in a text; `known`: texts a second of processor time for the step that
    looks for known names; `whole`: for all steps."""

    names: int
    build_seconds: float
    megabytes: float
    mentions: float
    known: float
    whole: float


def reference_names(folder: Path) -> list[KnownName]:
    """Return the names in the files of the reference data, without the database."""
    return [
        _known_name(item, name)
        for file in _FILES
        for item in json.loads((folder / f"{file}.json").read_text())["items"]
        for name in item["names"]
    ]


def _known_name(item: dict, name: dict) -> KnownName:
    return KnownName(
        entity=item["id"],
        text=name["text"],
        language=name["language"],
        kind=name["kind"],
        attested=name["attested"],
        needs_context=name["needs_context"],
        entity_kind=item["kind"],
        valid_from=_day(name["valid_from"], "-01-01"),
        valid_to=_day(name["valid_to"], "-12-28"),
        country=item["country"],
    )


def _day(text: str | None, rest: str) -> date | None:
    """A day of a date that may be a year or a month."""
    return date.fromisoformat((text + rest[len(text) - 4 :])[:10]) if text else None


def made_names(names: list[KnownName], count: int) -> Iterator[KnownName]:
    """Yield names of nobody, the same each time: given names of the persons known, with surnames
    that end like theirs."""
    chance = random.Random(1)  # noqa: S311
    pattern = [n for n in names if n.entity_kind == PERSON and len(n.text.split()) == 2]
    pattern = [name for name in pattern if name.kind == "full" and name.language != "hu"]
    for number in range(count):
        name = chance.choice(pattern)
        given, surname = name.text.split()
        syllables = _SYLLABLES if surname[-1] < "ʰ" else _CYRILLIC_SYLLABLES
        made = "".join(chance.choices(syllables, k=3)).capitalize() + surname[-2:]
        yield replace(name, entity=f"made/{number}", text=f"{given} {made}", attested=True)


def read_gold(path: Path = GOLD) -> list[GoldText]:
    pieces = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
    return [
        _gold_text(language, date.fromisoformat(day), marked.strip())
        for language, day, marked in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    ]


def _gold_text(language: str, on: date, marked: str) -> GoldText:
    plain, found, end = "", [], 0
    for mark in _MARKED.finditer(marked):
        plain += marked[end : mark.start()]
        found.append(Marked(len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        end = mark.end()
    return GoldText(language, on, plain + marked[end:], tuple(found))


def quality(gold: Iterable[GoldText], gazetteer: Gazetteer) -> dict[str, Found]:
    """Return what was found, by kind of entity. A mention counts by overlap with its entity."""
    totals: dict[str, Found] = {}
    for text in gold:
        for kind, found in _found_in(text, gazetteer).items():
            before = totals.get(kind, Found(0, 0, 0))
            totals[kind] = Found(*map(sum, zip(before, found, strict=True)))
    return totals


def _found_in(text: GoldText, gazetteer: Gazetteer) -> dict[str, Found]:
    spans = find_mentions(
        {"body": text.text}, language=text.language, gazetteer=gazetteer, on=text.on
    )
    linked = [span for span in spans if span.entity is not None and span.kind == "name"]
    kinds = ("person", "org", "place")
    return {kind: _count(kind, text.marked, linked) for kind in kinds}


def _count(kind: str, marked: tuple[Marked, ...], linked: list[Span]) -> Found:
    expected = [mark for mark in marked if mark.entity.startswith(f"{kind}/")]
    spans = [span for span in linked if str(span.entity).startswith(f"{kind}/")]
    right = sum(any(_is_found(mark, span) for span in spans) for mark in expected)
    wrong = sum(not any(_is_found(mark, span) for mark in expected) for span in spans)
    return Found(len(expected), right, wrong)


def _is_found(mark: Marked, span: Span) -> bool:
    return span.entity == mark.entity and span.start < mark.end and mark.start < span.end


def speed(names: list[KnownName], texts: list[GoldText], times: int = 5) -> Speed:
    """Build a gazetteer of these names and look for them in these texts, `times` times; the
    quickest round counts, for a shared processor only ever slows it down."""
    started = time.process_time()
    gazetteer = Gazetteer(names)
    built = time.process_time() - started
    return Speed(
        len(names),
        built,
        _megabytes(names),
        sum(len(find_known(_read(text), gazetteer)) for text in texts) / len(texts),
        _per_second(texts, times, lambda text: find_known(_read(text), gazetteer)),
        _per_second(texts, times, lambda text: _found_in(text, gazetteer)),
    )


def _read(text: GoldText) -> ReadText:
    return ReadText({"body": text.text}, text.language, text.on)


def _megabytes(names: list[KnownName]) -> float:
    tracemalloc.start()
    gazetteer = Gazetteer(names)  # built again, for measuring memory takes its time
    size, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1e6 if gazetteer else 0.0


def _per_second(texts: list[GoldText], times: int, look) -> float:
    best = float("inf")
    for _round in range(times + 1):
        started = time.process_time()
        for text in texts:
            look(text)
        best = min(best, time.process_time() - started)
    return len(texts) / (best or 1e-9)


def news_texts(seeds: Iterable[Path], count: int = 40) -> list[GoldText]:
    """Texts of the length of news, put together from the paragraphs of the seeds, the same each
    time. The seeds are English but for one."""
    chance, texts = random.Random(1), []  # noqa: S311
    for path in seeds:
        language = "ru" if path.name.startswith("001") else "en"
        paragraphs = [line for line in path.read_text().splitlines() if line.strip()]
        for _number in range(count):
            chosen = chance.choices(paragraphs, k=len(paragraphs) + 20)
            text = "\n\n".join(chosen)[:TEXT_LENGTH]
            texts.append(GoldText(language, date(2025, 7, 1), text, ()))
    return texts
