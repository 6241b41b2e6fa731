"""Keys under which a spelling is found by how it sounds."""

from people.names.comparing import parts
from people.names.letters import readings, with_one_vowel


def matching_key(name: str) -> str:
    """Return how a name sounds, one word per word of it, vowels all alike: "sadar japarav".

    Equal for Japarov, Zhaparov, Жапаров, Caparov and Žaparow. Made of a to z and single spaces,
    never longer than the name; "" where the name has no letters.
    """
    return " ".join(key for part in parts(name) if (key := word_key(part.word)))


def word_key(word: str) -> str:
    """The key of one lower-case word."""
    return with_one_vowel(readings(word)[0])
