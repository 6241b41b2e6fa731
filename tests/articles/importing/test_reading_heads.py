"""What stands above a text: which line is its headline; authors, views, marks of a version."""

import pytest

from articles.importing.headline_choice import headline_of

LEAD = "The ministers of the Turkic states held an example meeting and signed a protocol of intent."
SECOND = "They agreed to continue their consultations in the coming year and to exchange experts."
TEXT = f"{LEAD}\n\n{SECOND}\n"
HEADLINE = "Ministers of Turkic states sign example protocol"


def value(document, name):
    found = document.fields.get(name)
    return found.value if found else None


def rules(document) -> dict[int, str]:
    return {line.number: line.rule for line in document.lines if line.fate != "blank"}


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (f"{HEADLINE} | example.org | News", HEADLINE),
        (f"{HEADLINE} {HEADLINE}", HEADLINE),
        (f"{HEADLINE} - РИА Новости, 12.09.2025", HEADLINE),
        (f"{HEADLINE} PHOTO", HEADLINE),
        (f"{HEADLINE}. ВИДЕО", HEADLINE),
        (f"{HEADLINE} - VIDEO", f"{HEADLINE} - VIDEO"),
        (HEADLINE, HEADLINE),
    ],
)
def test_headline_is_what_the_line_prints_without_sites_and_marks(line, headline):
    assert headline_of(line) == headline


@pytest.mark.parametrize(
    "above",
    [
        " date 2025-10-07 Example Person Victory Day Gabala Summit-2025 Turkic World WUF13",
        " date 2025-10-07 Xarı bülbül Vətən müharibəsinin Anım Gününün rəmzidir",
        "Виды города после дождя в марте",
        "Delegates arrive - Sputnik Кыргызстан",
        "US          Europe          Arab          Asia",
    ],
)
def test_tag_bars_and_captions_above_the_headline_are_no_headline(read, above):
    document = read(f"{above}\n\n{HEADLINE}\n\n{TEXT}")
    assert value(document, "headline") == HEADLINE
    assert value(document, "deck") is None


def test_headline_on_the_date_line_stands_above_its_standfirst(read):
    document = read(
        f" date 2025-09-18 {HEADLINE}\n\nThe meeting will be followed by talks\n\n{TEXT}"
    )
    assert value(document, "headline") == HEADLINE
    assert value(document, "deck") == "The meeting will be followed by talks"


def test_feed_above_the_headline_loses_to_the_line_that_the_text_bears_out(read):
    feed = (
        "Army checks its readiness again\nA yurt was put up in the park\nRare puppy wins a prize\n"
    )
    document = read(f"{feed}{HEADLINE}\n13 September 2019\n1377\n\n{TEXT}")
    assert value(document, "headline") == HEADLINE
    assert value(document, "views") == 1377


def test_text_cut_in_mid_sentence_is_no_headline(read):
    cut = "The ministers of six Turkic states met again in the capital on Tuesday. Already at the"
    assert value(read(f"{cut}\n\n{TEXT}"), "headline") is None


def test_headline_repeated_with_the_sites_name_is_cut(read):
    document = read(f"{HEADLINE}\n\n{HEADLINE} - РИА Новости, 12.09.2025\n\n{TEXT}")
    assert rules(document)[3] == "doubled_headline"
    assert value(document, "deck") is None


# Authors


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Example Author, AZERNEWS", "Example Author"),
        ("By Example Author in International on 17 October 2022", "Example Author"),
        ("Example Author Read more", "Example Author"),
        ("Example Author\nRead more", "Example Author"),
        ("Пример ПРИМЕРОВ\nспециальный корреспондент", "Пример ПРИМЕРОВ"),
        ("11:35, 10 января 2022, Бишкек - 24.kg , Пример ПРИМЕРОВ", "Пример ПРИМЕРОВ"),
    ],
)
def test_author_is_read_from_the_lines_above_the_text(read, line, author):
    document = read(f"{HEADLINE}\n{line}\n\n{TEXT}")
    assert value(document, "author") == author
    assert value(document, "headline") == HEADLINE


def test_author_below_the_text_with_its_label_under_the_name(read):
    document = read(f"{HEADLINE}\n\n{TEXT}\nExample Author\nАвтор\n")
    assert value(document, "author") == "Example Author"


@pytest.mark.parametrize("post", ["Special correspondent", "AZƏRTAC-ın xüsusi müxbiri"])
def test_author_below_the_text_with_the_post_under_the_name(read, post):
    document = read(f"{HEADLINE}\n\n{TEXT}\n\nExample Author\n\n{post}\nBaku\n")
    assert value(document, "author") == "Example Author"


def test_robots_are_no_authors(read):
    assert value(read(f"{HEADLINE}\n\n{TEXT}\nAuthor: Bot Editor\n"), "author") is None


