"""The ministry or press service that a text cites, in the words and cases of each language."""

import pytest

LEADS = {
    "en": "The ministers of the Turkic states held an example meeting and signed a protocol.",
    "ru": "Министры тюркских государств провели примерную встречу и подписали общий протокол.",
    "kk": "Түркі мемлекеттерінің министрлері үлгі кездесу өткізіп, ортақ хаттамаға қол қойды.",
    "ky": "Түрк мамлекеттеринин министрлери үлгү жолугушуу өткөрүп, жалпы протоколго кол коюшту.",
    "tr": "Türk devletlerinin bakanları örnek bir toplantı yaptı ve ortak bir protokol imzaladı.",
    "az": "Türk dövlətlərinin nazirləri nümunə görüşü keçirib və ümumi protokol imzalayıblar.",
    "uz": "Turkiy davlatlar vazirlari namunaviy uchrashuv o‘tkazib, umumiy bayonnoma imzoladilar.",
    "uz-Cyrl": "Туркий давлатлар вазирлари намунавий учрашув ўтказиб, умумий баённома имзоладилар.",
}


@pytest.fixture
def via(read):
    def cited(language, sentence):
        found = read(f"{LEADS[language]}\n\n{sentence}\n\n{LEADS[language]}").fields.get("via")
        return found and found.value

    return cited


@pytest.mark.parametrize(
    ("language", "sentence", "office"),
    [
        ("en", "The Cabinet of Ministers reported.", "The Cabinet of Ministers"),
        (
            "en",
            "They agreed on a common market, the Ministry of Science and Education said.",
            "the Ministry of Science and Education",
        ),
        (
            "en",
            "They met in Baku, Trend reports with reference to the Example Foreign Ministry.",
            "the Example Foreign Ministry",
        ),
        ("ru", "Об этом сообщили в Минтрансе.", "Минтрансе"),
        ("ru", "Об этом Day.Az рассказали в пресс-отделе парламента.", "пресс-отделе парламента"),
        ("ru", "Протокол подписан, передает ИА El.kz со ссылкой на МЧС РК.", "МЧС РК"),
        ("ru", "Об этом говорится, по данным Агентства по примерам.", "Агентства по примерам"),
        (
            "kk",
            "Хаттамаға қол қойылды, деп хабарлайды Kazinform агенттігі ҚР Үлгі министрлігінің"
            " баспасөз қызметіне сілтеме жасап.",
            "ҚР Үлгі министрлігінің баспасөз қызметіне",
        ),
        (
            "kk",
            "Хаттамаға қол қойылды, делінген қала әкімдігінің хабарламасында.",
            "қала әкімдігінің",
        ),
        ("ky", "Бул тууралуу Маданият министрлигинен билдиришти.", "Маданият министрлигинен"),
        (
            "ky",
            "Протоколго кол коюлду, деп «Кабар» агенттигине Эмгек министрлигинен билдиришти.",
            "Эмгек министрлигинен",
        ),
        (
            "ky",
            "Протоколго кол коюлду, деп билдирди өкмөттүн маалымат кызматы.",
            "өкмөттүн маалымат кызматы",
        ),
        (
            "tr",
            "Örnek Bakanlığından yapılan yazılı açıklamada imza töreni anlatıldı.",
            "Örnek Bakanlığından",
        ),
        (
            "az",
            "Protokol imzalanıb, Trend Nümunə və Nəqliyyat Nazirliyinə istinadla xəbər verir.",
            "Nümunə və Nəqliyyat Nazirliyinə",
        ),
        (
            "az",
            'Nümunə Nazirliyindən "Report"a verilən məlumata görə, protokol imzalanıb.',
            "Nümunə Nazirliyindən",
        ),
        (
            "uz",
            "Bu haqda Namuna vazirligi matbuot xizmati xabar berdi.",
            "Namuna vazirligi matbuot xizmati",
        ),
        (
            "uz-Cyrl",
            "Бу ҳақда Kun.uz мухбирига Намуна вазирлигида маълум қилишди.",
            "Намуна вазирлигида",
        ),
    ],
)
def test_office_is_named_as_printed_without_the_verb(via, language, sentence, office):
    assert via(language, sentence) == office


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Ministry of Energy will open an office in Baku in the coming spring."),
        ("en", "They met in Baku, Trend News Agency reports."),
        ("ru", "Министр рассказал журналистам, что в министерстве готовят общий протокол."),
        ("ru", "Протокол подписан, сообщает агентство Kazinform."),
        ("kk", "Хаттамаға қол қойылды, деп хабарлайды ҚазАқпарат агенттігі."),
        ("ky", "Протоколго кол коюлду, деп билдирет «Кабар» агенттиги."),
        ("ky", "Бул тууралуу комитеттин төрагасы билдирди."),
        ("az", '"Report" agentliyi xəbər verir ki, protokol imzalanıb.'),
        ("uz", "Bu haqda vazirlik vakili xabar berdi."),
        ("uz-Cyrl", "Протокол имзоланди, деб хабар беради ЎзА."),
    ],
)
def test_what_an_office_does_and_what_newsrooms_report_is_no_citation(via, language, sentence):
    assert via(language, sentence) is None


def test_name_parted_by_a_hard_line_break_is_read_whole(read):
    document = read(
        f"Example headline of three ministers\n\n{LEADS['en']} Trend reports, citing the Ministry\n"
        "of Example Situations, which the sides had asked for a list of places and of people.\n"
    )
    assert document.fields["via"].value == "the Ministry of Example Situations"
