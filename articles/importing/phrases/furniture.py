"""Words and shapes of a page's furniture: buttons, switches, rates, pitches. Data only."""

import re

from .folded import folded

LANGUAGE_NAMES = folded(
    *("English", "Русский", "Кыргызча", "Қазақша", "Qazaqsha", "Türkçe", "Azərbaycanca"),
    *("Azərbaycan", "O‘zbekcha", "O‘zbek", "Ўзбекча", "Magyar", "Türkmençe", "Türkmen"),
    *("Deutsch", "Français", "Español", "العربية", "中文", "EN", "RU", "KZ", "KG", "УЗ", "РУ"),
    *("ҚАЗ", "КЫР", "ENG", "РУС", "AZ", "TR", "UZ", "Chinese", "Turkish", "Tajik", "Kyrgyz"),
    *("Kazakh", "Uzbek", "Turkmen", "Azerbaijani", "Russian", "Japanese", "Korean", "Arabic"),
    *("French", "Spanish", "German", "Italian", "Persian", "Hungarian", "Ўзбек", "Қазақ"),
    *("Кыргыз", "Казахский", "Узбекский", "Английский", "Français", "Italiano", "Português"),
    *("فارسی", "日本語", "한국어", "Ўзбек (кирилл)", "Oʻzbek (lotin)", "Тоҷикӣ", "Қарақалпақ"),
)
# "EN/РУ/KZ", "Кырг | Рус | Eng"
LANGUAGE_SWITCH = re.compile(r"^\s*[^\W\d_]{2,4}(?:\s*[/|]\s*[^\W\d_]{2,4}){1,6}\s*$")

SITE_FURNITURE = folded(
    *("Print", "Share", "Comments", "Leave a comment", "Read more", "Loading...", "Home", "Menu"),
    *("Subscribe", "Log in", "Sign in", "Search", "Advertisement", "Materials", "Back to top"),
    *("Tell a friend", "Go to the main site", "Currency rates", "Weather", "Main page", "News"),
    *("Sign up", "Register", "Follow", "Copy link", "Tags", "More about", "News Line", "Views"),
    *("Continue reading", "View content", "Show more", "Load more", "Send", "Accept", "OK"),
    *("Thank you!", "Your email address will not be published.", "DMCA", "XS", "SM", "MD", "LG"),
    *(
        "No description available.",
        "Нет описания.",
        "No comments found.",
        "No comments yet.",
        "Be the first to comment.",
        "No comments",
    ),
    *("Комментариев пока нет.", "Комментариев нет.", "Нет комментариев.", "A+A-", "A+ A-"),
    *("Комментарий жок.", "Пікірлер жоқ.", "Henüz yorum yapılmamış.", "Şərh yoxdur."),
    *("Please enter your comment!", "Please enter your name here", "null", "image", "AD"),
    *("Распечатать", "Печать", "Версия для печати", "Поделиться", "Комментарии", "Реклама"),
    *("Подписаться", "Войти", "Поиск", "Главная", "Подробнее", "Меню", "Поделитесь", "Новости"),
    *("Общество", "Политика", "Бизнес", "Экономика", "В мире", "Опубликовано", "Вход", "Теги"),
    *("Поделиться новостью", "Регистрация", "Читать далее", "Фото галерея", "Тэги", "Скопировать"),
    *("Будьте первым, кто оставит комментарий!", "(Пока оценок нет)", "Ваш комментарий"),
    *("Ваш адрес email не будет опубликован.", "Погода", "Курс валют", "Подписывайтесь"),
    *("Басып чыгаруу", "Бөлүшүү", "Пикирлер", "Башкы бет", "Жарнама", "Жазылуу", "Линктер"),
    *("ЧУКУЛ КАБАР!", "Жаңылыктар", "Толугу менен", "Кирүү", "Каттоо", "Байланыш", "Издөө"),
    *("Басып шығару", "Бөлісу", "Пікірлер", "Басты бет", "Іздеу", "Тренд", "Кіру", "Тіркелу"),
    *("ҚР президентінің телерадиокешені", "Телерадиокомпания Президента Казахстана"),
    *("Толығырақ", "Жазылу", "көрсетілді", "kórsetildi", "оқу үшін", "oqý úshin"),
    *("Yazdır", "Paylaş", "Yorumlar", "Yorum yap", "Anasayfa", "Reklam", "Giriş", "Abone ol"),
    *("İçeriği Görüntüle", "Haberi Görüntüle", "Habere Git", "Haberin Devamı", "Tümünü Gör"),
    *("Haber Detayı", "Hava durumu", "Etiketler", "Devamı", "Ana Sayfa", "Takip et", "Kopyala"),
    *("Davamını oxu", "Hamısını göstər", "Oxu", "Bütün xəbərlər", "Paylaşın", "Göndər"),
    *("Çap et", "Çap", "Şərhlər", "Ana səhifə", "Ətraflı", "Abunə ol", "Daxil ol", "Axtar"),
    *("Chop etish", "Ulashish", "Izohlar", "Bosh sahifa", "Чоп этиш", "Улашиш", "Изоҳлар"),
    *("Obuna bo‘lish", "Kirish", "Qidiruv", "Обуна бўлиш", "Бўлишинг", "Bo‘lishing", "Ulashing"),
    *("Batafsil", "Батафсил", "Davomi", "Давоми", "Reklama", "Реклама", "Izlash", "Jamiyat"),
    *("Ijtimoiy tarmoqlar orqali kiring", "Xato topdingizmi?", "Жамият", "Сиёсат"),
    *("Nyomtatás", "Megosztás", "Çap etmek", "Paýlaşmak", "Hírlevél", "Belépés", "Habarlar"),
)

