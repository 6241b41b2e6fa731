"""How pages print the number of their readers. Data only."""

import re

# A label with its number inside a line of other labels: "Baxılıb: 489 Tarix: 26 oktyabr 2023".
LABELLED = re.compile(
    r"\b(?:views|read|hits|просмотр\w*|прочитано|прочтений|кароо\w*|көрүлдү|қаралым|көрілді|"
    r"baxılıb|baxış(?: sayı)?|oxunub|oxunma(?: sayı)?|okunma(?: sayısı)?|görüntülenme|"
    r"ko['‘ʻ’]rildi|кўрилди|megtekintés|okalan)\s*:\s*(?P<count>\d{1,3}(?: \d{3})+|\d+)",
    re.IGNORECASE,
)
# A section's name with the number behind it: "Siyasət 20".
SECTION_WITH_NUMBER = re.compile(r"^[^\W\d_]{4,20} (?P<count>\d{1,6})$")
