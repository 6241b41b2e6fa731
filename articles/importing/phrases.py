"""The words by which pages give their furniture away, language by language, in tables.

Data only: to teach the desk a new heading, button or attribution, add it here.
"""

import re

from ots_desk.text import fold


def _folded(*names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


# Headings after which a page lists other texts, by the rule that cuts the list.
LIST_HEADINGS: dict[str, frozenset[str]] = {
    "related_list": _folded(
        *("Related", "Related news", "Related articles", "Read also", "See also"),
        *("Читайте также", "Похожие новости", "По теме", "Материалы по теме", "Смотрите также"),
        *("Окшош жаңылыктар", "Дагы окуңуз", "Тема боюнча"),
        *("Ұқсас жаңалықтар", "Тағы оқыңыз", "Тақырып бойынша", "Оқи отырыңыз"),
        *("İlgili", "İlgili haberler", "Bunlar da ilginizi çekebilir"),
        *("Oxşar", "Oxşar xəbərlər", "Mövzu ilə bağlı"),
        *("O‘xshash yangiliklar", "Mavzuga oid", "Ўхшаш янгиликлар", "Мавзуга оид"),
        *("Kapcsolódó", "Kapcsolódó cikkek", "Degişli habarlar"),
    ),
    "popular_list": _folded(
        *("Popular", "Most popular", "Most read", "Trending"),
        *("Популярное", "Популярные", "Самое читаемое", "Самые читаемые"),
        *("Көп окулгандар", "Популярдуу", "Танымал", "Көп оқылғандар", "Ең көп оқылған"),
        *("Çok okunanlar", "En çok okunanlar", "Popüler", "Ən çox oxunanlar", "Populyar"),
        *("Ko‘p o‘qilganlar", "Mashhur", "Кўп ўқилганлар", "Машҳур"),
        *("Népszerű", "Legolvasottabb"),
    ),
    "latest_list": _folded(
        *("Latest news", "Latest", "Последние новости", "Лента новостей", "Все новости"),
        *("Акыркы жаңылыктар", "Соңғы жаңалықтар", "Son haberler", "Son dakika"),
        *("Son xəbərlər", "Xəbər lenti", "So‘nggi yangiliklar", "Сўнгги янгиликлар"),
        *("Friss hírek", "Soňky habarlar"),
    ),
}

LANGUAGE_NAMES = _folded(
    *("English", "Русский", "Кыргызча", "Қазақша", "Qazaqsha", "Türkçe", "Azərbaycanca"),
    *("Azərbaycan", "O‘zbekcha", "O‘zbek", "Ўзбекча", "Magyar", "Türkmençe", "Türkmen"),
    *("Deutsch", "Français", "Español", "العربية", "中文"),
)
# "EN/РУ/KZ", "Кырг | Рус | Eng"
LANGUAGE_SWITCH = re.compile(r"^\s*[^\W\d_]{2,4}(?:\s*[/|]\s*[^\W\d_]{2,4}){1,6}\s*$")

SITE_FURNITURE = _folded(
    *("Print", "Share", "Comments", "Leave a comment", "Read more", "Loading...", "Home", "Menu"),
    *("Subscribe", "Log in", "Sign in", "Search", "Advertisement", "Materials", "Back to top"),
    *("Распечатать", "Печать", "Версия для печати", "Поделиться", "Комментарии", "Реклама"),
    *("Подписаться", "Войти", "Поиск", "Главная", "Подробнее", "Меню"),
    *("Басып чыгаруу", "Бөлүшүү", "Пикирлер", "Башкы бет", "Жарнама"),
    *("Басып шығару", "Бөлісу", "Пікірлер", "Басты бет"),
    *("Yazdır", "Paylaş", "Yorumlar", "Yorum yap", "Anasayfa", "Reklam", "Giriş"),
    *("Çap et", "Çap", "Şərhlər", "Ana səhifə", "Ətraflı"),
    *("Chop etish", "Ulashish", "Izohlar", "Bosh sahifa", "Чоп этиш", "Улашиш", "Изоҳлар"),
    *("Nyomtatás", "Megosztás", "Çap etmek", "Paýlaşmak"),
)

# "3 min read", "3 daqiqa o‘qish"
READING_TIME = re.compile(
    r"^\d{1,3}\s*(?:min|мин|daqiqa|дақиқа|dakika|dəq|perc)\w*\.?(?:\s\S+){0,2}$", re.IGNORECASE
)

PROMOTION = re.compile(
    r"^(?:subscribe to|follow us|join our|sign up for|stay up-to-date|download our app|"
    r"we use cookies|this (?:web)?site uses cookies|accept (?:all )?cookies|"
    r"подпис\w+ на|присоединяйтесь|следите за|читайте нас|наш (?:телеграм|telegram)|"
    r"если вы нашли ошибку|сайт использует cookie|"
    r"бизге жазыл|бізге жазыл|телеграм-канал\w+ жазыл|"
    r"bizi takip|kanalımıza abone|kanalımıza katıl|bizi izləyin|kanalımıza abunə|"
    r"kanalimizga (?:obuna|qo['‘ʻ’]shil)|каналимизга|iratkozzon fel|kövess minket)",
    re.IGNORECASE,
)

CURRENCY = re.compile(r"^\s*[A-Z]{3}\s+\d{1,5}[.,]\d{1,4}(?:\s*[+-]?\d*[.,]?\d*%?)?\s*$")
VIEWS = re.compile(
    r"^\s*(?:views|просмотр\w*|кароо\w*|қарал\w*|görüntülen\w*|okunma|baxış\w*|"
    r"ko['‘ʻ’]rish\w*|кўриш\w*|megtekintés\w*)\s*:?\s*(?P<count>\d[\d\s]*)$",
    re.IGNORECASE,
)

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

AUTHOR = re.compile(
    r"^\s*(?:by|author:?|автор:?|автору:?|авторы:?|yazar:?|müəllif:?|muallif:?|szerző:?)\s+"
    r"(?P<name>[A-ZÀ-ŽƏİА-ЯЁЎҚҒҲӘІҢҮҰӨҺ][\w’'‘ʻ.-]*"
    r"(?:\s+[A-ZÀ-ŽƏİА-ЯЁЎҚҒҲӘІҢҮҰӨҺ][\w’'‘ʻ.-]*){1,3})\s*$",
    re.IGNORECASE,
)

# A standing paragraph that explains what the OTS is: its name first, and soon after it the
# words of a definition. Trend alone prints three wordings of it.
BACKGROUND = re.compile(
    r"^(?:for reference|reference|справка|для справки|маалымат үчүн|анықтама|bilgi|arayış|"
    r"ma['‘ʻ’]lumot uchun)?[\s:.–—-]*(?:the\s+)?"
    r"(?:organi[sz]ation of turkic states|ots|организаци\w+ тюркских государств|отг|"
    r"түрк мамлекеттер\w* уюму|түркі мемлекеттер\w* ұйымы|түрк[иі] мемлекеттер\w* ұйым\w*|"
    r"türk devletleri teşkilatı|türk dövlətləri təşkilatı|turkiy davlatlar tashkiloti|"
    r"туркий давлатлар ташкилоти|türk államok szervezete|türki döwletleriň guramasy)\b"
    r".{0,90}?(?:intergovernmental|international organi[sz]ation|regional organi[sz]ation|"
    r"(?:was |were )?(?:founded|established|created) (?:in|on)\b.{0,12}?\d|"
    r"межправительственн|межгосударственн|международн\w+ организаци|"
    r"(?:создан|основан|учрежден)\w*\b.{0,20}?\d{4}|"
    r"өкмөттөр аралык|эл аралык уюм|үкіметаралық|халықаралық ұйым|"
    r"hükümetlerarası|hükûmetler arası|uluslararası (?:bir )?(?:kuruluş|örgüt|teşkilat)|"
    r"hökumətlərarası|beynəlxalq (?:bir )?təşkilat|hukumatlararo|xalqaro tashkilot|"
    r"ҳукуматлараро|халқаро ташкилот|kormányközi|hökümetara)",
    re.IGNORECASE | re.DOTALL,
)

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

# A press service that a text cites; the name ends where the clause does.
_STOP = (
    r"(?=[,.;:!?»”\")]|\s(?:reported|reports|said|says|informed|informs|announced|noted|told|"
    r"on|in|at|has|that)\b|$)"
)
PRESS_SERVICES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)(?:[Tt]he )?[Pp]ress (?:service|office|center|centre) of [^,.;:!?\n]{3,90}?"
        + _STOP,
        r"(?:via|citing|by) (the (?:[A-Z][\w’'-]*\s){1,6}press (?:service|office))\b",
        r"(?:via|citing) (the (?:Ministry|Embassy|Secretariat) of [^,.;:!?\n]{3,90}?)" + _STOP,
        r"(?:сообщ\w+|переда\w+|заявил\w*|информиру\w+|отмети\w+|по данным|по информации|"
        r"со ссылкой на|рассказал\w*)\s(?:в\s)?(пресс-служб\w+\s[^,.;:!?\n]{2,90}?)(?=[,.;:!?]|$)",
    )
)

