"""Numbers in running text, in one form for all languages' ways of writing them.

Spelled-out numbers ("двадцать") are not read, save thousands and millions behind a figure.
"""

import re
from decimal import Decimal

# 40, 1,250,000, 12 500, 87.45, 36,5; a range 2022–2026 is two figures.
_FIGURE = re.compile(
    r"(?<![\w])\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)?"
)
# Words behind a figure that multiply it, in the desk's languages, by the power of ten.
_UNITS = {
    12: r"trillion|trilyon|trln|триллион|трлн|billió",
    9: r"billion|bn\b|bln|milliard|milyar|mlrd|milliárd|миллиард|млрд",
    6: r"million|milyon|mln\b|millió|миллион|млн",
    3: r"thousand|тысяч|тыс\b|мың|миң|минг|bin(?![^\W\d_]{4})|min(?:g|\b|[dəi])|ezer|müň",
}
_SCALED = re.compile(
    rf"(?P<figure>{_FIGURE.pattern})"
    + r"(?:[ \u00a0\u202f](?:"
    + "|".join(f"(?P<e{power}>{words})" for power, words in _UNITS.items())
    + r")[^\W\d_]*\.?)?",
    re.IGNORECASE,
)
# Nobody counts further; a longer row of digits is no number to reckon with.
MAX_DIGITS = 18
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
    "36,5" is "36.5", "07" is "7"; "1,5 млн" and "5 bin 300" are written out in full."""
    figures, end, unit = [], 0, 0
    for match in _SCALED.finditer(text):
        value, scale = _normal(match["figure"]), _scale(match)
        if len(value) > MAX_DIGITS:
            scale = unit = 0
        if scale:
            value = _plain(Decimal(value) * scale)
        # "2 млн 300 тыс.", "5 bin 300": the parts of one number stand behind each other.
        if unit and match.start() <= end + 1 and "." not in value and int(value) < unit:
            value = str(int(figures.pop()) + int(value))
        figures.append(value)
        end, unit = match.end(), scale if "." not in value else 0
    return figures


def _scale(match: re.Match[str]) -> int:
    return next((10**power for power in _UNITS if match[f"e{power}"]), 0)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


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
