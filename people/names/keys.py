"""Keys under which a spelling is found by how it sounds.

Keys bring candidates; whether two names are one person's is `people.names.comparing`.
"""

import re

from people.names.letters import readings, with_one_vowel
from people.names.words import parts, telling_parts

# As long as the column that holds a spelling; a key may outgrow its name, since ц sounds as two.
KEY_LENGTH = 300

# A candidate key is the beginning of a word: longer ones miss spellings, shorter ones bring more
# names than can be compared (manage.py benchmark_names measures both).
CANDIDATE_KEY_LENGTH = 3

# Sounds that languages take for each other: Гасанов, Həsənov; Baxıt, Bagyt; Raşid, Raşit.
_CLASSES = str.maketrans("ghbdfzxqj", "kkptvssss")
_ONE_SOUND = re.compile("ts")
_LATER_VOWELS_AND_H = re.compile("(?<!^)[aeiouh]")
_DOUBLED = re.compile(r"(.)\1+")


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


def candidate_keys(name: str) -> frozenset[str]:
    """Return the keys that bring a name's candidates: two spellings of one name share at least
    one. Of each word, in all its readings, the first consonants: {"str", "spr"}.

    Initials have no keys; a name without other words has none.
    """
    words = [part.word for part in telling_parts(name) if not part.is_initial]
    return frozenset().union(*map(word_candidate_keys, words))


def word_candidate_keys(word: str) -> frozenset[str]:
    """The candidate keys of one lower-case word without apostrophes."""
    return frozenset(_beginning(sound) for sound in readings(word) if sound)


def _beginning(sound: str) -> str:
    """The first consonants by class; a first vowel, whichever, counts as one."""
    sound = _LATER_VOWELS_AND_H.sub("", with_one_vowel(_ONE_SOUND.sub("s", sound)))
    return _DOUBLED.sub(r"\1", sound.translate(_CLASSES))[:CANDIDATE_KEY_LENGTH]
