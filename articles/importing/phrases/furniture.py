"""Words and shapes of a page's furniture: buttons, switches, rates, pitches. Data only."""

import re

from .folded import folded

LANGUAGE_NAMES = folded(
    *("English", "Русский", "Кыргызча", "Қазақша", "Qazaqsha", "Türkçe", "Azərbaycanca"),
    *("Azərbaycan", "O‘zbekcha", "O‘zbek", "Ўзбекча", "Magyar", "Türkmençe", "Türkmen"),
    *("Deutsch", "Français", "Español", "العربية", "中文"),
)
# "EN/РУ/KZ", "Кырг | Рус | Eng"
LANGUAGE_SWITCH = re.compile(r"^\s*[^\W\d_]{2,4}(?:\s*[/|]\s*[^\W\d_]{2,4}){1,6}\s*$")

SITE_FURNITURE = folded(
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
