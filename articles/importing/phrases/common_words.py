"""The commonest words of the languages that most texts come in. Data only.

Each with the share of a text's words that they make up at least, and letters that rule the
language out. News in any other language stays far below these shares.
"""

_ENGLISH = "the of and to in for on with that as by was from will its have are"
_RUSSIAN = "и в на с по что о для не из как к от он его также это был при за"
_NOT_RUSSIAN = "іўїєґқғұәһңөүҳӯҷӣђћљњјѓќџ"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON_WORDS: dict[str, tuple[frozenset[str], float, frozenset[str]]] = {
    "en": (_words(_ENGLISH), 0.16, frozenset("őű")),
    "ru": (_words(_RUSSIAN), 0.12, frozenset(_NOT_RUSSIAN)),
}
