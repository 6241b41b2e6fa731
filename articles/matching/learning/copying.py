"""What outlets make of a text: trimmed, reordered, reworded, updated; inside a digest; and a
template filled anew, which is another text.

The same chance makes the same copies.
"""

import datetime
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .collecting import beginning_of, sentences_of
from .reports import Report

REWORDED = 0.1
LEAD = 0.3
DROPPED = (0.3, 0.5)
_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"\s?\d+(?:[.,:\u00a0\u202f ]\d+)*")


def retitled(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    words = chance.choice(sentences_of(report.paragraphs)).split()
    return replace(report, title=" ".join(words[:9]))


def lead(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    return _of_sentences(report, beginning_of(sentences_of(report.paragraphs), LEAD))


def trimmed(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    share = chance.uniform(*DROPPED)
    paragraphs = [
        " ".join(s for s in sentences_of([one]) if chance.random() >= share)
        for one in report.paragraphs
    ]
    return replace(report, paragraphs=tuple(filter(None, paragraphs)) or report.paragraphs[:2])


def beheaded(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    return replace(report, paragraphs=report.paragraphs[2:] or report.paragraphs)


def reordered(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    return replace(
        report, paragraphs=tuple(chance.sample(report.paragraphs, len(report.paragraphs)))
    )


def reworded(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """Every tenth word dropped or replaced, names among them."""
    words = " ".join(chance.choice(others).paragraphs).split()

    def edit(paragraph: str) -> str:
        edited = []
        for word in paragraph.split():
            drawn = chance.random()
            if drawn >= REWORDED / 2:
                edited.append(chance.choice(words) if drawn < REWORDED else word)
        return " ".join(edited)

    return replace(report, paragraphs=tuple(map(edit, report.paragraphs)))


def digest(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """The whole text beside one or two others of the day."""
    beside = chance.sample(
        [one for one in others if one.story != report.story], chance.choice((1, 2))
    )
    return _digest([report, *beside], report, chance)


def digest_of_leads(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """The first sentences of the text beside those of three or four others."""
    beside = chance.sample(
        [one for one in others if one.story != report.story], chance.choice((3, 4))
    )
    leads = [replace(one, paragraphs=one.paragraphs[:2]) for one in (report, *beside)]
    return _digest(leads, report, chance)


def _beside(
    report: Report, chance: random.Random, others: Sequence[Report], count: int
) -> list[Report]:
    return chance.sample([one for one in others if one.story != report.story], count)


def _digest(parts: Sequence[Report], report: Report, chance: random.Random) -> Report:
    parts = chance.sample(list(parts), len(parts))
    paragraphs = tuple(paragraph for part in parts for paragraph in part.paragraphs)
    return replace(report, title=" / ".join(part.title for part in parts), paragraphs=paragraphs)


def updated(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """The next day the outlet adds what it learned since and mends a sentence."""
    same = [one for one in others if one.cluster == report.cluster and one.story != report.story]
    news = sentences_of(chance.choice(same).paragraphs)
    place = chance.randrange(len(report.paragraphs))
    mended = list(report.paragraphs)
    mended[place] = chance.choice(news)
    paragraphs = (*mended, *chance.sample(news, 2))
    return replace(report, paragraphs=paragraphs, date=report.date + datetime.timedelta(days=1))


def template(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """Another text by the same template: each name is another one, and each figure."""
    names = [
        word for one in others for word in " ".join(one.paragraphs).split()[1:] if word[0].isupper()
    ]
    exchange: dict[str, str] = {}

    def other(word: str, place: int) -> str:
        if place and word[0].isupper():
            return exchange.setdefault(word, chance.choice(names))
        return _FIGURE.sub(lambda _: str(chance.randrange(10)), word)

    def fill(paragraph: str) -> str:
        return " ".join(other(word, place) for place, word in enumerate(paragraph.split()))

    return replace(report, paragraphs=tuple(map(fill, report.paragraphs)), title=fill(report.title))


def shortened(report: Report, chance: random.Random) -> Report:
    """The head of the text, up to a half of it."""
    share = chance.uniform(0.25, 0.6)
    return _of_sentences(report, beginning_of(sentences_of(report.paragraphs), share))


def without_figures(report: Report) -> Report:
    paragraphs = tuple(_FIGURES.sub("", paragraph) for paragraph in report.paragraphs)
    return replace(report, title=_FIGURES.sub("", report.title), paragraphs=paragraphs)


def headed_anew(report: Report, chance: random.Random, others: Sequence[Report]) -> Report:
    """Outlets often write a headline of their own, a short one over a digest, or lose it."""
    drawn = chance.random()
    if drawn < 0.3:
        return report
    if drawn < 0.6:
        return retitled(report, chance, others)
    return replace(report, title="" if drawn < 0.8 else _rubric(chance, others))


def _rubric(chance: random.Random, others: Sequence[Report]) -> str:
    return " ".join(chance.choice(others).title.split()[:3])


def _of_sentences(report: Report, sentences: Sequence[str]) -> Report:
    return replace(report, paragraphs=tuple(sentences))


Copying = Callable[[Report, random.Random, Sequence[Report]], Report]
# By verdict, what a text and its copy are to each other.
COPIES: dict[str, tuple[Copying, ...]] = {
    "duplicate": (retitled, lead, trimmed, beheaded, reordered, reworded),
    "contains": (digest, digest_of_leads),
    "new_version": (updated,),
    "": (template,),
}
