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
    r"корреспондент-редактор|журналист|редактор|correspondent|staff writer|journalist|editor|"
    r"саясаттанушы|саıasattanýshy|saıasattanýshy|тілші|кабарчы|muxbir|мухбир|jurnalist|muhabir|"
    r"gazeteci|müxbir)"
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
        # By Example Author   ·   Автор: …   ·   By Example Author, AZERNEWS   ·   By … - Trend:
        rf"^\s*{_LABEL}\s+(?P<name>{_NAME})"
        r"(?:(?:,|\s[-–—])\s*(?:AZERNEWS|AzerNEWS|Trend|Report|APA):?)?\s*$",
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
        rf"^\s*(?P<name>{_NAME}),?\s+(?i:{_POST})\s*$",
        # Example AUTHOR suhbatlashdi.
        rf"^\s*(?P<name>{_NAME})\s+(?:suhbatlashdi|суҳбатлашди|tayyorladi|тайёрлади|söhbətləşdi|"
        r"маектешти|даярдады|әңгімелесті|дайындаған)\.?\s*$",
    )
)
# A name alone on its line, when the line below says that it is an author's, or repeats it.
LONE_NAME = re.compile(rf"^\s*(?P<name>{_NAME}),?\s*$")
AUTHOR_ABOVE = re.compile(rf"^\s*{_LABEL}\s*$")
# A name below the text whose surname stands in capitals: "Example AUTHOR."
CAPITAL_SURNAME = re.compile(rf"^\s*(?P<name>[{_UPPER}][^\W\d_]+\s+[{_UPPER}’'‘ʻ-]{{3,}}),?\.?\s*$")
# What stands in names of sections and places, and in no person's.
NO_PERSON = re.compile(
    r"\b(?:news|world|asia|central|middle|east|west|north|south|caucasus|foreign|policy|politics|"
    r"top|latest|turkic|summit|organization|council|university|ministry|read|more|home|photo|"
    r"video|новости|мир|азия|кавказ|политика|тюркский|центральная|саммит|все|главн\w+|"
    r"türk|dünya\w*|haber\w*|siyaset|dış|xəbər\w*|siyasət|yaxın|orta|mərkəzi|zirvə|"
    r"дүйнө\w*|жаңылык\w*|саясат|әлем\w*|жаңалық\w*|қоғам|түркі|түрк|"
    r"dunyo|jahon|yangilik\w*|siyosat|жаҳон|янгилик\w*|сиёсат|ўзбекистон|"
    r"kazakhstan|kyrgyzstan|uzbekistan|azerbaijan|turkmenistan|türkiye|turkey|hungary)\b",
    re.IGNORECASE,
)
AUTHOR_BELOW = re.compile(
    rf"^\s*(?:Read more|Автор|Author|{_POST}|(?:\S+\s){{0,3}}(?:correspondent|müxbiri?|muhabiri?|"
    r"корреспондент|кабарчысы|тілшісі|muxbiri|мухбири))[.,]?\s*$",
    re.IGNORECASE,
)
# Bakı. Example Author - Trend:   ·   Бишкек, 12.09.25. /Example Author - Кабар/.
# ТАШКЕНТ, 12 мар — Sputnik, Example Author.   ·   АСТАНА. КАЗИНФОРМ /Example Author/ -
_WIRE = r"(?:Trend|APA|Кабар|Kabar|AKIpress|КирТАГ)"
IN_DATELINE: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[.,] |[./(]|\bBy )(?P<name>{_NAME})\s*[-–—]\s*{_WIRE}\b",
        rf"[/(](?P<name>{_NAME}),\s*{_WIRE}[/)]",
        r"\bSputnik, (?P<name>\w+ \w+)",
        rf"(?i:казинформ|kazinform|qazaqparat|қазақпарат) ?/(?P<name>{_NAME})/",
    )
)
