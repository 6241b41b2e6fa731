"""Marks by which an outlet says that a text is a later version of one that it printed before.

Only finds them; whether there is such a text is `answers`.
"""

import re
from collections.abc import Iterator, Mapping

from articles.importing.phrases.titles import VERSION_MARK

from .evidence import lines_of

# In brackets, or as a line or the end of a headline of its own, however it is capitalised.
_WORDS = (
    r"(?:updated?(?: version)?|update[\s-]*\d|corrected|добавлено|обновлен[оаы]?|обновление|"
    r"дополнен[оа]?|уточнено|güncellendi|güncelleme|yenilendi|yenilənib|"
    r"əlavə olunub|yeniləndi|жаңартылды|жаңыртылды|толықтырылды|толукталды|жаңарды|"
    r"yangilandi|toʻldirildi|to'ldirildi|янгиланди|frissítve|täzelendi)(?:[\s-]*\d)?"
)
_MARK = re.compile(rf"[(\[]\s*{_WORDS}\s*[)\]]|^\W*{_WORDS}\W*$|[-–—|]\s*{_WORDS}\W*$", re.I)
# A mark stands at the head or the foot, on a line of its own or in the headline.
MAX_CHARS = 80
HEAD_LINES = 3


def update_mark_of(article: Mapping) -> str:
    """Return the mark that says that an article is a later version, as printed; empty if none.

    `version_mark`, where the article has it, is what the importer took for one.
    """
    if article.get("version_mark"):
        return article["version_mark"]
    matches = (_match(line) for line in _places(article))
    return next((match[0].strip() for match in matches if match), "")


def _places(article: Mapping) -> Iterator[str]:
    yield article.get("title") or ""
    lines = lines_of(article.get("body") or "")
    yield from (line for line in [*lines[:HEAD_LINES], *lines[-1:]] if len(line) <= MAX_CHARS)


def _match(line: str) -> re.Match | None:
    line = line.replace("İ", "i")
    return _MARK.search(line) or VERSION_MARK.search(line)
