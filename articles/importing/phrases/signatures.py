"""How texts are signed, and what re-publishers print before them. Data only."""

import re

# A syndicator's mark before the lead.   (MENAFN- Trend News Agency)   ·   By Trend
SYNDICATOR = re.compile(
    r"^\s*(?:\(?MENAFN\s?-\s?[^()\n]{2,40}\)|By (?:Trend|Azernews|AzerNews|AzerNEWS|Report|APA)"
    r"\b(?!['’]))[\s.:]*"
)

_NAME = r"(?:[^\W\d_][\w’'ʻ‘.-]+ ){0,3}[^\W\d_][\w’'ʻ‘.-]+"
_SITE = (
    r"[\w-]{2,30}(?:\.[\w-]{2,30})?\."
    r"(?i:az|kz|kg|uz|tm|tr|ru|hu|com|net|org|info|media|news)"
)
_INITIALS = r"\([^\W\d_]{2,3}\)"
_AGENCY = (
    r"ЎзА|ӨзА|UzA|O[‘'ʻ’]zA|AKIPRESS\.COM|Hibya Haber Ajansı|İHA|DHA|Anadolu Ajansı|"
    r"Кабар агенттиги|ҚазАқпарат|МТА|MTI"
)

# A line that says whose the text is, and nothing else.
SIGNATURE = re.compile(
    rf"^(?:///\s?nCa\b.{{0,40}}|(?:{_NAME},\s*)?(?:{_AGENCY})\.?|{_SITE}\.?|{_INITIALS}|"
    r"©\s?(?:content|materials?|information|all)\b.{10,100}\.|"
    r"©\s?(?=.{0,80}$)(?!.*(?:фото|photo|foto)).*(?:\d{4}|media|права|rights|saklıdır|qorunur).*|"
    r"[«“\"][^»”\"\s]{3,30}[»”\"]\.|MENAFN\d{10,}ID\d+|"
    r"(?:\S+ ){1,3}(?:хабар маркази|таржимаси)\.?|"
    r"(?:Источник|Source|Манба|Manba|Mənbə|Kaynak|Булагы|Булак|Дереккөз|Çeşme|"
    r"Ссылка на (?:новость|источник))\s?:\s?\S.{0,100})$",
    re.IGNORECASE,
)

# The same behind a text's last sentence, on its line.
#   … yapıldı. - GEBELE   ·   … visits. ///nCa, 27 March 2024   ·   … кабарланган. (BCh)
GLUED_SIGNATURE = re.compile(
    r"(?<=[.!?…\"”»’)])(?<![^.!?…][\"”»’)])\s*(?:"
    r"///\s?nCa\b.{0,40}|\s[-–]\s[A-ZÇĞİÖŞÜ]{3,20}(?:/[A-ZÇĞİÖŞÜ]{3,20})?|"
    rf"\s\([A-ZА-Я][A-Za-zА-Яа-я]{{1,3}}\)\.?|\s(?:{_AGENCY})\.?|\s{_SITE}|"
    r"\s[A-Z]{4,}\d+[A-Z]*)$"
)
