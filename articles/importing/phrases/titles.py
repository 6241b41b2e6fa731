"""Words by which headlines are told from what stands beside them. Data only."""

import re

# Small words that a headline in title case writes with a capital; in a bar of tags they are
# missing.
SMALL_WORDS = frozenset(
    (
        *("to", "in", "on", "for", "with", "at", "as", "by", "from", "is", "are", "was", "will"),
        *("be", "has", "have", "after", "over", "into", "amid", "its", "says", "meet", "meets"),
    )
)

# A mark behind a headline that says what the page holds besides; no part of the headline unless
# a dash joins it.
MEDIA_MARK = re.compile(
    r"(?<![-–—|])\.?\s(?:(?:PHOTOS?|VIDEOS?|FOTOS?|VİDEO|ФОТО|ВИДЕО|СҮРӨТ|СУРЕТ)[\s/+.,]*)+$"
)

# A mark that the page is a later version of a text.   (UPDATE)   ·   Details added (first version
# posted on 14:06)   ·   (ОБНОВЛЕНО)   ·   YENİLƏNİB
VERSION_MARK = re.compile(
    r"(?:\((?:UPDATED?|UPDATE \d|ОБНОВЛЕНО|ОБНОВЛЕНА|ДОПОЛНЕНО|YENİLƏNİB(?:-\d)?|YENİLENDİ|"
    r"ƏLAVƏ OLUNUB|GÜNCELLENDİ|ЖАҢЫРТЫЛДЫ|ЖАҢАРТЫЛДЫ|YANGILANDI|ЯНГИЛАНДИ)\)|"
    r"\b(?:YENİLƏNİB|GÜNCELLENDİ|ОБНОВЛЕНО|ДОПОЛНЕНО)(?:-\d)?(?=\s*$)|"
    r"^\s*(?:Details added|Updated version|Version \d|Добавлены (?:подробности|детали)|"
    r"Əlavə olunub|Təfərrüatlar əlavə edilib)\b[^.!?]{0,60}$)"
)
