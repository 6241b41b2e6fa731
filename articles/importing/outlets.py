"""Which outlet published a text, which agency wrote it, and which press service it cites.

An address says who published; the words in which a text names its reporter say who wrote it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from . import phrases
from .draft import Draft, Piece
from .reading import Outlet
from .shapes import tidy

# Where a text says whose it is: near its beginning or in its last paragraph. In between, an
# outlet's name is more often a subject than a signature.
_LEADING_PIECES = 3
_SIGNED_RULES = ("page_date", "syndicator", "signature")


def read_source(draft: Draft, outlets: Sequence[Outlet], name: str) -> None:
    """Take the outlet from the printed address, else from the one the document came from."""
    if name.startswith(("http://", "https://")):
        draft.find("url", name, "document_address", inferred=True)
    url = draft.fields.get("url")
    outlet = outlet_of_address(str(url.value), outlets) if url else None
    if url and outlet:
        place = (url.start, url.end) if url.start is not None and url.end is not None else None
        draft.find("source", outlet.id, url.rule, place=place)
        if outlet.zone and draft.value("published_time"):
            draft.find("zone", outlet.zone, "zone_of_outlet", inferred=True)


def outlet_of_address(url: str, outlets: Sequence[Outlet]) -> Outlet | None:
    """Return the outlet whose domain (the longest that fits) is that of `url`, or None."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:  # "http://[oops": a damaged address names nobody
        return None
    fitting = [
        (len(domain), outlet)
        for outlet in outlets
        for domain in outlet.domains
        if host == domain or host.endswith("." + domain)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def read_agency(draft: Draft, outlets: Sequence[Outlet]) -> None:
    """Take the agency that wrote the text from the first phrase by which one names itself.

    The outlet that published it is no agency of its own, and a cited press service isn't one.
    """
    for piece in _signed_pieces(draft):
        hits = sorted(_self_phrases(piece, outlets), key=lambda hit: (hit[0], -hit[1]))
        if hits:
            start, end, outlet = hits[0]
            if outlet.id != draft.value("source"):
                place = piece.place((start, end))
                draft.find("agency", outlet.id, "self_phrase", place=place)
            return


def _signed_pieces(draft: Draft) -> list[Piece]:
    """The pieces in which a text can name its writer, the most telling first: dateline and
    lead, the last paragraph, then printed date lines and what no rule has claimed."""
    body = [piece for piece in draft.pieces if piece.rule == "body"]
    others = [piece for piece in draft.pieces if piece.is_open or piece.rule in _SIGNED_RULES]
    dateline = [piece for piece in draft.pieces if piece.rule == "dateline"]
    return [*dateline, *body[:_LEADING_PIECES], *body[_LEADING_PIECES:][-1:], *others]


def _self_phrases(piece: Piece, outlets: Sequence[Outlet]) -> Iterator[tuple[int, int, Outlet]]:
    for outlet in outlets:
        for phrase in outlet.self_phrases:
            match = _compiled(phrase).search(piece.text)
            if match and not phrases.CITES_PRESS_OFFICE.search(match[0]):
                yield match.start(), match.end(), outlet


@lru_cache(maxsize=2048)
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase, re.MULTILINE)


def read_press_service(draft: Draft) -> None:
    """Take the first press service that the body cites, in the text's own words."""
    for piece in (piece for piece in draft.pieces if piece.rule == "body"):
        for pattern in phrases.PRESS_SERVICES:
            match = pattern.search(piece.text)
            if match:
                group = pattern.groups  # the name alone, where words around it are matched too
                place = piece.place(match.span(group))
                draft.find("via", tidy(match[group]), "cited_press_service", place=place)
                return
