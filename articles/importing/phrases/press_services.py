"""How texts cite ministries and press services, by language. Data only.

Every language has its words for such offices and frames around their names; `%(name)s` stands
for up to eight words of which the last is one of an office.
"""

import re

# Letters by which an office is known; case endings and further letters may follow.
_OFFICES = {
    "en": r"[Mm]inistry|[Pp]ress (?:service|office|cent(?:er|re))|[Ii]nformation service|MFA|"
    r"[Ee]mbassy|[Ss]ecretariat|[Cc]abinet|[Gg]overnment|[Aa]dministration|[Cc]ommittee|[Aa]gency|"
    r"[Cc]onfederation|[Aa]ssociation|[Ss]pokes(?:person|man|woman)|[Ss]ervice|[Cc]ent(?:er|re)|"
    r"[Dd]epartment|[Pp]arliament|[Cc]ouncil|[Cc]hamber|[Uu]niversity|[Ii]nstitute|[Mm]edia",
    "ru": r"[Мм]инистерств|Мин(?!ск)[а-я]{3}|МИД|МЧС|МВД|ГКНБ|КНБ|[Пп]ресс-|[Пп]равительств|"
    r"[Кк]абинет|[Кк]абмин|[Аа]дминистраци|[Аа]ппарат|[Сс]екретариат|[Аа]гентств|[Кк]омитет|"
    r"[Дд]епартамент|[Уу]правлени|[Вв]едомств|[Пп]осольств|[Мм]эри[иеюя]|[Аа]кимат|[Хх]окимият|"
    r"[Пп]арламент|[Кк]енеш|[Мм]ажилис|[Сс]енат|[Сс]лужб|[Цц]ентр|[Сс]овет|[Кк]омисси|[Фф]онд|"
    r"[Пп]алат|[Ии]нститут|[Уу]ниверситет|Акорд|[Сс]айт|[Оо]рганизаци",
    "kk": r"министрлі|баспасөз|[Әә]кімді|комитет|Ақорда|агентті|[Үү]кімет|хатшылы|мекеме|СІМ|ІІМ|"
    r"ТЖМ|департамент|басқарма|қызмет|орталығ|университет|академия|елшілі|палата",
    "ky": r"министрли|басма сөз|маалымат кызмат|[Өө]кмөт|кабинет|агентти|комитет|мэрия|ТИМ|ИИМ|"
    r"ӨКМ|катчыл|департамент|кызмат|кеңеш|институт|университет|элчили|администрация|борбор",
    "tr": r"[Bb]akanlı[kğ]|[Bb]asın|[Bb]üyükelçili|[Ss]ekretarya|[Bb]aşkanlı[kğ]|[Vv]alili|"
    r"[Bb]elediye|[Kk]omite|[Kk]urum|[Kk]urul|[Mm]üdürlü|[Tt]eşkilat|[Üü]niversite",
    "az": r"[Nn]azirliy|[Mm]ətbuat|[Xx]idmət|[Aa]gentliy|[Kk]omitə|[Kk]atibliy|[Aa]dministrasiya|"
    r"[İi]darə|XİN|DİN|FHN|[Ss]əfirliy|[Kk]abinet|[Mm]ərkəz|[Pp]arlament|Milli Məclis|[Qq]urum|"
    r"[Ff]ond|[Şş]ura",
    "uz": r"vazirli[gk]|[Mm]atbuot|[Aa]gentli|[Qq]o[‘'ʻ’]mita|[Hh]okimli|[Kk]engash|TIV|IIV|FVV|"
    r"boshqarma|[Kk]otibiyat|[Ee]lchixona|[Mm]arkaz|xizmat",
    "uz-Cyrl": r"вазирли[гк]|[Мм]атбуот|[Аа]гентли|[Ққ]ўмита|[Ҳҳ]окимли|[Кк]енгаш|ТИВ|ИИВ|ФВВ|"
    r"бошқарма|[Кк]отибият|[Ээ]лчихона|[Мм]арказ|хизмат",
}

