"""Clauses by which a text says who reported it. Data only."""

import re

_AGENCY = r"[«\"“]?[A-ZА-ЯЁ][\w.’'-]*(?:\s[\w.’'«»\"“”-]+){0,4}"

# The clause by which a sentence says which outlet or press service reported it, at its end.
# What a person, a poll or "data" says is no such clause: without it a claim becomes a fact.
ATTRIBUTION_TAILS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf",\s+{_AGENCY}\s(?:reports|informs|writes)"
        r"(?:\s(?:via|citing|with reference to|referring to|quoting)\b.*)?$",
        r",\s+(?:the\s)?(?:[A-Z][\w’'-]*\s)*press (?:service|office)\b[^,]*\s"
        r"(?:reports|reported|informs|informed|said|says)$",
        r",\s+(?:citing|with reference to|referring to)\s.*$",
        r",\s+(?:как\s|об этом\s)?(?:сообща(?:ет|ют)|переда(?:[её]т|ют)|пишет|информирует|"
        r"сообщил[аи]\s(?:в\s)?пресс-служб\w*)\s.*$",
        r",\s+со ссылкой на\s.*$",
        r",\s+деп\s(?:хабарлайды|жазады|билдирет|кабарлайт|жазат)\b.*$",
        r",\s+(?:[^,]*\s)?(?:xəbər|məlumat) verir$",
        r",\s+(?:deb\s)?(?:[^,]*\s)?xabar (?:beradi|bermoqda)\b.*$",
        r",\s+(?:деб\s)?(?:[^,]*\s)?хабар (?:беради|бермоқда)\b.*$",
    )
)

# An attribution to one of these cites somebody; it doesn't say which outlet wrote the text.
CITES_PRESS_OFFICE = re.compile(
    r"press (?:service|office|release)|information source|ministry|mfa\b|пресс-служб|МИД\b|"
    r"баспасөз|басма сөз|маалымат кызмат|\bbasın|matbuot|mətbuat",
    re.IGNORECASE,
)
