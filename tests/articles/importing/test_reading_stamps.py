"""Which printed date is the text's own: beside other dates, glued, relative, of the visit."""

from datetime import date

import pytest

from articles.importing import find_dates
from articles.importing.stamps import glued_stamp, read_month, read_stamp

LEAD = "The ministers of the Turkic states held an example meeting and signed a protocol of intent."
SECOND = "They agreed to continue their consultations in the coming year and to exchange experts."
TEXT = f"{LEAD}\n\n{SECOND}\n"
HEADLINE = "Ministers of Turkic states sign example protocol"


def value(document, name):
    found = document.fields.get(name)
    return found.value if found else None


def dated(document) -> tuple[str | None, str | None]:
    return value(document, "published"), value(document, "published_time")


def flags(document) -> dict[str, dict[str, str]]:
    return {flag.kind: flag.values for flag in document.flags}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 Мар 2021", "2021-03-31"),
        ("11 Ноя 2022", "2022-11-11"),
        ("27 Mar 2024", "2024-03-27"),
        ("21 Ağu 2024", "2024-08-21"),
        ("31 Tamyz, 2018", "2018-08-31"),
        ("14 Жалган куран 2022", "2022-03-14"),
        ("22-Ноябрь, 2024-жыл", "2024-11-22"),
        ("11.11.22", "2022-11-11"),
        ("26-07-2024", "2024-07-26"),
        ("17 10 2022", "2022-10-17"),
        ("2/19/2024", "2024-02-19"),
        ("2/3/2024 10:15:16 AM", "2024-02-03"),
        ("21/03/2026 13:02", "2026-03-21"),
        ("12/03/21 13:02", "2021-03-12"),
        ("2021/3/12", "2021-03-12"),
        ("12.Mar.2021", "2021-03-12"),
        ("12 May , 2019", "2019-05-12"),
        ("2021-ж. 12-март", "2021-03-12"),
        ("Бишкек, 12.03.21. /Кабар/", "2021-03-12"),
    ],
)
def test_abbreviated_and_numeric_dates_are_read(text, expected):
    assert [found.value for found in find_dates(text)] == [expected]


@pytest.mark.parametrize("text", ["192.168.10.11", "1.2.25", "12 34 5678", "13:02 21"])
def test_numbers_that_are_no_date(text):
    assert find_dates(text) == []


def test_dates_far_apart_in_a_long_text_are_all_found():
    words = "слово " * 60
    text = f"{words}12 сентября 2025 года {words}2024-жылдын 3-октябрында {words}"
    assert [found.value for found in find_dates(text)] == ["2025-09-12", "2024-10-03"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11:35, 10 января 2022, Бишкек - 24.kg , Пример ПРИМЕРОВ", ("2022-01-10", "11:35")),
        ("Дата: 09:30, 31-10-2016.", ("2016-10-31", "09:30")),
        ("GÜNDEM 1.05.2024 23:44:04 150 0", ("2024-05-01", "23:44")),
        ("Giriş: 07.10.2025 09:17 Güncelleme: 07.10.2025 12:39", ("2025-10-07", "09:17")),
        ("O‘zbekiston | 18:52 / 29.03.2022", ("2022-03-29", "18:52")),
        ("06-10-2022 / 5852", ("2022-10-06", None)),
        ("2024. November 07. 08:00, csütörtök | Belföld", ("2024-11-07", "08:00")),
        ("# 27 февраля 2018 10:25 (UTC +04:00)", ("2018-02-27", "10:25")),
    ],
)
def test_stamp_is_read_with_what_stands_beside_it(line, expected):
    stamp = read_stamp(line)
    assert (stamp.date.value, stamp.time) == expected


@pytest.mark.parametrize(
    "line",
    [
        "22-Ноябрь, 2024-жыл, жума, Бишкек убактысы 04:53",
        "Московское время 12:50 3 Мая 2024 года",
        "Курсы валют от 19/01/2026",
        "Ministers of the Turkic states will meet in Baku on 7 October 2025",
        "10:42",
    ],
)
def test_clocks_of_the_visit_and_sentences_are_no_stamps(line):
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("13:50 - Bu gün", "2025-09-18"),
        ("вчера 09:30", "2025-09-17"),
        ("Дүн 10:00", None),
        ("Dün, 14:20", "2025-09-17"),
        ("Qoǵam • Búgin, 17:38", "2025-09-18"),
        ("18 сентября, 20:19", "2025-09-18"),
        ("сегодня", None),
    ],
)
def test_days_in_words_hang_on_the_day_of_the_visit(line, day):
    stamp = read_stamp(line, date(2025, 9, 18))
    assert (stamp and stamp.date.value) == day
    assert stamp is None or stamp.date.inferred
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("06.12.2025, 17:56Министры провели встречу", "Министры провели встречу"),
        ("Summer school opens 2025-01-31 04:39:55", "Summer school opens"),
        ("Example Author13:50 - Bu gün", "Example Author"),
        ("Фото: example.kz 20.12.2022 12:32 883", "Фото: example.kz"),
    ],
)
def test_glued_stamp_is_parted_from_the_rest(line, rest):
    start, end = glued_stamp(line)
    assert (line[:start] + line[end:]).strip() == rest