_WORD = r"[^\s,:;!?.()]+(?:\.[^\s,:;!?.()]+)*"
_BEGINNING = r"(?:^|(?<=[.!?,:;»”\"])\s+|(?<=\s[-–—])\s+)"
_END = r"(?=\s*[,.;:!?()»”\"]|\s[-–—]\s|\s*$)"
# "басма сөз кызматы": the second word of such a name.
_SECOND_WORD = "қызмет|кызмат|хизмат|xizmat|xidmət|котиб|kotib|mərkəz|bölmə|sayt|сайт"
# The rest of a name in Russian and English: up to a stop, or to words that go on with the story.
_REST_EN = (
    r"(?:\s\([^()]{2,20}\)|(?!\s(?:reported|reports|said|says|informed|informs|announced|noted|told|on|at|has|that|"
    r"and(?!\s[A-Z])|in|together|along)\b)[^,.;:!?()»”\"]){0,90}"
)
_REST_RU = (
    r"(?:(?!\s(?:в|во|на|о|об|что|после|перед|и|сообщ|со|с|передает|пишет)(?:\s|$))"
    r"[^,.;:!?()»”\"\n]){0,80}"
)
_SMALL_EN = r"(?:(?:the|a|its|[A-Z][\w’'`-]*)\s){0,5}"

