"""How pages label a picture's maker. Data only."""

import re

_LABEL = (
    r"cover photo|photo credits?|photo source|photos?|pictures? source|pictures?|images?|"
    r"image credit|featured (?:image|photo)|источник фото|фото|сүрөт|сүрөттө|сурет|коллаж|"
    r"изображение|иллюстрация|скриншот|fotoğraf|fotograf|görsel|foto|şəkil|surat|сурат|rasm|расм|"
    r"borítókép|fotó|illusztráció|surat"
)

# The label is dropped after a colon ("Photo: AA"); in "Фото пресс-службы" the words belong
# together and stay.
CREDIT_LABEL = re.compile(
    rf"^\s*(?:©\s*)?[\[(]?(?P<label>{_LABEL})\b(?P<colon>\s*[:/|]|\s-\s)?\s*", re.IGNORECASE
)

# The same behind a caption, or glued to the end of a sentence:
#   … (Fotó: AFP)   ·   … / Fotó: AFP   ·   … Photo credit: AA   ·   …государствФото: Akorda
GLUED_CREDIT = re.compile(
    rf"(?P<gap>\s*[\[(/|]?\s*)(?P<label>(?i:(?<=\s)(?:{_LABEL})|(?<=[/(\[])(?:{_LABEL}))|"
    r"(?:Photo(?: credit)?|Фото|Foto|Fotó|Fotoğraf|Fotograf|Сурет|Сүрөт|Surat|Сурат))\s?:\s*"
    r"(?P<maker>\S[^:\n]{1,100}?)[\])]?\s*$"
)
# A headline or caption with a credit behind it, without a colon.
#   Example headline Фото пресс-службы акимата
GLUED_MAKER = re.compile(
    r"\s(?P<maker>(?:Фото|Photo) (?:пресс-служб\w+|из |с сайта |со страницы |by |courtesy )"
    r"[^.:\n]{2,60}|(?:Фото|Photo) [\w.-]+\.(?:kg|kz|az|uz|com|ru|tm))$"
)
# A caption printed with its agency in brackets.   Leaders in the family photo (AA)
AGENCY_IN_BRACKETS = re.compile(
    r"^(?P<caption>[^.!?]{10,150})\((?P<maker>AA|İHA|DHA|AP|AFP|MTI|EPA|Reuters|İGFA|REUTERS)\)$"
)

# "© Sputnik / Name Surname caption"
OWNER = re.compile(r"^\s*©\s*(?P<owner>\S.{1,150})$")
# The caption as a picture's second text: "Pass in winter - Sputnik Кыргызстан"
CAPTION_WITH_SITE = re.compile(r"^\s*(?P<caption>\S.{2,200}?) - (?:Sputnik\b|РИА Новости).{0,40}$")
# The picture at the head of a page; pages that print it below the text print nothing of it there.
COVER = re.compile(r"^\s*(?:cover photo|borítókép|featured (?:image|photo))\s*[:/]", re.IGNORECASE)
# Makers that are none.
NO_MAKER = re.compile(r"^(?:none|null|нет|-)$", re.IGNORECASE)

# What follows a label without a colon when a maker is named: "Фото пресс-службы АП КР",
# "Фото 24.kg", "Photo by …"; not "Photo exhibition opens in Baku".
CREDIT_SOURCE = re.compile(
    r"(?:by|courtesy|from|via|из|с сайта|со страницы|пресс\S*|агентств\w*|редакции|автора)\b|"
    r"[^\W\d_]\.|[^\s.]+\.[a-z]{2,}\b|[A-Z]{2,}\b|[А-ЯЁҚҒӘӨҮ«]|www\b|"
    r"(?:the )?(?:[A-Z][\w’'-]+ ){0,4}(?:Ministry|Press|Office|Administration|Agency|Secretariat|"
    r"Embassy|Government|Parliament|Assembly|Committee|University|Academy)\b"
)