@pytest.mark.parametrize(
    "line", ["The meeting began on 07.10.2025 at 15:44.", "07.10.2025 15:44", "Vision 2040: a plan"]
)
def test_nothing_is_parted_where_nothing_is_glued(line):
    assert glued_stamp(line) is None


def test_pages_date_wins_and_the_crawlers_is_kept(read):
    document = read(f" date 2025-10-08 03:00\n{HEADLINE}\n07.10.2025 15:44\n{TEXT}")
    assert dated(document) == ("2025-10-07", "15:44")
    assert value(document, "crawled") == "2025-10-08"
    assert value(document, "crawled_time") == "03:00"


def test_date_with_a_clock_beats_a_bare_one_and_the_nearer_the_farther(read):
    feed = "23:50 / 17-11-2025\nOther news of the example day\n"
    document = read(f"{feed}{HEADLINE}\n7 октября 2025 года\n16-03-2023, 15:40\n\n{TEXT}")
    assert dated(document) == ("2023-03-16", "15:40")


def test_day_of_the_visit_above_the_headline_is_no_source_date(read):
    assert dated(read(f"Sunday, 14 December 2025\n{HEADLINE}\n\n{TEXT}")) == (None, None)
    assert dated(read(f"USD 87.45\n12 December 2025\n{HEADLINE}\n\n{TEXT}")) == (None, None)


def test_day_with_weekday_below_the_headline_is_the_texts(read):
    assert dated(read(f"{HEADLINE}\nFriday, 12 September 2025\n\n{TEXT}"))[0] == "2025-09-12"


def test_one_date_right_below_the_text_is_the_texts(read):
    document = read(f"{HEADLINE}\n\n{TEXT}\n06 11 2023, 09:49\n")
    assert dated(document) == ("2023-11-06", "09:49")


def test_dates_of_other_texts_below_are_left_alone(read):
    others = "Other news of the day\n19:32 / 07.11.2024\nMore news of the day\n18:30 / 06.11.2024\n"
    assert dated(read(f"{HEADLINE}\n\n{TEXT}\n{others}")) == (None, None)


def test_date_in_words_is_resolved_and_marked(read):
    document = read(f" date 2025-09-18\n{HEADLINE}\n13:50 - Bu gün\n{TEXT}")
    assert dated(document) == ("2025-09-18", "13:50")
    assert document.fields["published"].inferred
    assert flags(document)["date_inferred"] == {"date": "2025-09-18"}


def test_date_in_the_address_is_the_last_resort_and_marked(read):
    address = "Ссылка на новость: https://example.org/2022-01-10/example/"
    document = read(f"{HEADLINE}\n\n{TEXT}\n{address}\n")
    assert dated(document) == ("2022-01-10", None)
    assert flags(document)["date_inferred"] == {"date": "2022-01-10"}
    printed = read(f"{HEADLINE}\n9 January 2022\n\n{TEXT}\n{address}\n")
    assert dated(printed) == ("2022-01-09", None)
    assert "date_inferred" not in flags(printed)


def test_syndicators_number_holds_the_day(read):
    document = read(f"{HEADLINE}\n\n{TEXT}\nMENAFN06012024000187011040ID1107690202\n")
    assert dated(document)[0] == "2024-01-06"


# Zones


def test_printed_distance_from_utc_is_kept_where_no_outlet_is_known(read):
    document = read(f"{HEADLINE}\n6 February 2025 10:42 (UTC+04:00)\n{TEXT}")
    assert value(document, "zone") == "UTC+04:00"


def with_address(stamp: str) -> str:
    return f"{HEADLINE}\n{stamp}\n{TEXT}\nlink: https://www.inform.kz/example\n"


def test_outlets_zone_stands_where_the_printed_distance_agrees(read):
    before_march_2024 = read(with_address("16:59, 12 Ақпан 2024 | GMT +6"))
    assert value(before_march_2024, "zone") == "Asia/Almaty"
    assert "clock_conflict" not in flags(before_march_2024)
    assert "clock_conflict" not in flags(read(with_address("16:59, 12 Қыркүйек 2025 | GMT +5")))


def test_printed_distance_that_contradicts_the_outlets_zone_is_a_doubt(read):
    document = read(with_address("16:59, 12 Қыркүйек 2025 | GMT +6"))
    assert value(document, "zone") == "Asia/Almaty"
    assert flags(document)["clock_conflict"]["other"] == "UTC+06:00"


