"""Every reading of the words of a text as known names, one beside the other; who is meant is for
`known` to judge.
"""

from collections.abc import Iterator, Mapping

from people.recognition.bearers import Bearers
from people.recognition.endings import bases_of
from people.recognition.gazetteer import Gazetteer, primary
from people.recognition.hearing import heard_in, spelt_as_in
from people.recognition.lookup import FieldReader, Match
from people.recognition.neighbours import Surroundings
from people.recognition.reading import ReadText
from people.recognition.surnames import surnames_at
from people.recognition.worded import may_be_worded, worded_at


def matches_of(text: ReadText, gazetteer: Gazetteer) -> Iterator[Match]:
    """Yield the listed names, the bodies worded otherwise and the surnames of bearers known."""
    openings = gazetteer.first_words(primary(text.language))
    bearers, wordings = gazetteer.bearers, gazetteer.wordings
    for field, words in text.words.items():
        reader = FieldReader(field, text, gazetteer)
        for place, word in enumerate(words.texts):
            if (opening := openings[word]) is None:
                continue
            listed = reader.names_at(place, opening)
            yield from listed
            if may_be_worded(words, place, opening) and all(one.is_single for one in listed):
                yield from worded_at(field, words, place, wordings)
            if opening.surnames:
                yield from surnames_at(field, words, place, opening.surnames, bearers)


def heard_of(
    text: ReadText, around: Mapping[str, Surroundings], gazetteer: Gazetteer
) -> list[Match]:
    """Return the persons under spellings that nobody listed, and their surnames so spelt."""
    heard = [match for field in around for match in heard_in(field, around[field], gazetteer)]
    if not heard:
        return []
    spelt = spelt_as_in(heard, text.words, primary(text.language))
    return heard + [match for field in around for match in _spelt(field, text, spelt)]


def _spelt(field: str, text: ReadText, bearers: Bearers) -> Iterator[Match]:
    words, language = text.words[field], primary(text.language)
    for place, word in enumerate(words.texts):
        if word[0].isupper():
            bases = tuple(base for base in bases_of(word, language) if base.key in bearers)
            if bases:
                yield from surnames_at(field, words, place, bases, bearers)
