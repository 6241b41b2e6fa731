"""How pages print the writer's name. Data only."""

import re

_UPPER = "A-ZÀ-ÖØ-ÞŞĞİƏŁŐŰŇÝŽÄА-ЯЁЎҚҒҲӘІҢҮҰӨҺ"
_NAME = rf"[{_UPPER}][\w’'‘ʻ.-]*(?:\s+[{_UPPER}][\w’'‘ʻ.-]*){{1,2}}"
_LABEL = (
    r"(?i:by|author:?|автор:?|автору:?|авторы:?|yazar:?|müəllif:?|muallif:?|szerző:?|"
    r"haber:|avtor:?|муаллиф:?|текст:|хабарчы:?|тілші:?|muxbir:?|мухбир:?)"
)
_POST = (
    r"(?:специальный корреспондент|собственный корреспондент|корреспондент|обозреватель|"
    r"correspondent|staff writer|саясаттанушы|саıasattanýshy|тілші|кабарчы|muxbir|мухбир)"
)

# Lines that say who wrote the text, most telling first.
AUTHORS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # By Example Author   ·   Автор: …   ·   By Example Author, AZERNEWS
        rf"^\s*{_LABEL}\s+(?P<name>{_NAME})(?:,\s*(?:AZERNEWS|AzerNEWS|Trend|Report))?\s*$",
        # By Staff Report in International on 17 October 2022
        rf"^\s*By (?P<name>{_NAME}) in (?=[^.]{{3,60}}$)",
        # Example Author Read more
        rf"^\s*(?P<name>{_NAME})\s+Read more\s*$",
        # …, Бишкек - 24.kg , Example AUTHOR
        rf"24\.kg ?, (?P<name>{_NAME})\s*$",
        # Example Author, ЎзА.
        rf"^\s*(?P<name>{_NAME}),\s*(?:ЎзА|ӨзА|UzA|O[‘'ʻ’]zA)\.?\s*$",
        # Example Author специальный корреспондент
        rf"^\s*(?P<name>{_NAME}),?\s+{_POST}\s*$",
    )
)
# A name alone on its line, when the line below says that it is an author's, or repeats it.
LONE_NAME = re.compile(rf"^\s*(?P<name>{_NAME}),?\s*$")
AUTHOR_BELOW = re.compile(rf"^\s*(?:Read more|Автор|Author|{_POST})\s*$", re.IGNORECASE)
# Bakı. Example Author - Trend:
IN_DATELINE = re.compile(rf"^\w+\. (?P<name>{_NAME})\s*[-–—]\s*(?:Trend|APA)\b")
