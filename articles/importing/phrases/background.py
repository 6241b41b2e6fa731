"""The standing paragraph by which outlets explain the OTS and its bodies. Data only.

Its name comes first, or behind "it should be noted that"; then the words of a definition: what
it is, in which of the known years it was founded, who its members are.
"""

import re

_LEAD_IN = (
    r"(?:for reference|reference|background|note|"
    r"(?:it should be noted|it is worth noting|it is noted|recall|notably)(?: that)?|"
    r"справка|для справки|справочно|напомним|отметим|следует отметить|как известно|"
    r"маалымат үчүн|белгилей кетсек|эскерте кетсек|анықтама|айта кетейік|айта кету керек|"
    r"еске сала кетейік|eske sala keteıik|bilgi|not|hatırlatma|arayış|"
    r"(?:qeyd edək|xatırladaq|bildirək|qeyd olunmalıdır) ki|"
    r"ma['‘ʻ’]lumot uchun|eslatib o['‘ʻ’]tamiz|qayd etish (?:kerak|mumkin)|"
    r"маълумот учун|маълумот ўрнида|эслатиб ўтамиз|қайд этиш (?:керак|мумкин))"
)
_NAME = (
    r"(?:organi[sz]ation of (?:the )?turkic(?:[ -]speaking)? states|ots|turkic council|"
    r"cooperation council of (?:the )?turkic[ -]speaking (?:states|countries)|"
    r"организаци\w+ тюркских государств|отг|тюркск\w+ совет\w*|ссг?т[гс]|сстг|"
    r"совет\w* сотрудничества тюркоязычных (?:государств|стран)|"
    r"түрк мамлекеттер\w* уюм\w*|түрк кеңеш\w*|тму|түркі кеңес\w*|t[uú]rki keńes\w*|"
    r"түрк тилдүү мамлекеттер\w* кызматташтык кеңеш\w*|"
    r"түркі\s?тілдес мемлекеттер\w* ынтымақтастық кеңес\w*|түркі мемлекеттер\w* ұйым\w*|тмұ|"
    r"түрк[иі] мемлекеттер\w* ұйым\w*|t[uú]rki memleketteri uıym\w*|"
    r"türk devletleri teşkilatı\w*|tdt|türk konseyi|türk keneşi|"
    r"türk dili konuşan ülkeler işbirliği konseyi|türk dövlətləri təşkilatı\w*|türk şurası\w*|"
    r"türkdilli dövlətlərin əməkdaşlıq şurası|turkiy davlatlar tashkiloti\w*|turkiy kengash|"
    r"turkiy tilli davlatlar hamkorlik kengashi|"
    r"туркий давлатлар ташкилоти\w*|туркий кенгаш|тдт|туркий тилли давлатлар ҳамкорлик кенгаши|"
    r"ттдҳк|"
    r"türk államok szervezete|türk tanács|tász|türki döwletleriň guramasy|tdg)"
)
# What it is called for short; only behind a lead-in, since other bodies are called so too.
_BODY = (
    r"(?:(?:the )?organi[sz]ation|(?:the )?council|(?:the )?assembly|организация|совет|уюм|кеңеш|"
    r"ұйым|teşkilat|konsey|təşkilat|şura|tashkilot|kengash|ташкилот|кенгаш|szervezet|gurama)"
)
# When the OTS, its secretariat, TURKSOY, TURKPA were founded; when the council became the OTS.
_YEAR = r"(?:1992|1993|2008|2009|2010|2021)"
_IS = (
    r"(?:(?:formerly|previously) (?:called|known|named)|"
    r"intergovernmental|(?:international|regional) organi[sz]ation (?:of|that|which|uniting)|"
    r"(?:\bis|\bwas|,|–|—)\s(?:an?\s)?(?:[\w-]+\s){0,2}?(?:international|regional|interstate)\s"
    r"(?:organi[sz]ation|bloc|union|association|structure|body)|"
    r"(?:(?:was|were|is|been)\s(?:\w+\s)?|,\s)(?:founded|established|created|set up)\b"
    rf".{{0,50}}{_YEAR}|"
    r"межправительственн|межгосударственн|международн\w+ организаци|"
    rf"(?:создан|основан|учрежден|образован)\w*\b.{{0,60}}?{_YEAR}|"
    rf"{_YEAR} год\w*\b.{{0,60}}?(?:создан|основан|учрежден|образован)|"
    rf"өкмөттөр аралык|эл аралык уюм|{_YEAR}\W{{1,3}}жылы\b.{{0,60}}?(?:түзүл|негизделген)|"
    rf"үкіметаралық|халықаралық ұйым|{_YEAR}\W{{1,3}}жыл\w*\b.{{0,60}}?(?:құрыл|негізі қалан)|"
    r"hükümetlerarası|hükûmetler arası|uluslararası (?:bir )?(?:kuruluş|örgüt|teşkilat)|"
    rf"{_YEAR}['’ ]\w+.{{0,80}}?kurul(?:an|du|muş)|"
    r"hökumətlərarası|beynəlxalq (?:bir )?təşkilat|"
    rf"{_YEAR}\W{{1,2}}c[iıuü] il.{{0,60}}?(?:yaradıl|təsis)|"
    rf"hukumatlararo|xalqaro tashkilot|{_YEAR}\W{{1,2}}yil.{{0,60}}?(?:tuzil|tashkil)|"
    rf"ҳукуматлараро|халқаро ташкилот|{_YEAR}\W{{1,2}}йил.{{0,60}}?(?:тузил|ташкил)|"
    rf"kormányközi|nemzetközi szervezet|{_YEAR}-b[ae]n\b.{{0,60}}?(?:alap|jött létre)|hökümetara)"
)
# Directly behind the name, its short form in brackets and a remark between commas.
_HAS_MEMBERS = (
    r"(?:\s?\([^)]{2,20}\))?(?:,[^,.]{0,80},)?\s(?:currently |now |today )?"
    r"(?:unites|comprises|consists of|is made up of|brings together|includes|"
    r"has \w+ (?:full )?members|"
    r"объединяет|включает|состоит из)\b"
)
_MEMBERS = (
    r"(?:(?:в|членами|участниками|государствами-членами) (?:состав )?" + _NAME + r"\b[^.]{0,30}?"
    r"\b(?:входят|являются)|(?:the )?members of (?:the )?" + _NAME + r" are|"
    r"tdt-yə[^.]{0,120}?(?:üzvdür|üzvlərdir|daxildir))"
)
# The verb comes last in the Turkic languages.
_UNITES = (
    r"[^.]{0,220}?\b(?:birlashtiradi|бирлаштиради|бириктирет|біріктіреді|birləşdirir|"
    r"birleştiriyor|birleştirmektedir|birleşdirýär)\b"
)
# Founded in 2009, the Turkic Council is …   ·   2009 жылы қазанда құрылған Түркі кеңесі …
_FOUNDED_FIRST = (
    r"(?:(?:созданн|основанн|учрежденн)\w+|founded|established|created|set up)\b"
    rf"[^.]{{0,30}}{_YEAR}[^.]{{0,40}}?{_NAME}|"
    rf"{_YEAR}\W{{1,3}}(?:жылы?|yıl|год|il|yil|йил|c[iıuü] il)\w*[^.]{{0,90}}?{_NAME}\b"
    r"[^.]{0,60}?(?:түзүл|құрыл|негіз|халықаралық|эл аралык|kurul|yarad|təsis|tuzil|"
    r"tashkil|тузил|создан)"
)

BACKGROUND = re.compile(
    rf"^[\s–—-]*(?:{_LEAD_IN}\W{{1,4}}(?:что\s)?)?(?:the\s)?(?:{_NAME}\b(?:.{{0,130}}?{_IS}|"
    rf"{_HAS_MEMBERS}|{_UNITES})|{_MEMBERS}|{_FOUNDED_FIRST})|"
    rf"^[\s–—-]*{_LEAD_IN}\W{{1,4}}(?:что\s)?{_BODY}\b.{{0,60}}?{_IS}|"
    rf"^(?:{_BODY}|{_NAME})\s(?:goes|dates) back to\b[^.]{{0,160}}?{_YEAR}",
    re.IGNORECASE | re.DOTALL,
)

# The same below a heading that names it, where the definition can begin in any way.
BACKGROUND_BELOW_HEADING = re.compile(rf"^[^.]{{0,120}}{_NAME}\b.{{0,60}}?{_IS}", re.IGNORECASE)

# A heading over such paragraphs at a text's end.   Türk Devletleri Teşkilatı nedir?
BACKGROUND_HEADING = re.compile(
    rf"^(?:what is (?:the )?|что такое )?{_NAME}(?: nedir| nima| nədir)?\W*$", re.IGNORECASE
)
