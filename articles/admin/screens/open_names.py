"""What the queue of names shows: the names that wait, and of one of them all that helps to decide.

Which names there are is `articles.open_names`; deciding is `articles.settling`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, zip_longest

from articles.admin.links import text_url
from articles.choices import MentionField, MentionKind
from articles.models import Mention, Translation
from articles.open_names import Asked
from articles.sentences import Sentence, sentence_around
from articles.settling import OpenName
from ots_desk.interface import country_name, interface_language
from people.labels import what_it_is
from people.models import Entity, Post
from people.nearest import nearest_people

PAGE = 25
# Of a name that hundreds of texts have, so many mentions are looked at for rules and clues.
LOOKED_AT = 60
EXAMPLES = 3
CHOICES = 5


@dataclass(frozen=True)
class Row:
    """One line of the queue; `at` is its place in it, `about` who is proposed."""

    at: int
    sample: Mention
    entity: Entity | None
    texts: int
    mentions: int
    newest: int

    @property
    def name(self) -> OpenName:
        called = self.sample.called or self.sample.text
        return OpenName(self.sample.called_key, self.entity, called, self.newest)

    @property
    def about(self) -> str:
        return what_it_is(self.entity) if self.entity else ""


@dataclass(frozen=True)
class Example:
    """A sentence with the name, and where it stands."""

    text: Translation
    sentence: Sentence
    url: str


@dataclass(frozen=True)
class Choice:
    """Somebody who may be meant; `key` is the digit that says so."""

    key: int
    entity: Entity
    about: str
    spelling: str = ""


@dataclass(frozen=True)
class Now:
    """The name that is decided on, and what is known of it."""

    row: Row
    examples: list[Example]
    rules: list[tuple[str, int]]
    clues: list[str]
    choices: list[Choice]
    country: str
    office: str


@dataclass(frozen=True)
class Queue:
    """A page of the queue, the name that is decided on, and how many there are in all."""

    rows: list[Row]
    total: int
    now: Now | None

    @property
    def at(self) -> int:
        return self.now.row.at if self.now else 0

    @property
    def following(self) -> int:
        return min(self.at + 1, self.total - 1)

    @property
    def former(self) -> int:
        return max(self.at - 1, 0)

    @property
    def last_of_former_page(self) -> int | None:
        return self.rows[0].at - 1 if self.rows and self.rows[0].at else None

    @property
    def first_of_next_page(self) -> int | None:
        after = self.rows[-1].at + 1 if self.rows else 0
        return after if after < self.total else None


def queue_page(asked: Asked, at: int) -> Queue:
    """The page of the queue with the name at place `at`; where the queue has become shorter than
    that, the first page and its first name."""
    rows, total = _rows(asked, at)
    if at >= total:
        at = 0
        rows, total = _rows(asked, at)
    now = next((row for row in rows if row.at == at), None)
    return Queue(rows, total, _now(now, asked) if now else None)


def _rows(asked: Asked, at: int) -> tuple[list[Row], int]:
    start = at - at % PAGE
    found = list(asked.names()[start : start + PAGE])
    samples = Mention.objects.in_bulk([row["sample"] for row in found])
    entities = _entities(row["entity"] for row in found)
    rows = [
        Row(
            at=place,
            sample=samples[row["sample"]],
            entity=entities.get(row["entity"]),
            texts=row["texts"],
            mentions=row["mentions"],
            newest=row["newest"],
        )
        for place, row in enumerate(found, start=start)
    ]
    return rows, found[0]["total"] if found else 0


def _entities(ids: Iterable[int | None]) -> dict[int, Entity]:
    entities = Entity.objects.prefetch_related("memberships__post")
    return entities.in_bulk({pk for pk in ids if pk})


# The name that is decided on


def _now(row: Row, asked: Asked) -> Now:
    of_name = asked.mentions().filter(called_key=row.name.key, entity=row.entity)
    mentions = list(of_name.order_by("-pk")[:LOOKED_AT])
    offices = _offices(mentions)
    rules = Counter(mention.get_rule_display() for mention in mentions if mention.rule)
    return Now(
        row=row,
        examples=_examples(mentions),
        rules=rules.most_common(),
        clues=_clues(mentions, offices),
        choices=_choices(row, mentions),
        country=_commonest(mention.clue.get("country") for mention in mentions),
        office=_office(offices),
    )


def _examples(mentions: list[Mention]) -> list[Example]:
    """Sentences that differ, each from another text, in as many languages as there are."""
    by_text = {mention.translation_id: mention for mention in mentions}
    texts = Translation.objects.filter(pk__in=by_text).order_by("-pk").values_list("pk", "language")
    languages: dict[str, list[int]] = {}
    for pk, language in texts:
        languages.setdefault(language, []).append(pk)
    turns = (pk for turn in zip_longest(*languages.values()) for pk in turn if pk)
    chosen = list(islice(turns, 3 * EXAMPLES))
    shown = Translation.objects.in_bulk(chosen)
    # Outlets print each other's sentences: one example of each.
    told_apart = {}
    for pk in chosen:
        example = _example(shown[pk], by_text[pk])
        told_apart.setdefault("".join(example.sentence), example)
    return list(told_apart.values())[:EXAMPLES]


def _example(text: Translation, mention: Mention) -> Example:
    words = getattr(text, MentionField(mention.field).value)
    sentence = sentence_around(words, mention.start, mention.end)
    return Example(text, sentence, f"{text_url(text)}&at={mention.pk}#m{mention.pk}")


def _offices(mentions: list[Mention]) -> dict[int, Post]:
    return Post.objects.in_bulk({m.clue["post"] for m in mentions if m.clue.get("post")})


def _clues(mentions: list[Mention], offices: dict[int, Post]) -> list[str]:
    """“minister, Kyrgyzstan”: what stands beside the name, the commonest first."""
    said = Counter()
    for mention in mentions:
        post = offices.get(mention.clue.get("post"))
        office = post.label(interface_language()) if post else mention.clue.get("words", "")
        country = country_name(mention.clue.get("country") or "")
        said[", ".join(filter(None, [office, country]))] += 1
    return [words for words, _count in said.most_common(CHOICES) if words]


def _commonest(values: Iterable[str | None]) -> str:
    counted = Counter(value for value in values if value).most_common(1)
    return counted[0][0] if counted else ""


def _office(offices: dict[int, Post]) -> str:
    """The office for somebody new: the record's, as a choice of it. The texts' words are shown and
    not entered: they may be in any case, or no whole office."""
    return next((f"{post.label(interface_language())} #{post.pk}" for post in offices.values()), "")


def _choices(row: Row, mentions: list[Mention]) -> list[Choice]:
    """Who may be meant: those whom the recogniser lists, then the nearest by name."""
    listed = Counter(pk for mention in mentions for pk in mention.candidates)
    survivors = Entity.objects.survivors_of(listed) if listed else {}
    spellings = {survivors[pk]: "" for pk, _count in listed.most_common()}
    if row.sample.kind == MentionKind.NAME:
        for near in nearest_people(row.name.called, limit=CHOICES):
            spellings.setdefault(near.entity.pk, near.spelling)
    spellings.pop(row.entity and row.entity.pk, None)
    known = _entities(list(spellings)[:CHOICES])
    found = [known[pk] for pk in spellings if pk in known]
    return [
        Choice(key, entity, what_it_is(entity), spellings[entity.pk])
        for key, entity in enumerate(found, start=1)
    ]
