"""How datelines begin, most specific first. Data only.

The match is cut off the first paragraph, the group "dateline" is the field.
"""

import re

# Every upper-case letter of the scripts we read: Latin with all its accents, and Cyrillic.
_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
_CAPITALS = rf"[{_UPPER}][{_UPPER}’'ʻ‘ -]{{1,30}}"
_TOWN = rf"[{_UPPER}][\w’'ʻ‘-]+(?: [{_UPPER}][\w’'ʻ‘-]+){{0,2}}"
_NUMERIC = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)\b"
_DAY_MONTH = rf"(?:[^\W\d_]{{3,10}}\.? \d{{1,2}}|\d{{1,2}}\.?[ -][^\W\d_]{{3,10}}\.?|{_NUMERIC})"
_DASH = r"\s*[-–—]{1,2}\s*"
# What follows begins a sentence, be it in quotation marks.
_SENTENCE = rf"(?=[\"«“„'‘(]?[{_UPPER}\d])"
_NEWS_AGENCY = r"(?:Sputnik|РИА Новости|Спутник|ТАСС|TASS|Interfax|Интерфакс)"

# Towns (and the capital letters they stand in) that open a text with a bare dash behind them;
# any other word in capitals there is as likely an abbreviation ("ЮНЕСКО – …").
_TOWNS = (
    "astana|nur-sultan|almaty|shymkent|turkistan|aktau|bishkek|osh|ankara|istanbul|konya|bursa|"
    "baku|bakı|shusha|gabala|ganja|tashkent|toshkent|samarkand|samarqand|bukhara|khiva|ashgabat|"
    "awaza|budapest|moscow|washington|brussels|new york|geneva|vienna|london|beijing|dubai|"
    "астана|нур-султан|нұр-сұлтан|алматы|шымкент|туркестан|түркістан|бишкек|ош|чолпон-ата|анкара|"
    "стамбул|баку|шуша|габала|ташкент|тошкент|самарканд|самарқанд|бухара|хива|ашхабад|ашгабат|"
    "аваза|будапешт|москва|вашингтон|нью-йорк"
)

DATELINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # БИШКЕК, 18-сен. — Sputnik.   ·   БИШКЕК, 23 ноя – РИА Новости.
        rf"^(?P<dateline>{_TOWN}, {_DAY_MONTH}{_DASH}{_NEWS_AGENCY})[.,]\s*",
        # Baku, October 7, AZERTAC — no full stop   ·   Bakı, 7 oktyabr, AZƏRTAC
        rf"^(?P<dateline>{_TOWN}, {_DAY_MONTH}, (?:AZERTAC|AZƏRTAC|AZERTAG|АЗЕРТАДЖ))"
        rf"[.,]?(?:{_DASH}|\s+)",
        # Baku. 4 September. REPORT.AZ/   ·   Бишкек. 31-октябрь. КирТАГ -
        rf"^(?P<dateline>{_TOWN}[.,] {_DAY_MONTH}[.,]? [{_UPPER}][\w.]{{2,15}})(?:/\s*|{_DASH})"
        rf"{_SENTENCE}",
        # Бишкек, 12.09.25. /Кабар/.   ·   БИШКЕК, 12-сентябрь (Кабар) -
        rf"^(?P<dateline>(?:{_CAPITALS}|{_TOWN}), {_DAY_MONTH}\.? ?(?:/[^/\n]{{2,15}}/|"
        rf"\([^()\n]{{2,20}}\)))[.:]?(?:{_DASH}|\s+){_SENTENCE}",
        # Astana, 20 December 2022 (TDI):
        rf"^(?P<dateline>{_TOWN}, {_DAY_MONTH},? \d{{4}} \([^()\n]{{2,20}}\))\s*[:–—-]\s*"
        rf"{_SENTENCE}",
        # Баку/15.10.19/Turan:
        rf"^(?P<dateline>{_TOWN}/{_NUMERIC}/[\w ]{{2,15}}):\s*",
        # ASTANA, Kazakhstan, September 18. — Trend, English
        rf"^(?P<dateline>{_CAPITALS}(?:, {_TOWN})?, {_DAY_MONTH}\.?)(?:{_DASH}|\s+){_SENTENCE}",
        # Бишкек, "Ынтымак Ордо", 18 сентября –
        rf"^(?P<dateline>{_TOWN},(?: [^,.\n]{{2,40}},)? {_DAY_MONTH})\s+[-–—]\s*{_SENTENCE}",
        # ASTANA. KAZINFORM –   ·   АСТАНА. КАЗИНФОРМ -   ·   SAMARKAND. KAZINFORM The …
        rf"^(?P<dateline>{_CAPITALS}\. (?:QAZINFORM|KAZINFORM|Kazinform|КАЗИНФОРМ|Казинформ|"
        rf"ҚазАқпарат|QazAqparat|ҚАЗАҚПАРАТ|QAZAQPARAT)(?:/[^/\n]{{2,20}}/)?)"
        rf"(?:{_DASH}|\s+{_SENTENCE})",
        # ANKARA (AA) –   ·   БАКУ /Trend/ -   ·   ГАБАЛА/Trend/ -
        rf"^(?P<dateline>{_CAPITALS} ?(?:\([^()\n]{{2,20}}\)|/ ?[^/\n]{{2,12}}/)){_DASH}",
        # Ташкент, Узбекистан (UzDaily.uz) --
        rf"^(?P<dateline>{_TOWN}(?:, {_TOWN})? \([\w.]{{2,20}}\))\s*[-–—]{{1,2}}\s*{_SENTENCE}",
        # (ANKARA) -
        rf"^(?P<dateline>\({_CAPITALS}\)){_DASH}",
        # Бишкек, "САЯСАТ.KG".
        rf"^(?P<dateline>{_TOWN}, [\"«“][{_UPPER}.]{{3,20}}[\"»”])\.\s+",
        # Bakı. Example Author - Trend:   ·   Baku. Example Author – APA.
        rf"^(?P<dateline>{_TOWN}\.(?: {_TOWN}{_DASH})? ?(?:Trend|APA))(?::|(?<=APA)\.)(?:\s+|$)",
        # BAKU, Azerbaijan, Nov. 11   ·   ASTANA, September 18: alone on the line
        rf"^(?P<dateline>(?:(?:{_CAPITALS}|{_TOWN}), {_TOWN}|(?i:{_TOWNS})), {_DAY_MONTH}\.?)\s*$",
        # AKIPRESS.COM -
        rf"^(?P<dateline>AKIPRESS\.COM){_DASH}",
        # ASTANA –
        rf"^(?P<dateline>(?=[{_UPPER}’' -]+\s?[-–—])(?i:{_TOWNS}))\s+[-–—]{{1,2}}\s*{_SENTENCE}",
    )
)
