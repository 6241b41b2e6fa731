"""Headlines of the same story in other languages, as some pages print them below the text.

They become hints for translation pairs; whether two texts are one story, `matching` judges.
"""

import re

from .draft import Draft, Piece
from .headline_choice import is_candidate
from .language import DESK_LANGUAGES, detect_language
from .reading import Hint
from .shapes import tidy

# A page prints one headline for each of its other languages, soon below the text.
_MOST, _WITHIN = 4, 6
_WORD, _SMALL_WORDS = re.compile(r"[^\W\d_]+"), 2
_PRINTERS = {"source/report"}


def read_hints(draft: Draft) -> tuple[Hint, ...]:
    """Return the headlines in other languages right below the text.

    Two lines at least, one below the other, each in another language of the desk than the text
    and than each other (a site's own buttons come in one language); of outlets that are known to
    print them, one will do.
    """
    lines = _lines_below(draft)
    if draft.value("language") is None or not lines:
        return ()
    seen, run = [str(draft.value("language"))], list[tuple[Piece, str]]()
    for piece in lines:
        language = detect_language(tidy(piece.text))
        if language in DESK_LANGUAGES and language not in seen:
            seen.append(language)
            run.append((piece, language))
        elif run:
            break
    least = 1 if _PRINTERS & {draft.value("source"), draft.value("agency")} else 2
    return tuple(_hint(draft, *one) for one in run) if least <= len(run) <= _MOST else ()


def _lines_below(draft: Draft) -> list[Piece]:
    printed = draft.printed_pieces()
    ends = [at for at, piece in enumerate(printed) if piece.rule in ("body", "background")]
    below = printed[ends[-1] + 1 :][:_WITHIN] if ends else []
    return [piece for piece in below if piece.is_open and _is_headline(piece)]


def _is_headline(piece: Piece) -> bool:
    """Not a line of tags: those are names, one capital after the other."""
    return (
        is_candidate(piece)
        and sum(word[0].islower() for word in _WORD.findall(piece.text)) >= _SMALL_WORDS
    )


def _hint(draft: Draft, piece: Piece, language: str) -> Hint:
    draft.decide(piece, "cut", "translated_headline")
    return Hint(tidy(piece.text), language, *piece.place())
