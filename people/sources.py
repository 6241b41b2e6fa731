"""Where a fact can be checked: addresses, as links that say whose page it is, and the desk's texts.

A text is only referred to: its headline and address are for whoever may read it, so readers are
never told of it here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

TEXT_PREFIX = "text:"


@dataclass(frozen=True)
class SourceLink:
    url: str  # empty where the source is no address of the web
    words: str


def text_source(pk: int) -> str:
    """A text of this desk as a source: `text:12`."""
    return f"{TEXT_PREFIX}{pk}"


def text_id_of(source: str) -> int | None:
    """The id of the text that a source refers to; None where it is no text of this desk."""
    number = source.removeprefix(TEXT_PREFIX)
    is_text = number != source and number.isascii() and number.isdecimal() and len(number) < 19
    return int(number) if is_text else None


def public_sources(sources: Iterable[str]) -> list[str]:
    """Those that readers may be told of."""
    return [source for source in sources if not source.startswith(TEXT_PREFIX)]


def source_words(source: str) -> str:
    """A source in the words of the desk."""
    pk = text_id_of(source)
    return _("a text of this desk (%(id)d)") % {"id": pk} if pk else source


def source_link(source: str) -> SourceLink:
    """`source` under its domain, or as it was written where it is no address."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return SourceLink("", source)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return SourceLink("", source)
    return SourceLink(source, parts.netloc.removeprefix("www."))


def source_links(
    sources: Iterable[str], url_of_text: Callable[[int], str] | None = None
) -> list[SourceLink]:
    """The sources as links; those to texts only for the desk, which says where it shows a text."""
    if url_of_text is None:
        return [source_link(source) for source in public_sources(sources)]
    return [_desk_link(source, url_of_text) for source in sources]


def _desk_link(source: str, url_of_text: Callable[[int], str]) -> SourceLink:
    if pk := text_id_of(source):
        return SourceLink(url_of_text(pk), source_words(source))
    return source_link(source)
