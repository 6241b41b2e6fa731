"""Which outlet published a text, which agency wrote it, and which press service it cites.

An address or a site's name says who published; the words in which a text names its reporter say
who wrote it. How outlets are found by name stands in `names_of_outlets`.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from . import phrases
from .draft import Draft, Piece
from .names_of_outlets import KnownNames, Naming, known_names, lone_name, names_in, reporters_in
from .reading import Outlet
from .shapes import count_words, is_sentence, tidy
from .stamps import read_stamp

# Where a text says whose it is: near its beginning or in its last paragraph. In between, an
# outlet's name is more often a subject than a signature.
_LEADING_PIECES = 4
# A page's own words around the text; further down come the headlines of other texts.
_OTHER_PIECES = 12
_SIGNATURE_WORDS = 10
_BAR = re.compile(r"\s*[·|]\s")
SIGNED_RULES = ("page_date", "syndicator", "signature", "author")


def read_signatures(draft: Draft, outlets: Sequence[Outlet]) -> None:
    """Take the outlets that lines name which say nothing else: "Sputnik", "Источник: Кабар".

    A site's name above the text is the outlet, a label's or one below the text the agency; a
    syndicator's mark names both.
    """
    known = known_names(outlets)
    sentences = 0  # one may be the standfirst
    for piece in draft.pieces:
        sentences += piece.is_open and is_sentence(tidy(piece.text))
        if piece.rule == "syndicator":
            _read_syndicator(draft, piece, known)
        elif piece.is_open or piece.rule == "signature":
            _read_signature(draft, piece, known, "agency" if sentences > 1 else "source")


def read_name_beside_date(draft: Draft, outlets: Sequence[Outlet]) -> None:
    """Take the outlet named on the date's line: a site's address there, or a name before its
    sections ("Example Post · World · 8 October"), is the outlet, a bare name ("AA 15.10.2025")
    the agency."""
    known = known_names(outlets)
    for piece in (piece for piece in draft.pieces if piece.rule == "page_date"):
        for naming in names_in(piece.text, known)[:1]:
            is_site = "." in piece.text[naming.start : naming.end]
            is_site = is_site or _BAR.match(piece.text, naming.end)
            _find_naming(draft, "source" if is_site else "agency", piece, naming, "signature")


def _read_syndicator(draft: Draft, piece: Piece, known: KnownNames) -> None:
    """As in "(MENAFN- Trend News Agency)": who re-published, then who wrote."""
    *publishers, writer = names_in(piece.text, known) or [None]
    for publisher in publishers[:1]:
        _find_naming(draft, "source", piece, publisher, "signature")
    if writer:
        _find_naming(draft, "agency", piece, writer, "signature")


def _read_signature(draft: Draft, piece: Piece, known: KnownNames, name: str) -> None:
    if count_words(piece.text) > _SIGNATURE_WORDS:
        return
    if piece.is_open and read_stamp(piece.text):
        return
    label = phrases.SOURCE_LABEL.match(piece.text)
    text = piece.text[label.end() :] if label else piece.text
    outlet = lone_name(text, known)
    if outlet is None and piece.rule == "signature":
        outlet = next((one.outlet for one in names_in(text, known)), None)
    if outlet:
        if piece.is_open:
            draft.decide(piece, "kept", "signature")
        name = "agency" if label else name
        draft.find(name, outlet.id, "signature", place=piece.place())


def read_source(draft: Draft, outlets: Sequence[Outlet], name: str) -> None:
    """Take the outlet from the printed address, else from the one the document came from."""
    if name.startswith(("http://", "https://")):
        draft.find("url", name, "document_address", inferred=True)
    url = draft.fields.get("url")
    outlet = outlet_of_address(str(url.value), outlets) if url else None
    if url and outlet:
        place = (url.start, url.end) if url.start is not None and url.end is not None else None
        draft.fields.pop("source", None)  # an address is more certain than a name
        draft.find("source", outlet.id, url.rule, place=place)


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
    """Take the agency that wrote the text from the first place that names its reporter.

    The outlet that published it is no agency of its own, and a cited press service isn't one.
    Where an outlet reports with reference to another, the other one is the agency.
    """
    _find_reporter(draft, known_names(outlets))
    if draft.value("agency") == draft.value("source"):
        draft.fields.pop("agency", None)


def _find_reporter(draft: Draft, known: KnownNames) -> None:
    for piece in _signed_pieces(draft):
        namings = reporters_in(piece.text, known)
        if piece.rule == "promotion" and draft.value("source") is None:
            namings = namings or _only_one(names_in(piece.text, known))
        if piece.rule == "dateline":
            namings = namings or names_in(piece.text.replace("/", " "), known)  # "/ТДХ/"
        writer = next((one for one in namings if not one.is_cited), None)
        cited = next((one for one in namings if one.is_cited), None)
        if writer and cited and cited.outlet != writer.outlet:
            _find_naming(draft, "source", piece, writer)
            _find_naming(draft, "agency", piece, cited)
        elif writer or cited:
            _find_naming(draft, "agency", piece, writer or cited)
        if namings:
            return


def _only_one(namings: list[Naming]) -> list[Naming]:
    """A pitch names the site that makes it: "Follow Example Post on Telegram"."""
    return namings if len({one.outlet.id for one in namings}) == 1 else []


def _find_naming(
    draft: Draft, name: str, piece: Piece, naming: Naming, rule: str = "self_phrase"
) -> None:
    place = piece.place((naming.start, naming.end))
    draft.find(name, naming.outlet.id, rule, place=place)


def _signed_pieces(draft: Draft) -> Iterator[Piece]:
    """The pieces in which a text can name its writer, the most telling first: dateline and
    lead, the last paragraph, then printed date lines and what no rule has claimed."""
    body = [piece for piece in draft.pieces if piece.rule == "body"]
    yield from (piece for piece in draft.pieces if piece.rule == "dateline")
    yield from [*body[:_LEADING_PIECES], *body[_LEADING_PIECES:][-1:]]
    others = [piece for piece in draft.pieces if piece.is_open or piece.rule in SIGNED_RULES]
    yield from [*others[:_OTHER_PIECES], *others[_OTHER_PIECES:][-_OTHER_PIECES:]]
    yield from [piece for piece in draft.pieces if piece.rule == "promotion"][:_OTHER_PIECES]
