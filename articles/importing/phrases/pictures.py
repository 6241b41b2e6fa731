"""How pages label a picture's maker. Data only."""

import re

# The label is dropped after a colon ("Photo: AA"); in "Фото пресс-службы" the words belong
# together and stay.
CREDIT_LABEL = re.compile(
    r"^\s*\[?(?P<label>cover photo|photos?|pictures?|image|фото|сүрөт|сурет|fotoğraf|fotograf|"
    r"foto|fotó|surat|сурат)\b(?P<colon>\s*[:/])?\s*",
    re.IGNORECASE,
)

# What follows a label without a colon when a maker is named: "Фото пресс-службы АП КР",
# "Фото 24.kg", "Photo by …"; not "Photo exhibition opens in Baku".
CREDIT_SOURCE = re.compile(
    r"(?:by|courtesy|from|via|из|с сайта|со страницы|пресс\S*|агентств\w*|редакции|автора)\b|"
    r"[^\W\d_]\.|[^\s.]+\.[a-z]{2,}\b|[A-Z]{2,}\b|[А-ЯЁҚҒӘӨҮ«]"
)