# "3 min read", "3 daqiqa o‘qish", "4236 рет", "24 мин"
READING_TIME = re.compile(
    r"^(?:okuma süresi\s*:?\s*)?\d{1,3}\s*"
    r"(?:min|мин|mın|daqiqa|дақиқа|dakika|dəq|perc|минут)\w*\.?(?:\s\S+){0,2}$",
    re.IGNORECASE,
)

_NETWORKS = (
    r"\b(?:whats\s?app|telegram|you\s?tube|instagram|facebook|twitter|tik\s?tok|google news|"
    r"телеграм|ютуб|инстаграм|вотсап|ватсап|дзен|viber|вконтакте|threads|bip)"
)
PROMOTION = re.compile(
    r"^(?:subscribe (?:to|for|now)|subscribers (?:of our|get (?:full|unlimited))|"
    r"support (?:independent|our) journalism|we bring you the (?:latest )?news|"
    r"all rights reserved|(?:re-?publication|reproduction|any (?:use|citation|reprint)) (?:of|must)"
    r"\b.{0,40}\b(?:materials?|content|texts|articles|hyperlink)\b|"
    r"follow (?:us|more news|the latest)|"
    r"join our|sign up (?:for|to)|stay up[- ]to[- ]date|stay tuned|download our app|find \w+ on|"
    r"get (?:the )?[\w ]{3,40} (?:stories|news) (?:sent )?(?:directly|straight)|"
    r"we use cookies|this (?:web)?site uses cookies|by continuing to (?:use|browse)|"
    r"accept (?:all )?cookies|(?:here )?we are (?:here )?to serve you|choose to support|"
    r"by subscribing to our|report a mistake|found a mistake|noticed an error|"
    r"more news in our|this (?:message|article|text) (?:was|has been) [\w ]*"
    r"(?:rewritten|generated|translated) by|the anadolu agency['’]s website|"
    r"you can (?:also )?(?:read|follow|find) us|required fields are|"
    r"подпис\w+(?:тесь)? на|подпишитесь|присоединяйтесь|следите за|читайте нас|"
    r"наш (?:телеграм|telegram)|больше новостей|все новости в|самые (?:важные|интересные) новости|"
    r"будьте в курсе|оставайтесь с нами|звоните, если|"
    r"матнда хато|matnda xato|если вы (?:нашли|заметили|обнаружили)|нашли ошибку|заметили ошибку|"
    r"сайт использует|мы используем (?:файлы )?cookie|обязательные поля|"
    r"читать на сайте(?:\s\S+){0,3}$|читайте (?:нас|больше)|подробнее в сюжете|"
    r"при (?:использовании|перепечатке|копировании) (?:материал|ссылк|гиперссылк)\w*|"
    r"(?:на )?веб-сайте агентства «?анадолу|московское время|"
    r"бизге жазыл|биздин (?:телеграм|telegram|канал)|телеграм-канал\w+ жазыл|"
    r"негизги жаңылыктар кыск|"
    r"бізге жазыл|біздің (?:телеграм|telegram|арна)|telegram[- ]арна\w* жазыл|"
    r"сайттағы материал\w*|материалды пайдалан|"
    r"bizi takip|kanalımıza (?:abone|katıl|üye)|yeni videolar için|haberin devamı|"
    r"son dakika haberlerini|[^.]{5,80} haberleri, son dakika gelişmeleri|"
    r"zorunlu alanlar|e-posta hesabınız|aa['’]?n[ıi]n whatsapp|whatsapp kanal\w+|"
    r"günün diğer haberleri|"
    r"bizi izləyin|bizə yazın|arzu, təklif|xəbəri istifadə edərkən|materialdan istifadə|"
    r"(?:mətndə|xəbərdə) səhv|səhv tapmısınız|"
    r"sayt\w* istifadə|bu xəbər .{0,60} arxivləşdirilmişdir|telegram kanalımız\w*|"
    r"kanalimizga|telegram(?:dagi)? kanalimiz|saytimizdan|bizni kuzating|каналимизга|"
    r"телеграм(?:даги)? каналимиз|бизни кузатинг|материаллардан фойдалан|"
    r"iratkozzon fel|kövess(?:en)? minket|ne maradjon le|vélemény\s?hírlevél|tovább az összes|"
    r"portfóliónk)"
    # pictures used as bullets of a pitch
    r"|^[\U0001f300-\U0001faff\u2600-\u27bf\u2b50]\S*(?:\s\S+){1,11}$",
    re.IGNORECASE,
)

