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
# Below an interview.
_TALKED = (
    r"(?:suhbatlashdi|tayyorladi|yozib oldi|суҳбатлашди|тайёрлади|ёзиб олди|маектешти|даярдады|"
    r"сұхбаттасты|әңгімелесті|дайындады|söhbətləşdi|hazırladı|söhbetdeş boldy|taýýarlady)"
)
_RECORDED = (
    r"(?i:беседовал[аи]?|записал[аи]?|подготовил[аи]?|интервью взял[аи]?|маектешкен|даярдаган|"
    r"сұхбаттасқан|әңгімелескен|дайындаған|söhbətləşdi|hazırladı|hazırlayan|röportaj|"
    r"suhbatdosh|tayyorladi|suhbatlashdi|суҳбатлашди|interviewed by|prepared by)"
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
        # Example Author suhbatlashdi.   ·   Беседовала Example Author
        rf"^\s*(?P<name>{_NAME})\s+{_TALKED}\.?\s*$",
        rf"^\s*{_RECORDED}\s*:?\s+(?P<name>{_NAME})\.?\s*$",
        # Example Author специальный корреспондент
        rf"^\s*(?P<name>{_NAME}),?\s+{_POST}\s*$",
    )
)
# A name alone on its line, when the line below says that it is an author's, or repeats it.
LONE_NAME = re.compile(rf"^\s*(?P<name>{_NAME}),?\s*$")
AUTHOR_BELOW = re.compile(rf"^\s*(?:Read more|Автор|Author|{_POST})\s*$", re.IGNORECASE)
# Bakı. Example Author - Trend:
IN_DATELINE = re.compile(rf"^\w+\. (?P<name>{_NAME})\s*[-–—]\s*(?:Trend|APA)\b")
