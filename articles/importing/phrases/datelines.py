"""How datelines begin, most specific first. Data only.

The match is cut off the first paragraph, the group "dateline" is the field.
"""

import re

# Every upper-case letter of the scripts we read: Latin with all its accents, and Cyrillic.
_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
_CAPITALS = rf"[{_UPPER}][{_UPPER}’'ʻ‘ -]{{1,30}}"
_TOWN = rf"[{_UPPER}][\w’'ʻ‘-]+(?: [{_UPPER}][\w’'ʻ‘-]+){{0,2}}"
_NUMERIC = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)\b"
_DAY_MONTH = (
    rf"(?:[^\W\d_]{{3,10}}\.? \d{{1,2}}|"
    rf"\d{{1,2}}(?:\.|-[^\W\d_]{{2,4}})?[ -][^\W\d_]{{3,10}}\.?|{_NUMERIC})"
)
_DASH = r"\s*[-–—]{1,2}\s*"
# What follows begins a sentence, be it in quotation marks.
_SENTENCE = rf"(?=[\"«“„'‘(]?[{_UPPER}\d])"
_NEWS_AGENCY = r"(?:Sputnik|РИА Новости|Спутник|ТАСС|TASS|Interfax|Интерфакс)"
# Agencies whose name ends a dateline with a full stop or a line break alone behind it.
_WIRE = (
    r"(?:24\.kg|APA|АПА|Kabar|Кабар|КирТАГ|UzA|УзА|ЎзА|O[‘'ʻ’]zA|TDH|ТДХ|REPORT\.AZ|Report|"
    r"Turan|Туран)"
)

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
        # ТАШКЕНТ, 12 мар — Sputnik, Example Author.
        rf"^(?P<dateline>{_TOWN}, {_DAY_MONTH}{_DASH}{_NEWS_AGENCY}"
        rf"(?:, [{_UPPER}]\w+ [{_UPPER}]\w+(?=\.\s))?)[.,]\s*",
        # Baku, October 7, AZERTAC — no full stop   ·   Bakı, 7 oktyabr, AZƏRTAC
        rf"^(?P<dateline>{_TOWN}, {_DAY_MONTH}, (?:AZERTAC|AZƏRTAC|AZERTAG|АЗЕРТАДЖ))"
        rf"[.,]?(?:{_DASH}|\s+)",
        # Baku. 4 September. REPORT.AZ/   ·   Бишкек. 31-октябрь. КирТАГ -
        # Баку. 12 марта. Интерфакс-Азербайджан -   ·   Астана. 12 марта. Kazakhstan Today -
        rf"^(?P<dateline>{_TOWN}[.,] {_DAY_MONTH}[.,]? [{_UPPER}][\w.]{{2,15}}"
        rf"(?:[ -][\w.]{{3,15}})?)(?:/\s*|{_DASH})"
        rf"{_SENTENCE}",
        # Ташкент, 12 марта. УзА.   ·   Bakı. 12 mart. APA, alone on the line
        rf"^(?P<dateline>(?:{_CAPITALS}|{_TOWN})[.,] {_DAY_MONTH}[.,]? {_WIRE})"
        rf"(?:[.:]\s+{_SENTENCE}|\.?\s*$)",
        # Бишкек, 12.09.25. /Кабар/.   ·   БИШКЕК, 12-сентябрь (Кабар) -
        # Бишкек, 12.09.25. /Example Author - Кабар/.
        rf"^(?P<dateline>(?:{_CAPITALS}|{_TOWN}),? {_DAY_MONTH}(?:, \d{{4}})?\.?,? ?"
        rf"(?:/[^/\n]{{2,50}}/|\([^()\n]{{2,50}}\)))[.:]?(?:{_DASH}|\s+){_SENTENCE}",
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
        # АСТАНА. 12 марта. КАЗИНФОРМ /Example Author/ -
        rf"^(?P<dateline>{_CAPITALS}\. (?:{_DAY_MONTH}\. ?)?"
        r"(?:QAZINFORM|KAZINFORM|Kazinform|КАЗИНФОРМ|Казинформ|ҚазАқпарат|QazAqparat|ҚАЗАҚПАРАТ|"
        r"QAZAQPARAT)(?: ?/[^/\n]{2,30}/)?)"
        rf"(?:{_DASH}|\.?\s+{_SENTENCE})",
        # ANKARA (AA) –   ·   БАКУ /Trend/ -   ·   ГАБАЛА/Trend/ -
        rf"^(?P<dateline>{_CAPITALS} ?(?:\([^()\n]{{2,20}}\)|/ ?[^/\n]{{2,12}}/)){_DASH}",
        # БИШКЕК (АКИpress). The …   ·   Баку. /Example Author - Trend/.
        rf"^(?P<dateline>(?i:{_TOWNS})\.? (?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/))[.:]\s+"
        rf"{_SENTENCE}",
        # Budapest, 2021. március 12., péntek (MTI) -
        rf"^(?P<dateline>{_TOWN}, \d{{4}}\. [^\W\d_]{{3,10}} \d{{1,2}}\.(?:, [^\W\d_]{{4,9}})?"
        rf" \([^()\n]{{2,20}}\))\s*[-–—]\s*{_SENTENCE}",
        # Ташкент, Узбекистан (UzDaily.uz) --
        rf"^(?P<dateline>{_TOWN}(?:, {_TOWN})? \([\w.]{{2,20}}\))\s*[-–—]{{1,2}}\s*{_SENTENCE}",
        # (ANKARA) -
        rf"^(?P<dateline>\({_CAPITALS}\)){_DASH}",
        # Бишкек, "САЯСАТ.KG".
        rf"^(?P<dateline>{_TOWN}, [\"«“][{_UPPER}.]{{3,20}}[\"»”])\.\s+",
        # Bakı. Example Author - Trend:   ·   Baku, Azerbaijan, March 12. Example Author - Trend:
        rf"^(?P<dateline>(?:{_CAPITALS}|{_TOWN})(?:, {_TOWN})?[.,](?: {_DAY_MONTH}[.,]?)?"
        rf"(?: (?:By )?{_TOWN}{_DASH})? ?(?:Trend|APA(?=\.\s)))[:.](?:\s+|$)",
        # BAKU, Azerbaijan, Nov. 11   ·   ASTANA, September 18: alone on the line
        rf"^(?P<dateline>(?:(?:{_CAPITALS}|{_TOWN}), {_TOWN}|(?i:{_TOWNS})), {_DAY_MONTH}\.?)\s*$",
        # AKIPRESS.COM -
        rf"^(?P<dateline>AKIPRESS\.COM){_DASH}",
        # ASTANA –
        rf"^(?P<dateline>(?=[{_UPPER}’' -]+\s?[-–—])(?i:{_TOWNS}))\s+[-–—]{{1,2}}\s*{_SENTENCE}",
    )
)
