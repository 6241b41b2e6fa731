"""The words around a page's printed date. Data only."""

import re

# Labels and small words that may stand beside a date without making its line a sentence.
DATE_WORDS = re.compile(
    r"\b(?:published|posted|created|date|on|at|by|опубликовано|дата|создано|добавлено|размещено|"
    r"время|год[аы]?|г|tarih|giriş|eklenme|yayın(?:lan)?ma|oluşturulma|saat|tarix|tarixi|dərc|"
    r"il|sana|сана|yil|йил|жылы?|жыл|жарияланды|жарияланған|жарыяланды|күні|"
    r"megjelent|közzétéve|senesi|ý|ýyl|"
    r"print|çap et|yazdır|распечатать|версия для печати)\b(?!\s+(?:of|the))[.:]?",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"\b(?:published|posted|date|опубликовано|дата|tarih|yayın(?:lan)?ma|tarix|sana|сана|"
    r"жарияланды|жарыяланды|megjelent)\s*:",
    re.IGNORECASE,
)
# What follows is the day of a change, not of publication.
UPDATE_LABEL = re.compile(
    r"\b(?:updated?|last (?:updated|modified)|modified|обновлен\w*|изменен\w*|güncelle\w*|"
    r"son güncelleme|yenilən\w*|жаңар\w*|frissít\w*|yangilan\w*)\s*"
    r"(?:on|at|date|tarihi|tarixi|saati|күні|sanasi)?\s*:?\s*$",
    re.IGNORECASE,
)
# "Бишкек убактысы 04:53", "Курсы валют от …": the clock or day of the visit, no date of a text.
# A widget's name begins its line: "Официальный курс валют на 14.05.2025" is a headline.
VISIT_WORDS = re.compile(
    r"убактысы|время в \w|московское время|местное время|local time|local date|yerli vaxt|"
    r"^\W*(?:курсы? валют|döviz kurları|valyuta|hava durumu|weather)",
    re.IGNORECASE,
)
# Words for days, by how many days before that of the visit.
RELATIVE_DAYS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (days, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for days, words in (
        (0, r"today|сегодня|бүгүн|бүгін|búgin|bügin|bugün|bu gün|bugun|бугун|ma|şu gün"),
        (1, r"yesterday|вчера|кечээ|кеше|keshe|dün|dünən|kecha|кеча|tegnap|düýn"),
    )
)
# An image's description that holds the page's date: "… фото - Новости Zakon.kz от 07.10.2025
# 15:44 Фото: …".
ALT_TEXT_DATE = re.compile(r"\b(?:фото|photo)\b.{0,40}?\bот\s+(?=\d{1,2}\.\d{1,2}\.\d{4})")

# "(UTC+04:00)", "GMT +5", "+0600"
ZONE_NOTE = re.compile(
    r"\(?\b(?:UTC|GMT)\b\s*(?P<sign>[+-]|−)?\s*(?P<hours>\d{1,2})?(?::?(?P<minutes>\d\d))?\)?"
)