# "Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter": stands right below a text.
REPORT_MISTAKE = re.compile(r"\bctrl\s?\+\s?enter\b", re.IGNORECASE)

# A line that names a network and tells the reader to follow is a pitch, however it begins. For
# lines in small letters: looked for in every line of a text.
NETWORK = re.compile(_NETWORKS)
FOLLOW = re.compile(
    r"\b(?:subscribe|join (?:us|our)|follow us|подпис\w*есь|"
    r"подпишитесь|присоединяйтесь|жазылыңыз\w*|жазылыңыздар|катталыңыз\w*|abone olun\w*|"
    r"takip edin\w*|katıl[ıi]n\w*|abunə olun\w*|izləyin|qoşulun|obuna bo.?ling\w*|"
    r"qo.?shiling\w*|обуна бўлинг\w*|қўшилинг\w*|kövess\w*|iratkozz\w*)",
    re.IGNORECASE,
)
# A post set into the page.
EMBEDDED = re.compile(r"pic\.twitter\.com/|\(@\w{2,20}\)\s\S+ \d{1,2}, \d{4}$|^Posted by .+ \d{4}$")

# A link to another story in the midst of the text.   Example headline >>
LINK_TO_OTHER = re.compile(
    r"^[^.!?]{10,150}(?:>>|»»|→)$|^.{10,200}>>>\s?\w{0,12}$|"
    r"^(?:also read|read also|read more|see also|related|more|читайте также|смотрите также|"
    r"ещё по теме|подробнее|дагы окуңуз|ошондой эле окуңуз|тағы оқыңыз|оқи отырыңыз|"
    r"ayrıca okuyun|ayrıca bkz|ilgili haber|həmçinin oxuyun|bunu da oxuyun|"
    r"mavzuga oid|shuningdek o['‘ʻ’]qing|шунингдек ўқинг|мавзуга оид|"
    r"kapcsolódó)\s?:\s?(?=\S.{10,150}$)",
    re.IGNORECASE,
)

# A page's own summary, as it is handed to networks.   The ministers met. РИА Новости, 24.10.2025
SUMMARY = re.compile(r"[.!?]\s(?:РИА Новости|Sputnik\b.{0,30}), \d\d\.\d\d\.\d{4}$")
# The name of a picture's file or of a set of them, and tags.
#   family-photo-of-ministers-65aa6d32   ·   [gallery-12]   ·   #Summit
FILE_NAME = re.compile(
    r"^(?:\[[a-z]{3,12}[-_ ]\d+\]|"
    r"\S{4,}\.(?:jpe?g|png|webp|gif|mp4)|(?=\S*\d)[a-z0-9]+(?:[-_][a-z0-9]+){3,})$",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"^#[^\W\d_][^.!?]{1,80}$")

# Rates and weather: "USD 87.45", "KGS/USD = 0.01144 0%", "36.93", "$", "31° Kechasi 18°"
CURRENCY = re.compile(
    r"^\W*(?:[A-Z]{3}\s*:?\s*\d{1,5}(?:[.,]\d{1,4})?(?:\s*[+↑↓-]?\d*[.,]?\d*%?)?|"
    r"(?:[A-Za-z]{3}/[A-Za-z]{3})\b.{0,24}|[+-]?\d{1,6}[.,]\d{1,4}(?:\s[A-Z]{3})?)\s*$|^[$€¥₽£₸₼]$"
)
WEATHER = re.compile(r"^(?=.{2,60}$)(?:[^\d.!?]{0,40}?)[-+]?\d{1,2}(?:[.,]\d)?\s?(?:º|°|℃)")

_SEEN = (
    r"views|read|hits|просмотр\w*|количество просмотров|прочитано|прочтений|кароо\w*|көрүүлөр|"
    r"қарал\w*|көрілім|görüntülen\w*|okunma|baxış\w*(?: sayı)?|oxunub|oxunma|"
    r"ko['‘ʻ’]rish\w*|ko['‘ʻ’]rildi|кўриш\w*|кўрилди|megtekintés\w*|okaldy"
)
VIEWS = re.compile(
    rf"^\s*(?:(?:{_SEEN})\s*:?\s*(?P<count>\d[\d\s]*)|"
    rf"(?P<before>\d[\d\s]*)\s*(?:{_SEEN}|рет|ret))\s*$",
    re.IGNORECASE,
)
