"""The words for offices, arranged for looking them up in running text.

Which office they mean there is not decided here: "president" is the label of many.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from people.recognition import russian
from people.recognition.endings import bases_of
from people.recognition.spans import EntityId
from people.recognition.words import Words, key_of

TURKIC = frozenset({"tr", "az", "kk", "ky", "uz", "tk"})

# "Genel Sekreter" is "Genel Sekreteri" when it is somebody's. Made too freely, which does no
# harm: other endings are no words.
_POSSESSIVES = {
    "latin": (("i", "u"), ("si", "su")),
    "cyrillic": (("ы", "и", "і", "у", "ү"), ("сы", "си", "сі", "су", "сү")),
}
_VOWELS = "aeiouəаеиіоуүөыэяюёә"
_OPENING = 4
_BETWEEN = frozenset(" -‐‑–.\xa0\n")
_LONGEST_GAP = 2


@dataclass(frozen=True, slots=True)
class Label:
    """What words may be called: whose offices in full, whose in short. `text` is the label
    without any ending.

    `is_owned` tells the Turkic form that has its owner before it; `is_oblique` a case form.
    """

    text: str
    full: frozenset[EntityId] = frozenset()
    short: frozenset[EntityId] = frozenset()
    is_owned: bool = False
    is_oblique: bool = False

    @property
    def posts(self) -> frozenset[EntityId]:
        return self.full or self.short


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a text, at the words from `first` to `last`; of the last one, `length` characters
    without the ending behind its apostrophe."""

    first: int
    last: int
    length: int
    label: Label


@dataclass(slots=True)
class _Node:
    following: dict[str, "_Node"] = field(default_factory=dict)
    label: Label | None = None


class Labels:
    """The labels of all offices, by language."""

    def __init__(self, labels: Iterable[tuple[str, str, bool, EntityId]]) -> None:
        self._roots: dict[str, _Node] = {}
        self._single: dict[str, set[str]] = {}
        for language, text, is_full, post in labels:
            self._add(_primary(language), text, is_full, post)

    def find(self, words: Words, language: str) -> Iterator[Found]:
        """Find the labels in a field, the longest at each place; none overlaps another."""
        language = _primary(language)
        root, single = self._roots.get(language, _Node()), self._single.get(language, set())
        behind = -1
        for place, key in enumerate(map(key_of, words.texts)):
            # Only the last word of a label takes an ending, so that most begin as they are listed.
            may_open = key in root.following or key[:_OPENING] in single
            if may_open and place > behind and (found := _longest(words, place, root, language)):
                yield found
                behind = found.last

    def _add(self, language: str, text: str, is_full: bool, post: EntityId) -> None:
        keys = tuple(map(key_of, Words(text).texts))
        if not keys:
            return
        posts = frozenset({post})
        label = Label(text, full=posts) if is_full else Label(text, short=posts)
        for form, changes in _forms(keys, text, language, is_full):
            if len(form) == 1:
                self._single.setdefault(language, set()).add(form[0][:_OPENING])
            node = self._roots.setdefault(language, _Node())
            for key in form:
                node = node.following.setdefault(key, _Node())
            node.label = _joined(node.label, replace(label, **changes))


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _joined(one: Label | None, other: Label) -> Label:
    """One place in the tree for the offices of all bodies. Where a form is both, it isn't owned
    or oblique: "Cumhurbaşkanı" needs no owner."""
    if not one:
        return other
    return Label(
        one.text,
        one.full | other.full,
        one.short | other.short,
        one.is_owned and other.is_owned,
        one.is_oblique and other.is_oblique,
    )


def _forms(
    keys: tuple[str, ...], text: str, language: str, is_full: bool
) -> Iterator[tuple[tuple[str, ...], dict[str, bool]]]:
    yield keys, {}
    if language == "ru":
        joined = [gap == "-" for gap in Words(text).gaps[1:-1]] + [False]
        for form in russian.name_forms(list(keys), joined):
            yield form, {"is_oblique": True}
    elif language in TURKIC and not is_full:
        for last in _owned(keys[-1]):
            yield (*keys[:-1], last), {"is_owned": True}


def _owned(word: str) -> Iterator[str]:
    script = "latin" if word.isascii() or "ə" in word else "cyrillic"
    behind_consonant, behind_vowel = _POSSESSIVES[script]
    for ending in behind_vowel if word[-1] in _VOWELS else behind_consonant:
        yield word + ending


def _longest(words: Words, first: int, root: _Node, language: str) -> Found | None:
    node: _Node | None = root
    longest = None
    last = first
    while node and last < len(words) and (last == first or _is_joined(words.gaps[last])):
        if ended := _ended(words.texts[last], node, language):
            longest = Found(first, last, *ended)
        node = node.following.get(words.key(last))
        last += 1
    return longest


def _is_joined(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and _BETWEEN.issuperset(gap) and gap != "\n\n"


def _ended(text: str, node: _Node, language: str) -> tuple[int, Label] | None:
    """The label that ends with this word, under the likeliest reading of its ending."""
    for base in bases_of(text, language):
        ended = node.following.get(base.key)
        if ended and ended.label and not (base.ending and ended.label.is_oblique):
            label = replace(ended.label, is_oblique=True) if base.ending else ended.label
            return base.length, label
    return None
