"""Who wrote the text: lines that name the author. Pictures' makers stand in `pictures`."""

from . import phrases
from .draft import Draft
from .shapes import tidy


def read_author(draft: Draft) -> None:
    """Take the author from a line that says nothing else; repetitions are cut."""
    for piece in draft.open_pieces():
        match = phrases.AUTHOR.match(piece.text)
        if match and match["name"][0].isupper():
            is_first = draft.value("author") is None
            draft.decide(piece, "kept" if is_first else "cut", "author")
            span = match.span("name")
            draft.find("author", tidy(match["name"]), "author", place=piece.place(span))
