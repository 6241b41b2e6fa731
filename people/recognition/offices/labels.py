"""The words for offices, arranged for looking them up in running text.

Which office they mean there is not decided here: "president" is the label of many.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from people.recognition.endings import Base, bases_of
from people.recognition.offices.vocabulary import HEAD_OF_STATE, HEADS, OUR_STATE
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
_REMEMBERED = 50_000
_BETWEEN = frozenset(" -‐‑–.\xa0\n")
_LONGEST_GAP = 2


@dataclass(frozen=True, slots=True)
class Label:
    """What words may be called: whose offices in full, whose in short. `text` is the label
    without any ending.

    `is_owned` tells a form that never goes without its owner, such as the Turkic one with a
    possessive ending.
    """

    text: str
    full: frozenset[EntityId] = frozenset()
    short: frozenset[EntityId] = frozenset()
    is_owned: bool = False

    @property
    def posts(self) -> frozenset[EntityId]:
        return self.full or self.short


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a text, at the words from `first` to `last`; of the last one, `length` characters
    without the ending behind its apostrophe. `is_oblique`: it stands in another case than it is
    listed in; `shorter` are the offices called by its beginning alone."""

    first: int
    last: int
    length: int
    label: Label
    is_oblique: bool
    shorter: frozenset[EntityId] = frozenset()


class _Node:
    """A place in the tree of words: where the next word leads, and the label that ends here."""

    __slots__ = ("following", "label", "readings")

    def __init__(self, language: str) -> None:
        self.following: dict[str, _Node] = {}
        self.label: Label | None = None
        self.readings = _Readings(self, language)

    def next(self, key: str, language: str) -> "_Node":
        return self.following.setdefault(key, _Node(language))


class _Readings(dict[str, tuple[tuple[Base, _Node], ...]]):
    """For each word as written, what it may be at a place of the tree, the likeliest first. Kept,
    for most words of a text are nothing anywhere."""

    def __init__(self, node: _Node, language: str) -> None:
        super().__init__()
        self._node, self._language = node, language

    def __missing__(self, word: str) -> tuple[tuple[Base, _Node], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        following = self._node.following
        self[word] = found = tuple(
            (base, following[base.key])
            for base in bases_of(word, self._language)
            if base.key in following and not _is_plural(base, word)
        )
        return found


class Labels:
    """The labels of all offices, by language."""

    def __init__(self, labels: Iterable[tuple[str, str, bool, EntityId]]) -> None:
        self._trees: dict[str, _Tree] = {}
        for language, text, is_full, post in labels:
            posts = frozenset({post})
            self._add(language, _forms(text, _primary(language), is_full, posts))
            if (language, text) == HEAD_OF_STATE:
                self._add_heads(posts)

    def find(self, words: Words, language: str) -> Iterator[Found]:
        """Find the labels in a field, the longest at each place; none overlaps another."""
        tree = self._trees.get(_primary(language))
        if tree is None:
            return
        opens, behind = tree.root.readings, -1
        for place, text in enumerate(words.texts):
            if opens[text] and place > behind and (found := tree.longest(words, place)):
                yield found
                behind = found.last

    def _add_heads(self, posts: frozenset[EntityId]) -> None:
        for language, words in HEADS.items():
            for word in words:
                for keys, label in _forms(word, language, False, posts):
                    self._add(language, [(keys, replace(label, is_owned=True))])

    def _add(self, language: str, forms: Iterable[tuple[tuple[str, ...], Label]]) -> None:
        language = _primary(language)
        tree = self._trees.setdefault(language, _Tree(language))
        for keys, label in forms:
            tree.add(keys, label)


class _Tree:
    """The labels of one language by their words."""

    def __init__(self, language: str) -> None:
        self.language, self.root = language, _Node(language)

    def add(self, keys: tuple[str, ...], label: Label) -> None:
        node = self.root
        for key in keys:
            node = node.next(key, self.language)
        node.label = _joined(node.label, label)

    def longest(self, words: Words, first: int) -> Found | None:
        node: _Node | None = self.root
        longest, is_oblique, last = None, False, first
        shorter: frozenset[EntityId] = frozenset()
        while node and last < len(words.texts) and (last == first or _is_joined(words.gaps[last])):
            readings = node.readings[words.texts[last]]
            for base, ended in readings:
                if label := ended.label:
                    declined = is_oblique or bool(base.ending)
                    longest = Found(first, last, base.length, label, declined, shorter)
                    shorter |= frozenset() if label.is_owned else label.posts
                    break
            node, is_declined = _following(readings)
            is_oblique = is_oblique or is_declined
            last += 1
        return longest


def _following(readings: tuple[tuple[Base, _Node], ...]) -> tuple[_Node | None, bool]:
    """Where a word leads, and whether it does so in a case form. Only Russian declines more than
    the last word of an office."""
    for base, following in readings:
        if not base.ending or base.is_russian:
            return following, bool(base.ending)
    return None, False


class _Opens(dict[str, bool]):
    """For each word as written, whether a label may begin with it; most do not."""

    def __init__(self, tree: _Tree) -> None:
        super().__init__()
        self._tree = tree

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = opens = any(True for _ in self._tree.readings(word, self._tree.root))
        return opens


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _joined(one: Label | None, other: Label) -> Label:
    """One place in the tree for the offices of all bodies. What is also a form that needs no
    owner, such as "Cumhurbaşkanı", needs none."""
    if not one:
        return other
    is_owned = one.is_owned and other.is_owned
    return Label(one.text, one.full | other.full, one.short | other.short, is_owned)


def _forms(
    text: str, language: str, is_full: bool, posts: frozenset[EntityId]
) -> Iterator[tuple[tuple[str, ...], Label]]:
    keys = tuple(map(key_of, Words(text).texts))
    if not keys:
        return
    label = Label(text, full=posts) if is_full else Label(text, short=posts)
    yield keys, label
    if keys[0] in OUR_STATE:
        yield (OUR_STATE[keys[0]], *keys[1:]), label
    if language in TURKIC and not is_full:
        for last in _owned(keys[-1]):
            yield (*keys[:-1], last), replace(label, is_owned=True)


def _owned(word: str) -> Iterator[str]:
    script = "latin" if word.isascii() or "ə" in word else "cyrillic"
    behind_consonant, behind_vowel = _POSSESSIVES[script]
    for ending in behind_vowel if word[-1] in _VOWELS else behind_consonant:
        yield word + ending


def _is_joined(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and _BETWEEN.issuperset(gap) and gap != "\n\n"


def _is_plural(base: Base, text: str) -> bool:
    """ "секретари" are several, though "секретарь" might be read out of it."""
    return base.is_russian and base.key.endswith("ь") and text.lower().endswith("и")
