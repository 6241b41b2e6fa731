"""Dates as texts print them: in figures, and in words with the case endings of nine languages.

Reads dates only; which of them is the article's own is decided where its line is read.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale

from ots_desk.text import fold

# Twelve stems per language, January first; "|" parts variants. Stems follow CLDR's month names
# (a test reads all of those).
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "ru": "январ феврал март апрел ма(?=[йяюе]) июн июл август сентябр октябр ноябр декабр",
    "ky": "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе[кг] қазан қараша желтоқсан",
    "tr": "ocak|ocağ şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık|aralığ",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sent(?:y|)abr okt(?:y|)abr noyabr dekabr",
    "hu": "január február március április május június július augusztus szeptember október "
    "november december",
    "tk": "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
}

# Names that take no endings: abbreviations as outlets print them, Kazakh in two Latin spellings,
# the months of the Kyrgyz folk calendar ("14 Жалган куран 2022" on Kyrgyz sites).
BARE_MONTHS = (
    "jan feb mar apr may jun jul aug sept? oct nov dec",
    "янв фев мар апр май июн июл авг сент? окт ноя? дек",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "yan fev mar apr may iyn iyl avq|avg sen okt noy dek",
    "ýan few mar apr maý iýn iýl awg sen okt noý dek",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "qańtar|qantar aqpan naýryz|nauryz sáýir|säuır mamyr maýsym|mausym shilde|şılde tamyz "
    "qyrkúıek|qyrküiek qazan qarasha|qaraşa jeltoqsan",
    "үчтүн\\sайы бирдин\\sайы жалган\\sкуран чын\\sкуран бугу кулжа теке баш\\sоона аяк\\sоона "
    "тогуздун\\sайы жетинин\\sайы бештин\\sайы",
)

# What may follow a stem. Agglutinating languages stack endings; six letters hold the longest
# seen ("қыркүйегінде", "sentyabrındakı"). The first letters keep "март" from eating "мартышка".
ENDINGS = {
    "en": "",
    "ru": "(?:ь|я|е|ю|ем|ём|й|а|у|ом)?",
    "ky": "(?:ь?(?:[дтгкн][^\\W\\d_]{0,5}|[ыиуү](?:н[^\\W\\d_]{0,4})?)|ь)?",
    "kk": "(?:[дтнғгқкыіе][^\\W\\d_]{0,6})?",
    "tr": "(?:['’ʼ]?[dtnyeaıiuügk][^\\W\\d_]{0,5})?",
    "az": "(?:['’ʼ]?[dtnyeəaıiuügk][^\\W\\d_]{0,5})?",
    "uz": "(?:[dngqki][^\\W\\d_]{0,5})?",
    "hu": "(?:[ibtnáéa][^\\W\\d_]{0,5})?",
    "tk": "(?:[dynikgu][^\\W\\d_]{0,5})?",
}

# "3rd", "3-го", "12-нчи", "12'si", and the hyphen of "12-сентябрь".
_ORDINAL = (
    "(?:st|nd|rd|th|-?(?:го|е|ші|шы|чи|чы|чу|чү|нчи|нчы|нчу|нчү|inchi|nchi|"
    "nji|njy|ci|cı|cu|cü|si|ne|nde|nda|də|da|de)\\b)?"
)
# "2025 жылғы", "2025-жылдын", "2025-yil", "2025-ci il", "2025 йил", "2025."
_YEAR_WORD = (
    "(?:\\s?[-–]?\\s?(?:(?:ci|cı|cu|cü|nji|njy)\\s+)?"
    "(?:жыл|йил|yil|il|ýyl|yıl|ж\\.)[^\\W\\d_]{0,5}|\\.)?,?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<![\d.,:/])(?P<day>[0-3]?\d)(?![\d:])"
_TWO_DIGITS = r"(?P<number>[01]\d)[.](?P<short>[0-4]\d)(?!\.?\d)"
_DIGITS = re.compile(r"\d+")
# "2025-жылдын …", "Тогуздун айынын 12си": the longest between a digit and a date's other end.
_REACH = 40
_WORD = re.compile(r"[^\W\d_]+")
# "2/19/2024 10:15 AM": pages that count hours to twelve put the month first.
_US_CLOCK = re.compile(r"\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M\b", re.IGNORECASE)
# Dates in figures alone, the most telling form first.
_IN_FIGURES = (
    rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    rf"{_DAY}[./-](?P<number>[0-3]?\d)[./-]{_YEAR}",
    rf"(?<!\d){_YEAR}[./]\s?(?P<number>[01]\d)[./]\s?(?P<day>[0-3]\d)\b",
    rf"(?<![\d/]){_YEAR}/(?P<number>1?\d)/(?P<day>[1-3]?\d)(?![\d/])",
    r"(?<![\d/])(?P<day>[0-3]\d)/(?P<number>[01]\d)/(?P<short>[0-4]\d)(?![\d/])",
    rf"(?<![\d.,:/])(?P<day>[0-3]\d)[.]{_TWO_DIGITS}",
    rf"(?<![\d.,:/])(?P<day>[0-3]\d) (?P<number>[01]\d) {_YEAR}",
)
_FIRST_LETTERS = re.compile(r"(?<![^\s|])[^\W\d_]{2,3}")
_BEFORE_WORD = r"(?<![^\W_])"


@dataclass(frozen=True)
class FoundDate:
    """A date read in a text: its parts, where it stands, and whether the year is inferred.

    `day` is None for a month of a year.
    """

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    inferred: bool = False

    @property
    def value(self) -> str | None:
        """The ISO date, or None while the year is unknown."""
        if self.year is None:
            return None
        if self.day is None:
            return f"{self.year}-{self.month:02}"
        return date(self.year, self.month, self.day).isoformat()


def find_dates(text: str, as_of: date | None = None) -> list[FoundDate]:
    """Return the dates with a day and a month that `text` prints, in order.

    A date without a year gets the latest year in which it isn't after `as_of`, marked as
    inferred; without `as_of` its year stays None. Impossible dates are left out.
    """
    found: list[FoundDate] = []
    for start, end in _around_digits(text):
        patterns = (
            _patterns() if _may_name_month(text[start:end]) else _patterns()[: len(_IN_FIGURES)]
        )
        for pattern in patterns:
            for match in pattern.finditer(text, start, end):
                read = _read(match, as_of)
                if read and not any(_overlap(read, other) for other in found):
                    found.append(read)
    return sorted(found, key=lambda one: one.start)


def find_months(text: str) -> list[FoundDate]:
    """Return the months of a year that `text` prints: "September 2025", "2025-жылдын сентябры"."""
    matches = (match for pattern in _month_patterns() for match in pattern.finditer(text))
    return [
        FoundDate(int(match["year"]), _named_month(match.groupdict()), None, *match.span())
        for match in matches
    ]


def _may_name_month(text: str) -> bool:
    """Names of months, in any of nine languages, are slow to look for; most figures have none."""
    beginnings = _beginnings_of_months()
    words = _WORD.findall(fold(text))
    return any(word[:2] in beginnings or word[:3] in beginnings for word in words)


@lru_cache(maxsize=1)
def _beginnings_of_months() -> frozenset[str]:
    """Two or three letters, as far as an expression begins with letters."""
    tables = " ".join([*MONTHS.values(), *BARE_MONTHS])
    return frozenset(fold(name) for name in _FIRST_LETTERS.findall(tables))


def _around_digits(text: str) -> list[tuple[int, int]]:
    """The stretches that can hold a date: no part of one is further from a digit than its month's
    name is long. Long texts are mostly words."""
    stretches: list[tuple[int, int]] = []
    for digits in _DIGITS.finditer(text):
        start, end = max(digits.start() - _REACH, 0), digits.end() + _REACH
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, min(end, len(text))))
    return stretches


def is_date_heading(text: str) -> bool:
    """True when a line is a day and its weekday and nothing else: "18 December, Thursday"."""
    if not weekdays().intersection(_WORD.findall(fold(text))):
        return False
    dates = find_dates(text)
    if len(dates) != 1:
        return False
    rest = text[: dates[0].start] + " " + text[dates[0].end :]
    return fold(rest).strip(" ,.-|") in weekdays()


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Return the folded names of the weekdays in all languages, from CLDR."""
    return frozenset(
        fold(name)
        for language in MONTHS
        for context in Locale(language).days.values()
        for name in context["wide"].values()
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The orders in which dates are printed, the most telling first."""
    month = _month()
    sources = (
        *_IN_FIGURES,
        rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{_DAY}{_ORDINAL}[-\s.]\s?{month}",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{month}\s{_DAY}{_ORDINAL}",
        rf"{_DAY}{_ORDINAL}\.?[-\s]\s?(?:of\s)?{month}\s?,?\s{_YEAR}",
        rf"{_DAY}[./]{month}[./]?{_YEAR}",
        rf"{month}\s{_DAY}{_ORDINAL}\s?,?\s{_YEAR}",
        rf"{_DAY}{_ORDINAL}\.?[-\s]\s?(?:of\s)?{month}",
        rf"{month}\s{_DAY}{_ORDINAL}",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


@lru_cache(maxsize=1)
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    sources = (
        rf"(?<!\d\s){_month()},?\s{_YEAR}",
        rf"(?<!\d){_YEAR}{_YEAR_WORD}\s{_month()}(?!\s\d)",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _month() -> str:
    return f"{_BEFORE_WORD}(?:{_month_groups()})(?![^\\W_])\\.?"


def _month_groups() -> str:
    """One named group per month, with that month's names in every language."""
    bare = [table.split() for table in BARE_MONTHS]
    groups = []
    for index in range(12):
        names = [f"(?:{MONTHS[lang].split()[index]}){ENDINGS[lang]}" for lang in MONTHS]
        names += [table[index] for table in bare]
        groups.append(f"(?P<m{index + 1}>{'|'.join(names)})")
    return "|".join(groups)


def _read(match: re.Match[str], as_of: date | None) -> FoundDate | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _named_month(parts)
    day = int(parts["day"])
    if parts.get("number") and _is_month_first(match, day, month):
        day, month = month, day
    year = _printed_year(parts)
    inferred = year is None and as_of is not None
    if year is None and as_of is not None:
        year = _latest_year(month, day, as_of)
    if not _exists(year or 2000, month, day):  # 2000 is a leap year: 29 February may be meant
        return None
    return FoundDate(year, month, day, match.start(), match.end(), inferred)


def _is_month_first(match: re.Match[str], first: int, second: int) -> bool:
    """Only where slashes part the figures, and the day can't be first or the clock is of twelve."""
    if "/" not in match[0] or first > 12:
        return False
    return second > 12 or bool(_US_CLOCK.match(match.string, match.end()))


def _printed_year(parts: dict[str, str | None]) -> int | None:
    if parts.get("short"):
        return 2000 + int(str(parts["short"]))
    return int(str(parts["year"])) if parts.get("year") else None


def _named_month(parts: dict[str, str | None]) -> int:
    return next(number for number in range(1, 13) if parts[f"m{number}"])


def _latest_year(month: int, day: int, as_of: date) -> int | None:
    """A leap day may lie up to eight years back (1904 follows 1896)."""
    for year in range(as_of.year, as_of.year - 9, -1):
        if _exists(year, month, day) and date(year, month, day) <= as_of:
            return year
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _overlap(one: FoundDate, other: FoundDate) -> bool:
    return one.start < other.end and other.start < one.end
