"""Whose a text is: names in frames of reporting in seven languages, signatures, addresses."""

import pytest

LEAD = "The ministers of the Turkic states held an example meeting and signed a protocol of intent."
SECOND = "They agreed to continue their consultations in the coming year and to exchange experts."
TEXT = f"{LEAD}\n\n{SECOND}\n"
HEADLINE = "Ministers of Turkic states sign example protocol"


def value(document, name):
    found = document.fields.get(name)
    return found.value if found else None


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("The sides signed a paper on trade and transport in Baku, Trend reports.", "trend"),
        ("The minister told Trend that the sides had signed a paper in Baku today.", "trend"),
        ("According to Report, the sides signed a paper on trade in Baku today.", "report-az"),
        ("Стороны подписали в Баку документ о торговле, передает Trend.", "trend"),
        (
            "Как передает командированный в Бишкек корреспондент Report, стороны подписали акт.",
            "report-az",
        ),
        ("Стороны подписали документ, сообщает в пятницу корреспондент Казинформа.", "kazinform"),
        ("Об этом Day.Az рассказали в министерстве, где подписали документ о торговле.", "day-az"),
        ("Тараптар Бакуде сауда туралы құжатқа қол қойды, деп хабарлайды ҚазАқпарат.", "kazinform"),
        ("Тараптар соода тууралуу документке кол коюшту, деп билдирет Кабар агенттиги.", "kabar"),
        ('"Report" xəbər verir ki, tərəflər Bakıda ticarətə dair sənəd imzalayıblar.', "report-az"),
        (
            "Protokol imzalanıb, Trend Rəqəmsal Nümunə və Nəqliyyat Nazirliyinə istinadla"
            " xəbər verir.",
            "trend",
        ),
        (
            'Nümunə Nazirliyindən "Report"a verilən məlumata görə, tərəflər sənəd imzalayıblar.',
            "report-az",
        ),
        ("Bunu AZƏRTAC-a nazir bildirib, tərəflər Bakıda sənəd imzalayıblar.", "azertac"),
        ("Bakan, AA muhabirine yaptığı açıklamada anlaşmanın imzalandığını söyledi.", "aa"),
        ("Tomonlar Bokuda hujjat imzoladi, deb xabar bermoqda UzDaily.", "uzdaily"),
        ("Kun.uz muxbiri xabariga ko‘ra, tomonlar Bokuda savdo haqida hujjat imzoladi.", "kun-uz"),
        (
            "A felek oktatási megállapodást írtak alá Bakuban – tájékoztatta az MTI-t a szóvivő.",
            "mti",
        ),
    ],
)
def test_reporter_is_named_in_the_frames_of_each_language(read, sentence, agency):
    assert value(read(f"{HEADLINE}\n\n{sentence}\n\n{SECOND}"), "agency") == f"source/{agency}"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Trend of rising trade among the Turkic states goes on, the minister said in Baku.",
        "The press service of TURKSOY reported on the talks of the ministers in the evening.",
        "Министр посетил в Баку редакцию, где работает Trend, и поговорил с сотрудниками.",
    ],
)
def test_name_outside_a_frame_makes_nobody_the_writer(read, sentence):
    assert value(read(f"{HEADLINE}\n\n{sentence}\n\n{SECOND}"), "agency") is None


def test_who_reports_with_reference_to_another_is_the_outlet(read):
    document = read(
        f"{HEADLINE}\n\n1news.az Trend-ə istinadən xəbər verir ki, tərəflər sənəd imzalayıblar.\n"
        f"{SECOND}"
    )
    assert (value(document, "source"), value(document, "agency")) == (
        "source/1news",
        "source/trend",
    )


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Источник: Кабар", "kabar"),
        ('Булак: "Кабар"', "kabar"),
        ("AKIPRESS.COM", "akipress"),
        ("ЎзА", "uza"),
        ("Haqqin.az.", "haqqin"),
        ("State News Agency of Turkmenistan (TDH)", "tdh"),
    ],
)
def test_signature_below_the_text_names_the_agency(read, line, agency):
    document = read(f"{HEADLINE}\n\n{TEXT}\n{line}\n")
    assert value(document, "agency") == f"source/{agency}"
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_signature_with_its_day_gives_the_date(read):
    document = read(f" date 2024-03-28\n{LEAD}\n\n{SECOND} ///nCa, 27 March 2024\n")
    assert value(document, "published") == "2024-03-27"
    assert "source/nca" in (value(document, "source"), value(document, "agency"))
    assert document.body[-1].text == SECOND


