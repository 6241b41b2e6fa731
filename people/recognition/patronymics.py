"""Patronymics, which come and go between a given name and a surname without changing who is meant.

Only their endings: "Садыр Нургожоевич Жапаров" is Садыр Жапаров. Not the same as a middle name.
"""

import re

# Slavic ones decline in Russian; Turkic ones are a word with "son" or "daughter" joined to it.
_PATRONYMIC = re.compile(
    r"\w{2,}(?:"
    r"(?:ов|ев|ь|и)ич(?:а|у|ем|е)?|(?:ов|ев|ич)н(?:а|ы|е|у|ой)|(?:ov|ev)ich|(?:ov|ev)na"
    r"|(?:ow|ew|ov|ev)ic|ұлы|қызы|уулу|кызы|улы|uulu|kyzy|uly|ogly|oglu|qizi|kizi|ogli"
    r")"
)


def is_patronymic(key: str) -> bool:
    """Does a folded word look like a patronymic?"""
    return _PATRONYMIC.fullmatch(key) is not None
