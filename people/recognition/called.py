"""What a name is called: the words of the text without their case ending."""

from people.recognition.lookup import Match


def called(match: Match, words: str) -> str:
    """Return the words of a match in the nominative, as far as the ending tells it.

    An ending replaced, as in Russian, shows only in the name that the words were read as.
    """
    ending = match.base.ending
    if not ending or match.base.has_apostrophe:
        return words
    if match.base.is_russian:
        return match.readings[0].name.text if not match.is_bare_surname else _surname(match, words)
    return words[: -len(ending)]


def _surname(match: Match, words: str) -> str:
    nominative = match.base.key
    return nominative.upper() if words.isupper() else nominative.capitalize()