def test_name_alone_above_the_text_is_the_outlet_and_no_headline(read):
    document = read(f"{HEADLINE}\n\nSputnik\n\n{TEXT}")
    assert value(document, "source") == "source/sputnik"
    assert value(document, "headline") == HEADLINE


@pytest.mark.parametrize(
    ("mark", "agency"),
    [
        ("(MENAFN- Trend News Agency)", "source/trend"),
        ("(MENAFN- AzerNews)", "source/azernews"),
    ],
)
def test_syndicators_mark_names_both(read, mark, agency):
    document = read(f"{HEADLINE}\n\n{mark} {LEAD}\n\n{SECOND}\n")
    assert (value(document, "source"), value(document, "agency")) == ("source/menafn", agency)


@pytest.mark.parametrize(
    ("line", "name", "outlet"),
    [
        ("AA 12.09.2025 09:05", "agency", "source/aa"),
        ("2017-04-11 16:50 | www.trend.az | 0", "source", "source/trend"),
        ("11:35, 10 января 2022, Бишкек - 24.kg , Пример ПРИМЕРОВ", "source", "source/24kg"),
    ],
)
def test_name_beside_the_date_is_taken(read, line, name, outlet):
    assert value(read(f"{HEADLINE}\n{line}\n{TEXT}"), name) == outlet


def test_city_of_the_dateline_tells_which_sputnik(read):
    document = read(f"{HEADLINE}\n\nТАШКЕНТ, 30 авг – Sputnik. {LEAD}\n\n{SECOND}\n")
    assert value(document, "agency") == "source/sputnik-uz"


# Addresses


@pytest.mark.parametrize(
    "line",
    [
        "https://24.kg/english/1/",
        "link: https://24.kg/english/1/",
        "Ссылка: https://24.kg/english/1/",
    ],
)
def test_own_address_is_taken(read, line):
    document = read(f"{HEADLINE}\n\n{TEXT}\n{line}\n")
    assert value(document, "url") == "https://24.kg/english/1/"
    assert value(document, "source") == "source/24kg"


@pytest.mark.parametrize(
    "line",
    [
        "https://www.youtube.com/watch?v=example",
        "Источник: https://24.kg/english/1/",
        "https://24.kg/english/exam...",
    ],
)
def test_address_of_something_else_is_cut(read, line):
    document = read(f"{HEADLINE}\n\n{TEXT}\n{line}\n")
    assert value(document, "url") is None
    assert document.body[-1].text == SECOND


def test_a_publisher_who_signs_is_no_agency_of_its_own(read):
    document = read(f"Headline of the example\n{TEXT}\n© 24.kg\nlink: https://24.kg/english/1/")
    assert value(document, "source") == "source/24kg"
    assert value(document, "agency") is None


def test_a_site_names_itself_before_its_sections(read):
    line = "AKIpress · World · Culture and sport · 08 Oct 2025, 09:05"
    document = read(f"{line}\nHeadline of the example\n{TEXT}")
    assert value(document, "source") == "source/akipress"
    assert value(document, "published") == "2025-10-08"
    assert value(document, "published_time") == "09:05"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Kırım Haber Ajansı'nı Telegram'da takip edin", "source/qha"),
        ("ЭЕ/АРнун бардык сайттары", "source/azattyk"),
    ],
)
def test_a_pitch_names_the_site_where_nothing_else_does(read, line, outlet):
    document = read(f"{HEADLINE}\n\n{TEXT}\n{line}\n")
    assert outlet in (value(document, "source"), value(document, "agency"))


def test_a_statement_to_an_outlet_names_it(read):
    lead = "Bunu nümunəvi komitənin üzvü “Report”a açıqlamasında deyib və görüşdən razı qalıb."
    document = read(f"Nümunəvi komitə görüş keçirib\n\n{lead}\n\n{lead}\n")
    assert value(document, "agency") == "source/report-az"