# Frames by language. `%(office)s` is a word of an office with its ending, `%(name)s` such a word
# and those before it.
_FRAMES = {
    "en": (
        # The press service of the Example Ministry …
        r"(?<!\w)(?P<name>(?:[Tt]he )?[Pp]ress (?:service|office|cent(?:er|re)) of %(rest)s)",
        # … reports via the Example Ministry of Energy
        r"\b(?:reports? via|reported via|informs via|citing|cites|quoting|with reference to|"
        r"referring to|learn(?:ed|t) from)\s(?P<name>(?:the\s|its\s|[A-Z])(?:[\w’'`-]+\s){0,6}?"
        r"%(office)s\b%(rest)s)",
        r"\b(?:[Aa]ccording to)\s(?P<name>(?:the\s|[A-Z])(?:[\w’'`-]+\s){0,4}?(?:press service|"
        r"press office|[Mm]inistry of)\b%(rest)s)",
        r"\b(?:reports? via|citing)\s(?P<name>local media)\b",
        # The Example Centre reported.   ·   …, the Ministry of Energy said.
        r"%(beginning)s(?P<name>%(small)s%(office)s\b%(rest)s)\s(?:has )?"
        r"(?:reported|reports|said|says|informed|informs|announced)(?=[.]?\s*$|[.]\s)",
    ),
    "ru": (
        r"\b(?:[Сс]ообщ\w+|[Пп]ереда\w+|[Зз]аяви\w+|[Ии]нформиру\w+|[Оо]тмети\w+|[Рр]ассказа\w+|"
        r"[Уу]точни\w+|[Дд]обави\w+|[Пп]роинформирова\w+)\s(?:%(word)s\s){0,2}?(?:в|во|на)\s"
        r"(?P<name>(?:[а-яё]+\s){0,2}?%(office)s%(rest)s)",
        r"\b(?:[Сс]ообщ\w+|[Пп]ереда\w+|[Зз]аяви\w+|[Ии]нформиру\w+|[Оо]тмети\w+|[Рр]ассказа\w+)\s"
        r"(?P<name>(?:[Пп]ресс-(?:служб|центр|секретар)|МИД|МЧС|МВД|[Мм]инистерство|Мин(?!ск)[а-я]{3}|"
        r"[Пп]осольство)%(rest)s)",
        r"\b(?:с\w* ссылк\w+ на|ссылаясь на|по (?:данным|информации|сообщению|сведениям))\s"
        r"(?P<name>(?:[А-Яа-яЁё-]+\s){0,3}?%(office)s%(rest)s)",
    ),
    "kk": (
        r"%(beginning)s(?:(?:деп|делінген|деді)\s(?:\w+\s)??(?:хабарла\w+|жаз\w+|мәлімде\w+)?\s*)?"
        r"(?P<name>%(name)s)\s(?:сілтеме|(?:таратқан |берген )?(?:хабарлама\w+|мәлімет\w+|дерег\w+|"
        r"ақпарат(?! қызмет)\w*)|(?:хабарла|мәлімде|жаз|айт|түсінді|атап)\w*)",
        r"\bдеп\s(?:хабарла\w+|мәлімде\w+|жаз\w+)\s(?P<name>%(name)s)%(end)s",
        r"\bделінген\s(?P<name>%(name)s)\s(?:хабарлама|мәлімдеме|ақпарат|баянда)\w*",
    ),
    "ky": (
        r"%(beginning)s(?:(?:Бул|Ал|Мындай)\s(?:тууралуу|жөнүндө|туурасында|маалыматты)\s|деп\s)?"
        r"(?P<name>%(name)s)\s(?:(?:берген |тараткан )?(?:маалымат(?! кызмат)\w*|кабар\w*)|"
        r"маалымда\w*|билди\w+|"
        r"шилтеме\w*|айты\w+|жарыяла\w+)",
        r"\bдеп\s(?:билди\w+|кабарла\w+|маалымда\w+)\s(?P<name>%(name)s)%(end)s",
        r"(?P<name>Түрк кеңешчилиги)\sтараткан",
    ),
    "tr": (
        r"%(beginning)s(?P<name>%(name)s)\s(?:yapılan|alınan|edinilen)\s(?:yazılı\s)?"
        r"(?:açıklama|bilgi)\w*",
        r"%(beginning)s(?P<name>%(name)s)\s(?:(?:yazılı\s)?açıklama(?:sın|ya)\w*|paylaşım\w+|"
        r"duyur(?:du|uldu)|açıkla(?:dı|ndı)|bildir(?:di|ildi)|dayandır\w+)",
    ),
    "az": (
        r"%(beginning)s(?:Bu\s(?:barədə|haqda|haqqında)\s)?(?P<name>%(name)s)\s"
        r"(?:istinad\w+|(?:\S{2,15}\s)?verilən (?:məlumat|xəbər)\w*|məlumat(?! xidmət)\w*|"
        r"bildir\w+|(?<![”»\"]\s)xəbər ver\w+|açıqla\w+)",
        r"\bməlumatı\s(?P<name>%(name)s)\s(?:ver|yay|açıqla)\w+",
    ),
    "uz": (
        r"%(beginning)s(?:[Bb]u\s(?:haqda|haqida|to[‘'ʻ’]g[‘'ʻ’]risida)\s|deb\s)?(?P<name>%(name)s)\s"
        r"(?:xabar\w*|ma[‘'ʻ’ʼ]lum\w*|bildir\w+|e[‘'ʻ’ʼ]lon qil\w+|ma[‘'ʻ’ʼ]lumot\w*|"
        r"axborot(?! xizmat)\w*)",
        r"\bdeb\s(?:xabar\s\w+|ma[‘'ʻ’ʼ]lum\s\w+|bildirdi\w*)\s(?P<name>%(name)s)%(end)s",
    ),
    "uz-Cyrl": (
        r"%(beginning)s(?:[Бб]у\s(?:ҳақда|ҳақида|тўғрисида)\s|деб\s)?(?P<name>%(name)s)\s"
        r"(?:хабар\w*|маълум\w*|билдир\w+|эълон қил\w+|ахборот(?! хизмат)\w*)",
        r"\bдеб\s(?:хабар\s\w+|маълум\s\w+|билдирди\w*)\s(?P<name>%(name)s)%(end)s",
    ),
}


def _compile(language: str, frame: str) -> re.Pattern[str]:
    office = rf"(?:{_OFFICES[language]})[^\s,:;!?.()]*"
    parts = {
        "office": office,
        "name": rf"(?:{_WORD}\s+){{0,7}}?[^\s,:;!?.()]*?{office}(?:\s(?:{_SECOND_WORD})\w*)?",
        "word": _WORD,
        "beginning": _BEGINNING,
        "end": _END,
        "small": _SMALL_EN,
        "rest": _REST_RU if language == "ru" else _REST_EN,
    }
    return re.compile(frame % parts)


# By language: frames around the name of an office, which is the group "name".
PRESS_SERVICES = {
    language: tuple(_compile(language, frame) for frame in frames)
    for language, frames in _FRAMES.items()
}
# Sources that are no office's own words: other newsrooms.
NEWSROOM = re.compile(
    r"\bnews\b|информационн|новост|журналист|xəbər agent|haber ajans|axborot agent|"
    r"ахборот агент|жаңылык|жаңалық|маалымат агент|ақпарат агент|телеканал|\bИА\b|газет|"
    r"^(?:агентт|агентл|agentl|agency$|агентств)\w*$",
    re.IGNORECASE,
)