# An attribution to one of these cites somebody; it doesn't say which outlet wrote the text.
CITES_PRESS_OFFICE = re.compile(
    r"press (?:service|office|release)|information source|ministry|mfa\b|пресс-служб|МИД\b|"
    r"баспасөз|басма сөз|маалымат кызмат|\bbasın|matbuot|mətbuat",
    re.IGNORECASE,
)

# How datelines begin, most specific first; the match is cut off the first paragraph, the named
# group is the field. Places are in capitals or followed by a date, which ordinary sentences
# don't begin with.
_PLACE = r"[A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ][A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ’' -]{1,30}"
_CITY = r"[A-ZÇĞİÖŞÜƏА-ЯЁҚҒҲӘІҢҮҰӨ][\w’'-]+(?: [A-ZÇĞİÖŞÜƏА-ЯЁ][\w’'-]+)?"
_DAY_MONTH = r"(?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}[ -][^\W\d_]{3,10}\.?|\d{1,2}\.\d{1,2}\.\d{4})"
_DASH = r"\s*[-–—]\s*"
DATELINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # ASTANA, Kazakhstan, September 18. — Trend, English
        rf"^(?P<dateline>{_PLACE}(?:, {_CITY})?, {_DAY_MONTH}\.?)(?:{_DASH}|\s+)(?=\S)",
        # БИШКЕК, 18-сен. — Sputnik.
        rf"^(?P<dateline>{_PLACE}, {_DAY_MONTH}{_DASH}Sputnik)[.,]\s*",
        # Baku, October 7, AZERTAC — no full stop
        rf"^(?P<dateline>{_CITY}, {_DAY_MONTH}, (?:AZERTAC|AZƏRTAC|АЗЕРТАДЖ))[.,]?(?:{_DASH}|\s+)",
        # ASTANA. KAZINFORM –   ·   АСТАНА. КАЗИНФОРМ -
        rf"^(?P<dateline>{_PLACE}\. (?:QAZINFORM|KAZINFORM|КАЗИНФОРМ|ҚазАқпарат)){_DASH}",
        # ANKARA (AA) –   ·   БАКУ /Trend/ -
        rf"^(?P<dateline>{_PLACE} (?:\([A-ZİА-Я]{{2,8}}\)|/[^/\n]{{2,12}}/)){_DASH}",
        # AKIPRESS.COM -
        rf"^(?P<dateline>AKIPRESS\.COM){_DASH}",
    )
)
