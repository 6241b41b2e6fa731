"""The paragraphs of a text as the desk stores it: empty lines stand between them.

Cuts stored texts only; finding paragraphs in a raw one is the importer's work.
"""

_BETWEEN = "\n\n"


def placed_paragraphs(text: str) -> list[tuple[int, str]]:
    """Return (start, words) of every paragraph that holds anything; starts count code points."""
    found, start = [], 0
    for words in text.split(_BETWEEN):
        if words.strip():
            found.append((start, words))
        start += len(words) + len(_BETWEEN)
    return found


def paragraphs_of(text: str) -> list[str]:
    """Return the words of every paragraph that holds anything."""
    return [words for _start, words in placed_paragraphs(text)]
