"""Numbers in running text, in one form for all languages' ways of writing them.

Spelled-out numbers ("двадцать") are not read.
"""

import re

# 40, 1,250,000, 12 500, 87.45, 36,5; a range 2022–2026 is two figures.
_FIGURE = re.compile(
    r"(?<![\w])\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)?"
)
_GROUPED = re.compile(r"^\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?$")
_SEPARATORS = re.compile(r"[ \u00a0\u202f.,'’]")


# A span of years or days, with any dash and with or without spaces.
_SPAN = re.compile(r"(?<![\w.,-])(\d{1,4})\s?[-‑‒–—−]\s?(\d{1,4})(?![\w-]|[.,]\d)")


def printed_figures(text: str) -> list[str]:
    """Return the figures as an editor reads them: spans in one piece ("2022–2026"), each once."""
    spans = {match.start(): f"{match[1]}–{match[2]}" for match in _SPAN.finditer(text)}
    rest = _SPAN.sub(lambda match: " " * len(match.group()), text)
    single = {match.start(): _normal(match.group()) for match in _FIGURE.finditer(rest)}
    return list(dict.fromkeys(figure for _, figure in sorted({**spans, **single}.items())))


def figures_in(text: str) -> list[str]:
    """Return the figures of a text in their order, normalised: "12 500" and "12,500" are "12500",
    "36,5" is "36.5", "07" is "7"."""
    return [_normal(match.group()) for match in _FIGURE.finditer(text)]


def _normal(figure: str) -> str:
    if not _GROUPED.match(figure):
        return _without_zeros(figure.replace(",", "."))
    whole, decimals = figure, ""
    if re.search(r"[.,]\d{1,2}$", figure):
        whole, decimals = re.match(r"(.*)[.,](\d{1,2})$", figure).groups()
    digits = _SEPARATORS.sub("", whole)
    return _without_zeros(f"{digits}.{decimals}" if decimals else digits)


def _without_zeros(figure: str) -> str:
    return figure.lstrip("0") or "0" if "." not in figure else figure
