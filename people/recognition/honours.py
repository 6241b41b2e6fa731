"""Streets, schools, prizes and sons that bear a person's name: they are named, the person is not.

Words by language, as they stand before or behind the name.
"""

import re

from people.recognition.lookup import Match
from people.recognition.russian import GENITIVE
from people.recognition.words import Words

# Behind the name: "Nazarbayev University", "Heydər Əliyev adına", "Назарбаев Университеті".
_BEHIND = re.compile(
    r"universit\w*|center|centre|avenue|street|square|airport|stadium|foundation|museum|park|"
    r"boulevard|library|institute|academy|lyceum|school|prize|award|medal|cup|bridge|hospital|"
    r"university|üniversitesi\w*|universitesi\w*|caddesi\w*|bulvari\w*|meydani\w*|havaliman\w*|"
    r"stadyumu\w*|vakfi\w*|merkezi\w*|muzesi\w*|kutuphanesi\w*|koprusu\w*|lisesi\w*|odulu\w*|"
    r"parki\w*|adina|adini|adindaki|adli|prospekti\w*|kucesi\w*|aeroportu\w*|fondu\w*|"
    r"mərkəzi\w*|universiteti\w*|muzeyi\w*|"
    r"университеті\w*|университети\w*|даңғылы\w*|көшесі\w*|көчөсү\w*|проспекті\w*|проспекти\w*|"
    r"атындағы|атындагы|әуежайы\w*|аэропорту\w*|қоры|фонду|орталығы|борбору|музейі|музейи|"
    r"алаңы|аянты|паркі|nomidagi|nomli|номидаги|номли|kochasi\w*|"
    r"maydoni\w*|xiyoboni\w*|jamgarmasi\w*|markazi\w*|"
    r"университет|центр|проспект|фонд|аэропорт|стадион"
)
# Before it, in the genitive: "имени Назарбаева", "проспект Абая".
_BEFORE = re.compile(
    r"имени|им|улиц\w*|ул|проспект\w*|пр|площад\w*|аэропорт\w*|фонд\w*|преми\w+|куб(?:ок|ка|ке)|"
    r"университет\w*|академи\w+|школ\w+|центр\w*|музе\w+|стадион\w*|медал\w+"
)
# "От имени Токаева" is on his behalf, "по имени" by his name.
_ON_BEHALF = frozenset({"от", "по"})
# A father and a son, or kings: "Sadyr Japarov Jr.", "Садыр Жапаров-младший".
_GENERATION = re.compile(
    r"[,\s]{0,2}[-‐‑–]?\s?(?:jnr|jr|sr|junior|senior|младш\w+|старш\w+|мл\.|ii|iii|iv)(?!\w)", re.I
)
_NAMED_AFTER = frozenset({"named after", "named for"})
_SPACES = " \u00a0\n"


def is_named_after(match: Match, words: Words) -> bool:
    """Do the words beside a person's name make it the name of something else?"""
    if _stands_behind(words, match.last + 1) or _is_namesake_of(words, match.first - 1):
        return True
    return bool(match.base.cases & GENITIVE) and _stands_before(words, match.first - 1)


def is_of_another_generation(match: Match, text: str) -> bool:
    """Does the word behind the name tell its bearer from a father or a son of that name?"""
    return _GENERATION.match(text, match.end) is not None


def _stands_behind(words: Words, place: int) -> bool:
    if place >= len(words) or words.gaps[place].strip(_SPACES):
        return False
    return _BEHIND.fullmatch(words.key(place)) is not None


def _stands_before(words: Words, place: int) -> bool:
    if place < 0 or words.gaps[place + 1].strip(_SPACES + "."):
        return False
    if words.key(place) == "имени" and place > 0 and words.key(place - 1) in _ON_BEHALF:
        return False
    return _BEFORE.fullmatch(words.key(place)) is not None


def _is_namesake_of(words: Words, place: int) -> bool:
    """ "A boat named after Nursultan Nazarbayev"."""
    return place > 0 and f"{words.key(place - 1)} {words.key(place)}" in _NAMED_AFTER
