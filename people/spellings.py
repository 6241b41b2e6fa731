"""The spellings of an entity's name, by language and script, each with where it comes from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext as _

from ots_desk.languages import TEXTS
from ots_desk.text import script_of
from people.choices import NameKind
from people.models import Entity, Name
from people.sources import SourceLink, source_links

_KINDS = list(NameKind)


@dataclass(frozen=True)
class Spellings:
    """Spellings of which the same is to be said: nothing, that they are former, or derived."""

    texts: list[str]
    remark: str


@dataclass(frozen=True)
class SpellingLine:
    """One spelling with what is known of it."""

    text: str
    kind: str
    is_attested: bool
    valid: str
    source: SourceLink | None


@dataclass(frozen=True)
class SpellingsInLanguage:
    """The spellings in one language and script."""

    language: str
    language_name: str
    script_name: str
    groups: list[Spellings]
    lines: list[SpellingLine]


@dataclass(frozen=True)
class AllSpellings:
    rows: list[SpellingsInLanguage]
    sources: list[SourceLink]
    is_from_reference: bool


def spellings_of(
    entity: Entity,
    language: str,
    *,
    with_errors: bool = False,
    url_of_text: Callable[[int], str] | None = None,
) -> AllSpellings:
    """The spellings by language and script in the desk's order, the preferred one first, in the
    words of `language`. Misprints and forms with initials that nobody has seen are left out,
    unless they are asked for; the desk says where it shows the texts that are sources. Looks at
    `names.all()`."""
    found: dict[tuple[str, str], list[Name]] = {}
    for name in sorted(entity.names.all(), key=lambda n: _in_print_order(n, entity)):
        if with_errors or _is_shown(name):
            found.setdefault((name.language, script_of(name.text)), []).append(name)
    keys = sorted(found, key=_in_desk_order)
    rows = [_row(*key, found[key], language, url_of_text) for key in keys]
    sources = source_links(entity.sources, url_of_text)
    return AllSpellings(rows, sources, bool(entity.reference))


def _is_shown(name: Name) -> bool:
    return name.kind != NameKind.ERROR and (name.attested or name.kind != NameKind.INITIALS)


def _in_desk_order(key: tuple[str, str]) -> tuple[int, str, str]:
    codes, (language, script) = list(TEXTS), key
    return (codes.index(language) if language in codes else len(codes)), language, script


def _in_print_order(name: Name, entity: Entity) -> tuple:
    return name.text != entity.name, _KINDS.index(name.kind), name.pk


def _row(
    language: str, script: str, names: list[Name], reader: str, url_of_text: Callable | None
) -> SpellingsInLanguage:
    return SpellingsInLanguage(
        language,
        _language_name(language),
        _script_name(script, reader),
        _grouped(names),
        [_line(name, reader, url_of_text) for name in names],
    )


def _language_name(code: str) -> str:
    """The language's own name, as the desk or CLDR knows it."""
    if code in TEXTS:
        return TEXTS[code]
    try:
        locale = Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return code
    return (locale.get_language_name() or code).capitalize()


def _script_name(code: str, reader: str) -> str:
    return Locale.parse(reader.split("-")[0]).scripts.get(code, "")


def _grouped(names: Iterable[Name]) -> list[Spellings]:
    by_remark: dict[str, list[str]] = {"": [], _("former name"): [], _("not yet seen in print"): []}
    for name in names:
        texts = by_remark.setdefault(_remark(name), [])
        if not any(name.text in said for said in by_remark.values()):
            texts.append(name.text)
    return [Spellings(texts, remark) for remark, texts in by_remark.items() if texts]


def _remark(name: Name) -> str:
    if name.kind == NameKind.ERROR:
        return str(name.get_kind_display())
    if not name.attested:
        return _("not yet seen in print")
    return _("former name") if name.kind == NameKind.FORMER else ""


def _line(name: Name, reader: str, url_of_text: Callable | None) -> SpellingLine:
    sources = source_links([name.source], url_of_text) if name.source else []
    return SpellingLine(
        name.text,
        str(name.get_kind_display()),
        name.attested,
        _valid_words(name, reader),
        sources[0] if sources else None,
    )


def _valid_words(name: Name, reader: str) -> str:
    if not (name.valid_from or name.valid_to):
        return ""
    ends = (end.words(reader) if end else "…" for end in (name.valid_from, name.valid_to))
    return " – ".join(ends)
