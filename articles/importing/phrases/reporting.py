"""Frames in which a text names its reporter, around an outlet's name. Data only.

`{name} reports`, `передает {name}`, `{name}-ə istinadən`: the words before and after the name, by
language. Names and domains of outlets are reference data; to teach the desk a new frame, add
its words here.
"""

import re

# A case ending after a name: "AZƏRTAC-a", "AA'ya", "Kun.uzga", "Казинформа".
ENDING = (
    r"(?:[»”\"][^\W\d_]{1,5}(?=\s)|"
    r"[»”\"'’]?(?:[-’'ʻ‘`][^\W\d_]{1,6}|ga|dan|ning|[а-яёәіңғүұқөһ]{1,5})?[»”\"]?)"
)

_FEW = r"(?:[^\s,.:;!?]+\s+)"  # a word between the verb and the name

_SMALL = r"(?:[a-zа-яёəıöüçşğәіңғүұқөһў][^\s,.:;!?]*\s+)"  # not another name

# Words that end right before the name.
_BEFORE = (
    # en
    r"\b(?:told|wrote|reports?|informs|learn(?:ed|t) from|[Aa]ccording to|reported by|"
    rf"published by)\s+(?:the\s)?{_FEW}{{0,3}}",
    r"\b(?:interview with|statement to)\s+(?:the\s)?",
    r"^\W*By\s+",
    # ru
    r"\b(?:[Сс]ообща\w+|[Сс]ообщил\w*|[Пп]ереда[её]т|[Пп]ередают|[Пп]ишет|[Ии]нформирует|"
    rf"[Рр]ассказа\w+|[Зз]аявил\w*|[Уу]точняет|[Оо]тмечает)\s+{_FEW}{{0,5}}",
    r"\b[Кк]орреспондент\w*\s+(?:агентства\s+|ИА\s+|МИА\s+)?",
    # kk, in three scripts and spellings
    rf"\b(?:хабарла(?:йды|ды)|жаз(?:ды|ады)|habarla(?:ıdy|idy|ydy|dy)|jaz(?:dy|ady))\s+{_FEW}{{0,2}}",
    # ky
    rf"\b(?:билдир(?:ет|ди)|кабарла(?:йт|ды)|жаз(?:ат|ды)|деп)\s+{_FEW}{{0,1}}",
    # uz
    r"\b(?:xabar (?:ber|qil)\w+|хабар (?:бер|қил)\w+|yoz(?:moqda|adi)|ёз(?:моқда|ади))\s+"
    rf"{_FEW}{{0,1}}",
    # hu, tk
    r"\b(?:közölte|írja|írta|jelenti|tudósít|számolt be|tájékoztatta)\s+(?:az?\s)?",
    rf"\bhabar ber\w+\s+{_FEW}{{0,1}}",
    # labels
    r"(?:Источник|Source|Kaynak|Mənbə|Manba|Манба|Булак|Дереккөз|Forrás)\s*:\s*",
)
REPORTS_BEFORE = re.compile(rf"(?:{'|'.join(_BEFORE)})[«\"“„'‘]*$")

# Words that begin right after the name and its case ending.
_AFTER = (
    # en
    r"\s(?:News Agency\s|news agency\s|agency\s|earlier\s)?(?:correspondent\b|reports?\b|"
    r"informs\b|writes\b|reported\b|has learn\w+|learn(?:ed|t) from\b|presents\b|was told\b)",
    # ru
    r"\s(?:сообща\w+|сообщил\w*|переда[её]т|информирует|пишет|рассказал\w*|представляет|"
    r"публикует|стало известно)\b",
    # az
    rf"\s{_FEW}{{0,9}}?(?:xəbər ver\w+|məlumat ver\w+|xəbərinə görə|verdiyi xəbərə|"
    r"veril(?:ən|miş) (?:məlumat|xəbər)\w*|verdiyi məlumat\w*|"
    r"məlumatına görə|bildir\w+|yazır\b|müxbir\w+|müsahibə\w*|"
    r"açıqlama(?:sında|sı)\b|danışan\b|təqdim edir)",
    # tr
    rf"\s{_FEW}{{0,2}}?(?:haberine göre|muhabirin\w*|aktardığı|bilgi ver\w+|haber ver\w+)",
    # kk
    rf"\s{_FEW}{{0,3}}?(?:хабарла\w+|тілші\w+|мәлімет\w+|habarla\w+|tilshi\w+)",
    # ky
    rf"\s{_FEW}{{0,3}}?(?:кабарла\w+|билдир\w+|маалымат\w*|кабарчы\w+|агенттиги\w+)",
    # uz
    rf"\s{_FEW}{{0,2}}?(?:xabar\w*|muxbir\w+|ma['ʼʻ‘’]lumot\w+|yoz(?:moqda|adi)\b|"
    r"хабар\w*|мухбир\w+|маълумот\w+|ёз(?:моқда|ади)\b)",
    # hu, tk
    r"\s(?:tudósít\w+|jelent\w+|értesül\w+|munkatárs\w+|habar ber\w+|habarla\w+)",
    # an interviewer's line: "Bakı. Ad Soyad - Trend:"
    r":\s*$",
)
REPORTS_AFTER = re.compile(rf"{ENDING}(?:{'|'.join(_AFTER)})")

# The same for an outlet from which another one has it.
CITED_BEFORE = re.compile(
    r"(?:\b(?:citing|cites|quoting|with reference to|referring to|reports via|"
    r"с\w* ссылк\w+ на|ссылаясь на|по данным|по информации|по сообщению)\s+(?:the\s)?"
    rf"{_FEW}{{0,3}})[«\"“„]*$"
)
CITED_AFTER = re.compile(
    rf"{ENDING}\s{_SMALL}{{0,2}}?"
    r"(?:istinad\w+|сілтеме\w*|шилтеме\w*|tayan\w+|таян\w+|asosan\b|асосан\b|dayandır\w+|"
    r"atıfla\b|silteme\w*)"
)

# "Источник: АКИpress", "Kaynak: AA": a line that only says whose the text is.
SOURCE_LABEL = re.compile(
    r"^\W*(?:Источник|Ссылка на источник|Source|Kaynak|Mənbə|Manba|Манба|Булак|Дереккөз\w*|"
    r"Forrás|Çeşme)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
# What a line can hold beside an outlet's name and still be nothing but its signature.
SIGNATURE_REST = re.compile(
    r"^[\W\d_]*(?:(?:©|\w{4,14} news from|"
    r"\(c\)|by|для|news|haber merkezi|haberleri|news agency|xəbər agentliyi|"
    r"xəbərlər|новости|информационное агентство|агентлиги|таржимаси|tarjimasi|"
    r"her hakkı saklıdır|all rights reserved|Güncel)[\W\d_]*){0,3}$",
    re.IGNORECASE,
)
