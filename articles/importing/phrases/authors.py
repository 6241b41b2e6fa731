"""How pages print the writer's name. Data only."""

import re

AUTHOR = re.compile(
    r"^\s*(?:by|author:?|автор:?|автору:?|авторы:?|yazar:?|müəllif:?|muallif:?|szerző:?)\s+"
    r"(?P<name>[A-ZÀ-ŽƏİА-ЯЁЎҚҒҲӘІҢҮҰӨҺ][\w’'‘ʻ.-]*"
    r"(?:\s+[A-ZÀ-ŽƏİА-ЯЁЎҚҒҲӘІҢҮҰӨҺ][\w’'‘ʻ.-]*){1,3})\s*$",
    re.IGNORECASE,
)
