"""The outlets of the desk as the rules take them, and the one that is named at an import.

How a text itself shows its outlet is `outlets`, which is pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from articles.choices import SourceKind
from articles.importing.reading import CleanedDocument, Found, Outlet
from articles.models import Source
from ots_desk.text import fold

# Bodies whose releases outlets cite; their names beside "reports" don't make them the writers.
PRESS_OFFICES = (SourceKind.GOVERNMENT, SourceKind.INTERGOVERNMENTAL)


@dataclass(frozen=True)
class KnownOutlets:
    """The outlets of the desk, as the rules take them, and the way back to their rows."""

    outlets: tuple[Outlet, ...]
    rows: dict[str, int]


class UnknownOutlet(Exception):
    """No outlet is called so; `near` are the names that come nearest."""

    def __init__(self, word: str, near: list[str]) -> None:
        self.near = near
        super().__init__(word)


def load_outlets() -> KnownOutlets:
    """Read the outlets once for a whole run."""
    sources = list(Source.objects.all())
    return KnownOutlets(
        tuple(as_outlet(source) for source in sources),
        {source.key: source.pk for source in sources},
    )


def as_outlet(source: Source) -> Outlet:
    """Return the outlet as the rules take it."""
    return Outlet(
        id=source.key,
        name=source.name,
        domains=tuple(source.domains),
        zone=source.zone or None,
        self_phrases=tuple(source.self_phrases),
        names=tuple(name["text"] for name in source.other_names),
        is_press_office=source.kind in PRESS_OFFICES,
    )


def find_outlet(word: str) -> Source:
    """Return the outlet that `word` names: by its id, a domain or one of its names.

    Raises UnknownOutlet where none or more than one is called so.
    """
    called = {
        (source.pk, name): source for source in Source.objects.all() for name in _names(source)
    }
    wanted = fold(word.removeprefix("www."))
    found = {source.pk: source for (_pk, name), source in called.items() if fold(name) == wanted}
    if len(found) == 1:
        return next(iter(found.values()))
    spellings = {fold(name): name for _pk, name in called}
    near = get_close_matches(wanted, spellings, n=5, cutoff=0.5)
    raise UnknownOutlet(word, [spellings[name] for name in near])


def _names(source: Source) -> Iterator[str]:
    yield source.key
    yield source.name
    yield from source.domains
    yield from (name["text"] for name in source.other_names)


def name_outlet(cleaned: CleanedDocument, outlet: Outlet) -> CleanedDocument:
    """Let `outlet` be the source of a text in which neither words nor address name one; a clock
    without a zone is then its clock."""
    if "source" in cleaned.fields:
        return cleaned
    fields = dict(cleaned.fields)
    fields["source"] = Found(outlet.id, "named_at_import", inferred=True)
    if "agency" in fields and fields["agency"].value == outlet.id:
        del fields["agency"]  # who published it is no agency of its own
    settled = {"no_outlet"}
    if outlet.zone and "published_time" in fields and "zone" not in fields:
        fields["zone"] = Found(outlet.zone, "zone_of_outlet", inferred=True)
        settled.add("clock_without_zone")
    flags = tuple(flag for flag in cleaned.flags if flag.kind not in settled)
    return replace(cleaned, fields=fields, flags=flags)
