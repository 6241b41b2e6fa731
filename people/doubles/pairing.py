"""Which records are worth comparing: those with spellings that have two words in common by sound.

Pure, and about linear in the number of spellings: no large block of alike ones is compared whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise, product

from people.doubles.records import Record, Spelling
from people.doubles.weighing import are_namesakes
from people.names import matching_key, word_candidate_keys
from people.names.letters import first_sounds, readings
from people.names.words import Part, telling_parts

# The words of a long title after these tell little more.
_MOST_WORDS = 5

# In a large block each is compared with so many that come next by sound.
_NEIGHBOURS = 20

Key = tuple[str, ...]
Member = tuple[Record, Spelling]
# Two records with the pairs of spellings to compare, the spelling of the first one first.
Pair = tuple[Record, Record, list[tuple[Spelling, Spelling]]]


class _Found:
    """The pairs, each once, the record with the lower id first."""

    def __init__(self):
        self.records: dict[int, Record] = {}
        self.spellings: dict[tuple[int, int], list] = defaultdict(list)

    def add(self, one: Record, other: Record, *spellings: Spelling) -> None:
        if one.pk == other.pk or are_namesakes(one, other):
            return
        if one.pk > other.pk:
            one, other, spellings = other, one, spellings[::-1]
        self.records[one.pk], self.records[other.pk] = one, other
        held = self.spellings[one.pk, other.pk]
        # Two spellings meet under several keys, and are compared once.
        if spellings and spellings not in held:
            held.append(spellings)

    def __iter__(self) -> Iterator[Pair]:
        for (one, other), spellings in self.spellings.items():
            yield self.records[one], self.records[other], spellings


def pairs_among(records: Iterable[Record]) -> Iterator[Pair]:
    """All pairs of these records that are worth comparing."""
    records, found = list(records), _Found()
    for block in _blocks(records).values():
        for (one, mine), (other, theirs) in _compared(block):
            found.add(one, other, mine, theirs)
    for (one, mine), (other, theirs) in _by_initial(records):
        found.add(one, other, mine, theirs)
    for key in (lambda record: record.wikidata, lambda record: record.day):
        for one, other in _alike_by(key, records):
            found.add(one, other)
    return iter(found)


def pairs_with(record: Record, others: Iterable[Record]) -> Iterator[Pair]:
    """Those of one record with each of some others."""
    found = _Found()
    for other in others:
        found.add(record, other)
        for mine, theirs in product(record.telling, other.telling):
            found.add(record, other, mine, theirs)
    return iter(found)


def _blocks(records: list[Record]) -> dict[Key, list[Member]]:
    blocks = defaultdict(list)
    for record in records:
        for spelling in record.telling:
            for key in block_keys(spelling.text):
                blocks[(record.kind, *key)].append((record, spelling))
    return blocks


def _compared(block: list[Member]) -> Iterator[tuple[Member, Member]]:
    if len(block) <= 2 * _NEIGHBOURS:
        yield from combinations(block, 2)
        return
    block.sort(key=lambda member: sorted(matching_key(member[1].text).split()))
    for index, member in enumerate(block):
        yield from ((member, next_one) for next_one in block[index + 1 : index + 1 + _NEIGHBOURS])


def _by_initial(records: list[Record]) -> Iterator[tuple[Member, Member]]:
    """Who is known by an initial only, with whoever it may stand for."""
    members = [(record, spelling) for record in records for spelling in record.telling]
    initials = defaultdict(list)
    for member in members:
        if member[1].has_initial:
            for key in initial_keys(member[1].text):
                initials[member[0].kind, *key].append(member)
    for member in members if initials else []:
        for key in initial_keys(member[1].text):
            block = initials.get((member[0].kind, *key), [])
            yield from ((member, other) for other in block[:_NEIGHBOURS])


def _alike_by(key: Callable, records: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Those that have one and the same key, if it isn't empty."""
    alike = defaultdict(list)
    for record in records:
        if value := key(record):
            alike[record.kind, value].append(record)
    for same in alike.values():
        yield from combinations(same[:_NEIGHBOURS], 2)


def block_keys(text: str) -> set[Key]:
    """Two spellings of one name share at least one: two words of it by their first consonants,
    or the one word that it has."""
    words = [part.word for part in telling_parts(text)[:_MOST_WORDS] if not part.is_initial]
    if len(words) == 1:
        return {(matching_key(words[0]),)}
    # Nur Sultan is Nursultan elsewhere; of three words two are left then.
    joined = [a + b for a, b in pairwise(words)] if len(words) > 2 else []
    return {
        tuple(sorted(keys))
        for one, other in combinations([*words, *joined], 2)
        for keys in product(word_candidate_keys(one), word_candidate_keys(other))
    }


def initial_keys(text: str) -> set[Key]:
    """Of a name of two words: what one of them may begin with, beside the other."""
    parts = telling_parts(text)[:_MOST_WORDS]
    return {
        (sound, key)
        for one, other in ((a, b) for a in parts for b in parts if a is not b)
        if not other.is_initial
        for sound in _first_sounds(one)
        for key in word_candidate_keys(other.word)
    }


def _first_sounds(part: Part) -> set[str]:
    if part.is_initial:
        return set(first_sounds(part.word))
    return {sound[:1] for sound in readings(part.word)}
