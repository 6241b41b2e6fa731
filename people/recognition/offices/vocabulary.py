"""The words around an office that say whose it is, or that it isn't meant: data, by language.

A star stands for any ending. Words are compared by their folded keys.
"""

from dataclasses import dataclass
from functools import cache

from people.recognition.words import key_of


@dataclass(frozen=True, slots=True)
class WordList:
    """Words, and beginnings of words."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def __contains__(self, key: str) -> bool:
        return key in self.whole or key.startswith(self.stems)


def _list(words: str) -> WordList:
    all_words = words.split()
    return WordList(
        frozenset(key_of(word) for word in all_words if not word.endswith("*")),
        tuple(key_of(word[:-1]) for word in all_words if word.endswith("*")),
    )


def _by_language(words: dict[str, str]) -> dict[str, WordList]:
    return {language: _list(text) for language, text in words.items()}


# Before an office: somebody who held it once, or will.
FORMER = _by_language(
    {
        "en": "former ex then late onetime previous past first second third next future incoming",
        "ru": "бывш* экс тогдашн* прежн* предыдущ* перв* втор* будущ* избранн* покойн*",
        "tr": "eski önceki ilk birinci sabık merhum gelecek seçilmiş dönemin",
        "az": "keçmiş sabiq ilk birinci eks gələcək seçilmiş mərhum",
        "kk": "бұрынғы экс тұңғыш алғашқы бірінші болашақ марқұм",
        "ky": "мурдагы мурунку экс тунгуч биринчи алгачкы болочок маркум",
        "uz": "sobiq eks birinchi avvalgi oldingi boʻlajak marhum собиқ экс биринчи аввалги",
    }
)

# Before an office: a deputy, or somebody who only bears the title.
DEPUTY_BEFORE = _by_language(
    {
        "en": """vice deputy assistant associate adviser advisor aide spokesman spokeswoman
            spokesperson honorary sub under club student team""",
        "ru": "вице зам заместит* врио почетн*",
        "tr": "onursal fahri",
        "az": "vitse fəxri",
        "kk": "вице құрметті",
        "ky": "вице ардактуу",
        "uz": "vitse faxriy вице фахрий",
    }
)

# Behind an office: a deputy, the election, who becomes it; or, in Russian, whose president it is.
OTHER_BEHIND = _by_language(
    {
        "en": "elect designate candidate election elections hopeful emeritus",
        "ru": """компани* ассоциац* федерац* фонд* академи* банк* университет* клуб* союз* холдинг*
            палат* корпорац* групп* лиг* институт* обществ* совет* комитет* фирм* завод* концерн*
            телеканал* сообществ* конфедерац* торгов* спортив* национальн* международн*
            футбольн* олимпийск* избран* назначен* утвержд*""",
        "tr": "yardımcı* vekil* aday* seçim* seçil* olarak oldu sıfatıyla görevin* atan*",
        "az": "müavin* seçki* seçil* kimi olaraq oldu təyin namizəd* vəzifə*",
        "kk": "орынбасар* сайлау* сайлан* болып болды ретінде тағайын* кандидат* үміткер* қызмет*",
        "ky": "орун орунбасар* шайлоо* шайлан* болуп болду катары дайында* талапкер* кызмат*",
        "uz": """oʻrinbosar* saylov* saylan* sifatida boʻlib boʻldi etib tayin* nomzod* lavozim*
            ўринбосар* сайлов* сайлан* сифатида бўлиб бўлди этиб тайин* номзод* лавозим*""",
    }
)

# Behind an office that has no ending: his adviser or palace, one word with it as "White House" is.
# "Президенттің кеңесшісі", in the genitive, does tell of the president.
STAFF_BEHIND = _by_language(
    {
        "tr": "danışman* sözcü* basın iletişim* külliye* saray* eşi eski konutu makam*",
        "az": "köməkçi* müşavir* mətbuat administrasiya* yanında saray*",
        "kk": "көмекші* кеңесші* баспасөз әкімшілі* жанындағы резиденция*",
        "ky": "жардамчы* кеңешчи* басма администрация* алдындагы резиденция*",
        "uz": """yordamchi* maslahatchi* matbuot administratsiya* huzuri* qarorgoh*
            ёрдамчи* маслаҳатчи* матбуот администрация* ҳузури* қароргоҳ*""",
    }
)

# Between an office and its owner, its article or its name; it is held all the same.
EPITHETS = _by_language(
    {
        "en": "acting outgoing current incumbent new newly elected interim",
        "ru": "действующ* нынешн* нов* уважаем* вновь",
        "tr": "yeni şimdiki sayın",
        "az": "yeni hazırkı hörmətli",
        "kk": "жаңа қазіргі құрметті",
        "ky": "жаңы азыркы урматтуу",
        "uz": "yangi hozirgi hurmatli янги ҳозирги ҳурматли",
    }
)

# Before an office: the words are about the office itself, and nobody's in particular.
GENERIC = _by_language(
    {
        "en": """a an no every each any another as become becomes became elected appointed named
            nominated election office post position role title candidate under being""",
        "ru": """пост поста посту посте постом должност* выбор* кандидат* избран избрана назначен
            назначена стал стать станет быть был был администраци* аппарат* канцеляри* резиденци*
            кресл* при каждый каждого любой любого один""",
        "tr": "bir her hiçbir",
        "az": "bir hər heç",
        "kk": "бір әр ешбір",
        "ky": "бир ар эч",
        "uz": "bir har hech бир ҳар ҳеч",
    }
)

# Behind or before an office that the text itself must explain: "president of the country".
OWN = _by_language(
    {
        "en": "country republic state nation organization organisation council",
        "ru": "страны республики государства организации",
        "tr": "ülke* cumhuriyet* teşkilat* örgüt*",
        "az": "ölkə* respublika* təşkilat*",
        "kk": "ел елдің еліміздің мемлекет* республика* ұйым*",
        "ky": "өлкө* мамлекет* республика* уюм*",
        "uz": "mamlakat* yurt* respublika* tashkilot* мамлакат* юрт* республика* ташкилот*",
    }
)

ARTICLES = _by_language({"en": "the its their our his her"})
OF = _by_language({"en": "of"})

# Where something happens: "In Kazakhstan President Japarov said" is about no president of theirs.
WHERE = _by_language({"en": "in at from to for with near by into against"})

# Between an office and the name that it belongs to.
HONORIFICS = _list(
    """he h e mr mrs ms dr prof his her excellency the honourable
    г н господин господина господину господином госпожа госпожи его превосходительство
    sayın ekselansları cənab xanım janob hurmatli мырза ханым айым жаноб"""
)

# Whose president "the President" is in a text that names several: papers mean their own.
HOME = {"tr": "TR", "az": "AZ", "kk": "KZ", "ky": "KG", "uz": "UZ"}

# Before an office: who serves its holder. A name behind the two is the servant's.
SERVING = _by_language(
    {
        "en": "of to for under",
        "ru": """помощник* советник* представител* пресс секретар* полпред* служб* администраци*
            супруг* сын сына дочь дочери брат*""",
    }
)

# Behind an office in a headline that capitalises every word: no name.
VERBS_IN_HEADLINES = _list(
    """meets attends arrives visits says urges calls hails receives congratulates speaks addresses
    discusses holds will to in at on and with for from signs opens awards backs thanks praises
    stresses notes travels leaves departs hosts joins chairs is has"""
)

# A state's head by other words than are in the record, always with the state beside them.
HEADS = {
    "en": ("leader",),
    "ru": ("глава", "лидер"),
    "tr": ("lider", "Devlet Başkanı"),
    "az": ("lider", "başçı"),
    "kk": ("басшы", "көшбасшы"),
    "ky": ("башчы", "лидер"),
    "uz": ("rahbar", "yetakchi", "раҳбар", "етакчи"),
}
HEAD_OF_STATE = ("en", "head of state")  # by this label the record tells which offices these are

# "Our head of state", as papers put it.
OUR_STATE = {"davlat": "davlatimiz", "давлат": "давлатимиз"}

# States as papers abbreviate them beside an office; elsewhere the letters may mean anything.
STATES_IN_SHORT = {
    "ru": {"рк": "KZ", "кр": "KG", "руз": "UZ", "ар": "AZ", "тр": "TR", "рф": "RU", "кнр": "CN"},
    "kk": {"қр": "KZ", "рф": "RU", "қхр": "CN"},
    "ky": {"кр": "KG", "рф": "RU", "кэр": "CN"},
    "az": {"ar": "AZ", "rf": "RU"},
    "tr": {"tc": "TR"},
    "uz": {"ozr": "UZ", "rf": "RU", "ўзр": "UZ", "рф": "RU"},
}

# Adjectives of states, which stand before an office in the place of the state's name.
_ADJECTIVES = {
    "en": """KZ kazakh kazakhstani / KG kyrgyz kyrgyzstani / UZ uzbek uzbekistani / TM turkmen /
        TR turkish / AZ azerbaijani azeri / HU hungarian / US american""",
    "ru": """KZ казахстанск* казахск* / KG кыргызск* киргизск* кыргызстанск* / UZ узбекск*
        узбекистанск* / TM туркменск* туркменистанск* / TR турецк* / AZ азербайджанск* /
        HU венгерск* / US американск*""",
    "tr": "KZ kazak / KG kırgız / UZ özbek / TM türkmen / TR türk / AZ azerbaycanlı / HU macar",
    "az": "KZ qazax / KG qırğız / UZ özbək / TM türkmən / TR türk / HU macar",
    "kk": "KZ қазақ / KG қырғыз / UZ өзбек / TM түрікмен / TR түрік / AZ әзербайжан / HU мажар",
    "ky": "KZ казак / KG кыргыз / UZ өзбек / TM түркмөн / TR түрк / AZ азербайжан / HU мажар",
    "uz": """KZ qozoq қозоқ / KG qirgʻiz қирғиз / UZ oʻzbek ўзбек / TM turkman туркман /
        TR turk турк / AZ ozarbayjon озарбайжон / HU venger венгер""",
}
COUNTRIES = {
    language: tuple(
        (country, _list(words))
        for part in table.split("/")
        for country, words in [part.split(maxsplit=1)]
    )
    for language, table in _ADJECTIVES.items()
}
# Roles that one holds for a state; beside the name of another state, they are a namesake's.
ROLES = _by_language(
    {
        "en": """minister ministers ambassador governor senator deputy mp lawmaker parliamentarian
            general colonel judge prosecutor mayor premier president chancellor envoy consul""",
        "ru": """министр* посол посла послу послом губернатор* сенатор* депутат* генерал* полковник*
            судья судьи прокурор* мэр* премьер* президент* канцлер* консул*""",
        "tr": """bakanı büyükelçisi valisi milletvekili generali savcısı belediye cumhurbaşkanı
            başbakanı konsolosu başkanı""",
        "az": "naziri səfiri qubernatoru deputatı generalı prezidenti konsulu",
        "kk": "министрі елшісі губернаторы депутаты генералы прокуроры әкімі президенті консулы",
        "ky": "министри элчиси губернатору депутаты генералы прокурору мэри президенти консулу",
        "uz": """vaziri elchisi gubernatori deputati generali prokurori hokimi prezidenti konsuli
            вазири элчиси губернатори депутати генерали прокурори ҳокими президенти консули""",
    }
)

# "посол Узбекистана в Кыргызстане": a place behind one of these owns no role.
RUSSIAN_PLACES = _list("в во на из от с со к ко при по")
RUSSIAN_NOMINATIVES = _list(
    "министр посол губернатор сенатор депутат генерал полковник судья прокурор мэр премьер "
    "президент канцлер консул"
)

_NOTHING = WordList(frozenset(), ())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of one language; those that it lacks are empty."""

    former: WordList
    deputy_before: WordList
    other_behind: WordList
    staff_behind: WordList
    epithets: WordList
    generic: WordList
    own: WordList
    articles: WordList
    of: WordList
    where: WordList
    roles: WordList
    serving: WordList
    adjectives: tuple[tuple[str, WordList], ...]

    def country_of(self, adjective: str) -> str | None:
        """The state that an adjective is made of: "KZ" for "казахстанского"."""
        for country, words in self.adjectives:
            if adjective in words:
                return country
        return None


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Return the words of a language without its script, such as "uz"."""
    lists = (
        FORMER,
        DEPUTY_BEFORE,
        OTHER_BEHIND,
        STAFF_BEHIND,
        EPITHETS,
        GENERIC,
        OWN,
        ARTICLES,
        OF,
        WHERE,
        ROLES,
        SERVING,
    )
    return Vocabulary(*(one.get(language, _NOTHING) for one in lists), COUNTRIES.get(language, ()))
