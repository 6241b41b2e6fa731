"""How datelines of many outlets begin, each before one invented sentence."""

import pytest

LEAD = "Railway engineers of the example states agreed on one common form for freight waggons."
SECOND = "They meant to try it out on two routes and to report on it in the coming spring."


@pytest.mark.parametrize(
    ("printed", "dateline"),
    [
        ("БИШКЕК, 18-сен. — Sputnik. ", "БИШКЕК, 18-сен. — Sputnik"),
        ("БИШКЕК, 3-май — Sputnik. ", "БИШКЕК, 3-май — Sputnik"),
        ("НУР-СУЛТАН, 17 мар — Sputnik. ", "НУР-СУЛТАН, 17 мар — Sputnik"),
        ("АЛМАТЫ, 12 қараша – Sputnik. ", "АЛМАТЫ, 12 қараша – Sputnik"),
        ("TOShKENT, 3 sen - Sputnik. ", "TOShKENT, 3 sen - Sputnik"),
        ("БИШКЕК, 23 ноя – РИА Новости. ", "БИШКЕК, 23 ноя – РИА Новости"),
        ("Baku. 4 September. REPORT.AZ/ ", "Baku. 4 September. REPORT.AZ"),
        ("Бишкек. 31-октябрь. КирТАГ - ", "Бишкек. 31-октябрь. КирТАГ"),
        ("Бишкек, 12.09.25. /Кабар/. ", "Бишкек, 12.09.25. /Кабар/"),
        ("Баку/15.10.19/Turan: ", "Баку/15.10.19/Turan"),
        ("Бишкек, “Example Hall”, 18 сентября – ", "Бишкек, “Example Hall”, 18 сентября"),
        ("SAMARKAND. KAZINFORM ", "SAMARKAND. KAZINFORM"),
        ("AQTAÝ. KAZINFORM — ", "AQTAÝ. KAZINFORM"),
        ("ASTANA. QazAqparat - ", "ASTANA. QazAqparat"),
        ("KONYA (İGFA) - ", "KONYA (İGFA)"),
        ("ГАБАЛА/Trend/ - ", "ГАБАЛА/Trend/"),
        ("БАКУ/ Trend/ - ", "БАКУ/ Trend/"),
        ("Ташкент, Узбекистан (UzDaily.uz) -- ", "Ташкент, Узбекистан (UzDaily.uz)"),
        ("(ANKARA) - ", "(ANKARA)"),
        ('Бишкек, "САЯСАТ.KG". ', 'Бишкек, "САЯСАТ.KG"'),
        ("Bakı. Example Author - Trend: ", "Bakı. Example Author - Trend"),
        ("UZBEKISTAN, October 12 - ", "UZBEKISTAN, October 12"),
        (
            "Бишкек, 12.09.25. /Example Author - Кабар/. ",
            "Бишкек, 12.09.25. /Example Author - Кабар/",
        ),
        (
            "ТАШКЕНТ, 12 мар — Sputnik, Example Author. ",
            "ТАШКЕНТ, 12 мар — Sputnik, Example Author",
        ),
        ("Ташкент. 12 марта. УзА. ", "Ташкент. 12 марта. УзА"),
        ("Baku. 12 March. APA\n", "Baku. 12 March. APA"),
        ("Baku. Example Author – APA. ", "Baku. Example Author – APA"),
        ("Aşgabat, 12-nji mart /TDH/. ", "Aşgabat, 12-nji mart /TDH/"),
        ("Bishkek, March 12, 2021 /Kabar/. ", "Bishkek, March 12, 2021 /Kabar/"),
        ("Баку. 12 марта. ИНТЕРФАКС-АЗЕРБАЙДЖАН - ", "Баку. 12 марта. ИНТЕРФАКС-АЗЕРБАЙДЖАН"),
        ("АСТАНА. 12 марта. КАЗИНФОРМ - ", "АСТАНА. 12 марта. КАЗИНФОРМ"),
        ("БИШКЕК (АКИpress). ", "БИШКЕК (АКИpress)"),
        (
            "Budapest, 2021. március 12., péntek (MTI) - ",
            "Budapest, 2021. március 12., péntek (MTI)",
        ),
        (
            "Baku, Azerbaijan, March 12. Example Author - Trend:\n",
            "Baku, Azerbaijan, March 12. Example Author - Trend",
        ),
        ("ASTANA – ", "ASTANA"),
    ],
)
def test_dateline_is_cut_off_the_lead(read, printed, dateline):
    document = read(f"{printed}{LEAD}\n{SECOND}")
    assert document.fields["dateline"].value == dateline
    assert [one.text for one in document.body] == [LEAD, SECOND]


@pytest.mark.parametrize(
    "printed",
    [
        "Бишкек, 12.09.25. /Example Author - Кабар/. ",
        "Бишкек, 12-мар. (Example Author, Кабар). ",
        "ТАШКЕНТ, 12 мар — Sputnik, Example Author. ",
        "АСТАНА. 12 марта. КАЗИНФОРМ /Example Author/ - ",
        "Baku, Azerbaijan, March 12. Example Author - Trend:\n",
    ],
)
def test_dateline_names_the_author(read, printed):
    document = read(f"{printed}{LEAD}\n{SECOND}")
    assert document.fields["author"].value == "Example Author"


def test_dateline_gives_its_printed_date(read):
    document = read(f"Бишкек, 12.09.25. /Example Author - Кабар/. {LEAD}\n{SECOND}")
    assert document.fields["published"].value == "2025-09-12"


def test_list_of_latest_news_gives_the_dateline_its_year(read):
    text = f"Baku, March 12, AZERTAC\n{LEAD}\n{SECOND}\nLatest news\n"
    document = read(f"{text}- 14.03.2021 [10:00]\nA choir of keepers")
    assert document.fields["published"].value == "2021-03-12"
    assert document.fields["published"].inferred
    assert "published" not in read(f"{text}- 14.06.2021 [10:00]\nA choir of keepers").fields


@pytest.mark.parametrize(
    "beginning",
    [
        "ОТГ – это организация",
        "ЮНЕСКО – Организация",
        "Astana, the capital, on 18 September saw",
        "In Baku, Azerbaijan, ministers met on 7 October.",
        "Turkic States (OTS) - a body that",
    ],
)
def test_beginning_of_a_sentence_is_no_dateline(read, beginning):
    document = read(f"{beginning} {LEAD}\n{SECOND}")
    assert "dateline" not in document.fields
    assert document.body[0].text.startswith(beginning)
