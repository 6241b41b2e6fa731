"""The standing paragraph by which outlets explain the OTS. Data only."""

import re

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