# Views


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("12:53 12.03.2024 5991", 5991),
        ("06-10-2022 / 5852", 5852),
        ("27 December 2024    Read: 354", 354),
        ("11.11.22 1234 1234", 1234),
        ("11.11.22 12341234", 1234),
        ("12.03.2024 12:53\n  • 7.8k+", 7800),
        ("12.03.2024 12:53\n4 956", 4956),
        ("1987", 1987),
        ("Siyasət 20", 20),
        ("Siyasət 2025", None),
        ("6 February 2025 10:42 (UTC+04:00)", None),
    ],
)
def test_views_are_read_beside_the_date_or_alone(read, line, views):
    assert value(read(f"{HEADLINE}\n{line}\n\n{TEXT}"), "views") == views


# Versions


def test_mark_of_a_later_version_is_a_field_of_its_own(read):
    document = read(f"{HEADLINE} (UPDATE)\n\n{TEXT}")
    assert value(document, "version_mark") == "(UPDATE)"
    assert value(document, "headline") == f"{HEADLINE} (UPDATE)"


def test_note_of_added_details_is_cut_from_the_text(read):
    document = read(f"{HEADLINE}\nDetails added (first version posted on 14:06)\n\n{TEXT}")
    assert value(document, "version_mark") == "Details added (first version posted on 14:06)"
    assert rules(document)[2] == "version_mark"
    assert value(document, "headline") == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        "8 April 2023\nAyla Örnek\n",
        "Ayla Örnek\n8 April 2023\n",
        "8 April 2023\n\nPhoto: Example Harbour\n\nAyla Örnek\nAyla Örnek\n",
        "Author:\n\nAyla Örnek\n",
        "8 April 2023\nBy Ayla Örnek - Trend:\n",
    ],
)
def test_name_alone_beside_the_date_or_before_the_text_is_the_author(read, above):
    document = read(f"{HEADLINE}\n\n{above}\n{TEXT}")
    assert value(document, "author") == "Ayla Örnek"
    assert value(document, "headline") == HEADLINE


@pytest.mark.parametrize(
    "below", ["Ayla ÖRNEK", "Ayla ÖRNEK.", "Ayla Örnek,\n\njournalist", "Ayla ÖRNEK suhbatlashdi."]
)
def test_signed_name_below_the_text_is_the_author(read, below):
    document = read(f"{HEADLINE}\n\n{TEXT}\n{below}\n")
    assert str(value(document, "author")).casefold() == "ayla örnek"
    assert [one.text for one in document.body] == [LEAD, SECOND]


@pytest.mark.parametrize(
    "page",
    [
        f"{HEADLINE}\nCentral Asia\n8 April 2023\n\n{TEXT}",
        f"{HEADLINE}\n8 April 2023\nMinisters Example\n\n{TEXT}",
        f"{HEADLINE}\n\nOTS OTS\n\n{TEXT}",
        f"{HEADLINE}\n\n{TEXT}\nExample Harbour\n",
    ],
)
def test_sections_and_names_that_the_text_prints_are_no_author(read, page):
    assert value(read(page), "author") is None


RU_LEAD = "В следующем году в городе откроется примерная школа для молодежи из семи стран."
RU_SECOND = "Первый набор составит сорок человек, обучение продлится одиннадцать месяцев."


def test_sites_bar_of_campaigns_alone_above_the_text_is_no_headline(read):
    bar = "Пример Примеров Дорога к Победе Зимний пакет Форум-13"
    document = read(f" date 2025-11-20 {bar}\n\n20 ноября, 2025\n\n{RU_LEAD}\n\n{RU_SECOND}\n")
    assert value(document, "headline") is None


@pytest.mark.parametrize(
    "headline",
    [
        "Пример Примеров и Образец Образцов открыли школу в городе",
        "Пример Примеров: Школа Дружбы откроет Двери для Всех",
        "Пример обсудил с Советами ОТГ новости",
    ],
)
def test_headline_with_many_names_is_no_bar(read, headline):
    assert value(read(f"{headline}\n\n{RU_LEAD}\n\n{RU_SECOND}\n"), "headline") == headline


def test_headline_below_the_sites_name_under_the_text_counts_where_none_stands_above(read):
    page = f"Baku, October 7, AZERTAC\n\n{TEXT}\nThe Azerbaijan State News Agency\n\n"
    assert value(read(page + HEADLINE), "headline") == HEADLINE
    assert value(read(page + "Harbour cat of Exampletown turns twenty"), "headline") is None


def test_headline_printed_again_below_the_picture_stays_the_headline(read):
    document = read(
        f" date 2025-10-22 15:37\n{HEADLINE}\n\nпресс-служба правительства\n"
        f"Фото пресс-служба правительства. {HEADLINE}\n\n{TEXT}"
    )
    assert value(document, "headline") == HEADLINE
    assert rules(document)[4] == "photo_credit"


def test_a_headline_with_a_credit_behind_it_is_no_caption(read):
    document = read(f" date 2025-09-12 {HEADLINE}\n© Sputnik / Example Author\n{TEXT}")
    assert value(document, "headline") == HEADLINE
    assert value(document, "caption") is None


def test_a_caption_below_the_headline_stays_one(read):
    caption = "Ministers beside the example fountain"
    document = read(f"{HEADLINE}\n\n{caption}\n© Sputnik / Example Author\n{TEXT}")
    assert value(document, "headline") == HEADLINE
    assert value(document, "caption") == caption
