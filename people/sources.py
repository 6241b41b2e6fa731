"""Addresses where a fact can be checked, as links that say whose page it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class SourceLink:
    url: str  # empty where the source is no address of the web
    words: str


def source_link(source: str) -> SourceLink:
    """`source` under its domain, or as it was written where it is no address."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return SourceLink("", source)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return SourceLink("", source)
    return SourceLink(source, parts.netloc.removeprefix("www."))


def source_links(sources: Iterable[str]) -> list[SourceLink]:
    return [source_link(source) for source in sources]
