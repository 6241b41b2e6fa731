"""Keys under which a spelling is found by how it sounds.

Keys bring candidates; whether two names are one person's is `people.names.comparing`.
"""

from people.names.letters import readings, with_one_vowel
from people.names.words import parts

# As long as the column that holds a spelling; a key may outgrow its name, since ц sounds as two.
KEY_LENGTH = 300


def matching_key(name: str) -> str:
    """Return how a name sounds, one word per word of it, vowels all alike: "sadar japarav".

    Equal for Japarov, Zhaparov, Жапаров, Caparov and Žaparow. Made of a to z and single spaces,
    at most KEY_LENGTH characters; "" where the name has no letters.
    """
    key = " ".join(key for part in parts(name) if (key := word_key(part.word)))
    return key[:KEY_LENGTH].rstrip()


def word_key(word: str) -> str:
    """The key of one lower-case word."""
    return with_one_vowel(readings(word)[0])
