"""The address that a page prints as its own; other addresses on lines of their own are cut."""

import re

from .draft import Draft
from .phrases.addresses import ELSEWHERE, OWN_LABEL

_ADDRESS = re.compile(
    r"^\s*(?:(?P<label>[^\W\d_][^\n:]{0,30}):\s*)?(?P<url>https?://[^\s<>\"']+)\s*$"
)


def read_address(draft: Draft) -> None:
    """Take the address from the line that prints it; further ones are cut.

    One that is labelled as the source, was cut short, or leads to a film or a social network is
    not the page's own.
    """
    for piece in draft.open_pieces():
        match = _ADDRESS.match(piece.text) if "://" in piece.text else None
        if match is None:
            continue
        is_new = _is_own(match) and draft.value("url") is None
        draft.decide(piece, "kept" if is_new else "cut", "address")
        if is_new:
            draft.find("url", match["url"], "address", place=piece.place(match.span("url")))


def _is_own(match: re.Match[str]) -> bool:
    is_labelled = match["label"] is None or OWN_LABEL.match(match["label"])
    is_cut = match["url"].endswith(("...", "…"))
    return bool(is_labelled and not is_cut and not ELSEWHERE.match(match["url"]))
