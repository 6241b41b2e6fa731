"""What a text says, apart from how it is set: when two versions of it say other things.

Pure. Credit, outlet, dates and public use are about the text and no part of what it says.
"""

import re
import unicodedata
from collections.abc import Mapping

from ots_desk.text import APOSTROPHES

# The fields that say something.
SAYING = ("headline", "deck", "body", "caption")

_SIGNS = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys("«»“”„‟‹›", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
# "слово , слово" and "слово, слово" differ in white space only.
_AROUND_SIGNS = re.compile(r"\s*([^\w\s])\s*")


def words_of(text) -> dict[str, str]:
    """What `text` says now, field by field."""
    return {name: getattr(text, name) for name in SAYING}


def saying_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The fields that say something else; white space and typography alone don't count.

    >>> saying_otherwise({"body": "«Да» - так."}, {"body": "“Да” — так."})
    []
    """
    return [name for name in SAYING if _bare(before.get(name)) != _bare(after.get(name))]


def _bare(words: str | None) -> str:
    words = unicodedata.normalize("NFKC", words or "").translate(_SIGNS)
    visible = "".join(sign for sign in words if unicodedata.category(sign) != "Cf")
    return " ".join(_AROUND_SIGNS.sub(r"\1", visible).split())