# The future


@pytest.mark.parametrize(
    ("received", "is_future"), [(date(2025, 9, 10), True), (date(2025, 9, 11), False)]
)
def test_date_after_the_day_of_receipt_is_a_doubt(read, received, is_future):
    document = read(f" date 2025-09-12\n{HEADLINE}\n{TEXT}", received=received)
    assert ("future_date" in flags(document)) == is_future
    assert value(document, "published") == "2025-09-12"


@pytest.mark.parametrize(
    "line",
    [
        "September 2025",
        "Sept. 2025",
        "Сентябрь 2025 года",
        "2025-жылдын сентябры",
        "2025 жылғы қыркүйек",
        "Eylül 2025",
        "Sentyabr 2025",
        "2025-yil sentabr",
        "2025. szeptember",
    ],
)
def test_month_alone_on_a_line_is_a_date_of_less_precision(read, line):
    assert read_month(line).date.value == "2025-09"
    assert value(read(f"{HEADLINE}\n{line}\n\n{TEXT}"), "published") == "2025-09"


@pytest.mark.parametrize(
    "line", ["12 September 2025", "Budget of September 2025", "September", "2025", "May 2025 12"]
)
def test_other_lines_are_no_month(line):
    assert read_month(line) is None


def test_day_of_the_visit_is_more_than_a_printed_month(read):
    document = read(f" date 2025-09-12 {HEADLINE}\nSeptember 2025\n\n{TEXT}")
    assert value(document, "published") == "2025-09-12"


@pytest.mark.parametrize(
    ("crawled", "dateline", "published"),
    [
        ("2025-09", "БИШКЕК, 18-сен. — Sputnik.", "2025-09-18"),
        ("2025-10", "БИШКЕК, 30-сен. — Sputnik.", "2025-09-30"),
        ("2025-09", "БИШКЕК, 18-мар. — Sputnik.", "2025-09"),
        ("2025-09-19", "БИШКЕК, 18-сен. — Sputnik.", "2025-09-19"),
    ],
)
def test_dateline_gives_the_day_of_a_month_that_the_crawler_knew(
    read, crawled, dateline, published
):
    document = read(f" date {crawled} {HEADLINE}\n\n{dateline} {LEAD}\n\n{SECOND}\n")
    assert value(document, "published") == published
    is_joined = len(published) > len(crawled)
    assert document.fields["published"].inferred == is_joined
    assert value(document, "crawled") == (crawled if is_joined else None)


def test_yesterday_is_no_day_where_only_the_month_of_the_visit_is_known(read):
    document = read(f" date 2025-09 {HEADLINE}\nвчера 09:30\n\n{TEXT}")
    assert value(document, "published") == "2025-09"


def test_feed_of_dated_headlines_above_the_text_dates_nothing(read):
    feed = "".join(
        f"{clock} / 15-03-2026\nExample news number {clock} of the day\n"
        for clock in ("23:20", "22:10", "21:05")
    )
    document = read(f"{feed}\n{HEADLINE}\n\n{TEXT}")
    assert value(document, "published") is None
    assert value(document, "headline") == HEADLINE


def test_clock_on_the_line_below_makes_a_bare_day_the_articles(read):
    document = read(f" date 2024-07-09 {HEADLINE}\nPolitics\n- 09 July, 2024\n- 18:51\n{TEXT}")
    assert (value(document, "published"), value(document, "published_time")) == (
        "2024-07-09",
        "18:51",
    )


def test_first_day_wins_over_that_of_an_update(read):
    dates = "Oluşturulma Tarihi: 19 Mart 2024 13:28\nGüncellenme Tarihi: 19 Mart 2024 15:41"
    document = read(f"{HEADLINE}\n{dates}\n\n{TEXT}")
    assert value(document, "published_time") == "13:28"


def test_lone_dateline_is_no_stamp(read):
    document = read(f" date 2021-11-11 {HEADLINE}\nBAKU, Azerbaijan, Nov. 11\n\n{TEXT}")
    assert value(document, "dateline") == "BAKU, Azerbaijan, Nov. 11"
    assert document.fields["published"].rule == "date_line"


def test_dated_line_at_the_end_of_the_page_is_believed(read):
    foot = "Example Author\n\nSpecial correspondent\nBaku\n\nCəmiyyət 2019-06-14 04:28:00"
    assert dated(read(f"{HEADLINE}\n\n{TEXT}\n{foot}")) == ("2019-06-14", "04:28")


def test_day_of_publication_beside_the_day_of_the_update():
    stamp = read_stamp("Published Mar 12, 2021 12:11 | Updated Mar 13, 2021 14:00")
    assert (stamp.date.value, stamp.time) == ("2021-03-12", "12:11")
