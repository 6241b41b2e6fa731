"""How datelines begin. Data only."""

import re

# How datelines begin, most specific first; the match is cut off the first paragraph, the named
# group is the field. Places are in capitals or followed by a date, which ordinary sentences
# don't begin with.
_PLACE = r"[A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ][A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ’' -]{1,30}"
_CITY = r"[A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ][\w’'-]+(?: [A-ZÇĞİÖŞÜƏА-ЯЁ][\w’'-]+)?"
_DAY_MONTH = r"(?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}[ -][^\W\d_]{3,10}\.?|\d{1,2}\.\d{1,2}\.\d{4})"
_DASH = r"\s*[-–—]\s*"
DATELINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # ASTANA, Kazakhstan, September 18. — Trend, English
        rf"^(?P<dateline>{_PLACE}(?:, {_CITY})?, {_DAY_MONTH}\.?)(?:{_DASH}|\s+)(?=\S)",
        # БИШКЕК, 18-сен. — Sputnik.
        rf"^(?P<dateline>{_PLACE}, {_DAY_MONTH}{_DASH}Sputnik)[.,]\s*",
        # Baku, October 7, AZERTAC — no full stop
        rf"^(?P<dateline>{_CITY}, {_DAY_MONTH}, (?:AZERTAC|AZƏRTAC|АЗЕРТАДЖ))[.,]?(?:{_DASH}|\s+)",
        # ASTANA. KAZINFORM –   ·   АСТАНА. КАЗИНФОРМ -
        rf"^(?P<dateline>{_PLACE}\. (?:QAZINFORM|KAZINFORM|КАЗИНФОРМ|ҚазАқпарат)){_DASH}",
        # ANKARA (AA) –   ·   БАКУ /Trend/ -
        rf"^(?P<dateline>{_PLACE} (?:\([A-ZİА-Я]{{2,8}}\)|/[^/\n]{{2,12}}/)){_DASH}",
        # AKIPRESS.COM -
        rf"^(?P<dateline>AKIPRESS\.COM){_DASH}",
    )
)
