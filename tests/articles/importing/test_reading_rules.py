"""Single rules of reading, each on a small invented text; outlets' names are real ones."""

import pytest

LEAD = "The ministers of the Turkic states held an example meeting and signed a protocol of intent."
SECOND = "They agreed to continue their consultations in the coming year and to exchange experts."
TEXT = f"{LEAD}\n\n{SECOND}\n"


def value(document, name):
    found = document.fields.get(name)
    return found.value if found else None


def rules(document) -> dict[int, str]:
    return {line.number: line.rule for line in document.lines if line.fate != "blank"}


def kinds(document) -> list[str]:
    return [flag.kind for flag in document.flags]


# Dates and clocks


@pytest.mark.parametrize("printed", ["2025", "2025-09", "2025-09-12"])
def test_date_line_may_be_partial(read, printed):
    assert value(read(f" date {printed}\nHeadline of the example\n{TEXT}"), "published") == printed


def test_impossible_date_is_unknown_and_cut(read):
    document = read(f" date 2025-13-40\nHeadline of the example\n{TEXT}")
    assert value(document, "published") is None
    assert "no_date" in kinds(document)
    assert rules(document)[1] == "date_line"


def test_impossible_clock_is_unknown(read):
    document = read(f" date 2025-09-12 25:61\nHeadline of the example\n{TEXT}")
    assert value(document, "published") == "2025-09-12"
    assert value(document, "published_time") is None


def test_second_date_line_that_disagrees_is_flagged(read):
    document = read(f" date 2025-09-12\n{TEXT} date 2025-09-15\n")
    assert value(document, "published") == "2025-09-12"
    (flag,) = [flag for flag in document.flags if flag.kind == "date_conflict"]
    assert flag.values == {"ours": "2025-09-12", "other": "2025-09-15", "where": "date_line"}


def test_pages_own_date_is_preferred_to_the_crawlers(read):
    document = read(f" date 2025-10-08\n• 07 October, 2025\n• 13:35\nHeadline of example\n{TEXT}")
    assert value(document, "published") == "2025-10-07"
    assert value(document, "published_time") == "13:35"
    assert "date_conflict" not in kinds(document)


def test_more_than_a_day_between_page_and_crawler_is_flagged(read):
    document = read(f" date 2020-11-06\n12 March 2022\nHeadline of example\n{TEXT}")
    assert value(document, "published") == "2022-03-12"
    (flag,) = (flag for flag in document.flags if flag.kind == "date_conflict")
    assert flag.values == {"ours": "2020-11-06", "other": "2022-03-12", "where": "page"}


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("AA 12.09.2025 09:05", "09:05"),
        ("16:59, 12 Қыркүйек 2025 | GMT +5", "16:59"),
        ("JAHON | 15:55 / 12.09.2025", "15:55"),
        ("Kyrgyzstan | Politics | September 12, 2025, 4:40 PM", "16:40"),
        ("12 September 2025 12:05 AM (UTC+04:00)", "00:05"),
    ],
)
def test_printed_date_lines_of_several_outlets_are_read(read, line, time):
    document = read(f"{line}\nExample headline of this text\n{TEXT}")
    assert (value(document, "published"), value(document, "published_time")) == ("2025-09-12", time)
    assert value(document, "headline") == "Example headline of this text"


def test_headline_with_a_date_is_no_page_date(read):
    document = read(f"Ministers of Turkic states met on 12 March 2022\n\n{TEXT}")
    assert value(document, "headline") == "Ministers of Turkic states met on 12 March 2022"
    assert value(document, "published") is None


def test_lead_without_year_gives_no_event_date(read):
    assert value(read(f"On September 12, {LEAD}\n{SECOND}"), "event_date") is None


def test_two_dates_in_the_lead_give_no_event_date(read):
    lead = "The meeting of 12 March 2022 in Baku follows that of 3 May 2021 in the same city."
    assert value(read(f"{lead}\n{SECOND}"), "event_date") is None


def test_weekday_heading_is_never_the_articles_date(read):
    document = read(f"Headline of the example\n{TEXT}18 December, Thursday\n10:42\nOther news here")
    assert value(document, "published") is None
    assert [rules(document)[n] for n in (5, 6, 7)] == ["day_list"] * 3


def test_own_headline_under_another_day_is_a_date_conflict(read):
    document = read(
        f" date 2025-12-18 11:26\nHeadline of the example\n{TEXT}17 December, Wednesday\n"
        "10:23\nHeadline of the example\n"
    )
    assert "date_conflict" in kinds(document)
    assert "clock_conflict" not in kinds(document)


def test_day_of_a_list_with_an_invisible_sign_in_it_is_still_read(read):
    document = read(
        f" date 2025-12-18 11:26\nHeadline of the example\n{TEXT}17 Decem\u200bber, Wednesday\n"
        "10:23\nHeadline of the example\n"
    )
    assert "date_conflict" in kinds(document)


def test_own_clock_in_the_list_that_agrees_is_no_conflict(read):
    document = read(
        f" date 2025-12-18 10:23\nHeadline of the example\n{TEXT}18 December, Thursday\n"
        "10:23\nHeadline of the example\n"
    )
    assert kinds(document) == ["no_outlet", "clock_without_zone"]


# Headline and deck


def test_first_line_above_the_text_is_the_headline_and_the_next_its_deck(read):
    document = read(f"Example headline of this text\nA second line that says a little more\n{TEXT}")
    assert value(document, "headline") == "Example headline of this text"
    assert value(document, "deck") == "A second line that says a little more"


def test_navigation_above_the_headline_is_cut(read):
    menu = "Politics and world news\nSport and much more\nCulture for all readers\n"
    document = read(f"{menu}Example headline of this text\n\n{TEXT}")
    assert value(document, "headline") == "Example headline of this text"
    assert rules(document)[1] == "outside_text"


def test_headline_may_ask_a_long_question(read):
    question = "Will the ministers of all the Turkic states sign the new example protocol today?"
    document = read(f"{question}\n\n{TEXT}")
    assert value(document, "headline") == question
    assert len(document.body) == 2


def test_headline_repeated_as_caption_in_the_text_is_cut(read):
    document = read(
        f"Example headline of this text\n{LEAD}\nExample headline of this text\n{SECOND}"
    )
    assert rules(document)[3] == "doubled_headline"
    assert [one.text for one in document.body] == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("sentence", "proposal"),
    [
        (
            "B. Amreyev met U.S. officials on Monday in the city of Baku. He left.",
            "B. Amreyev met U.S. officials on Monday in the city of Baku",
        ),
        (
            "Министры тюркских стран провели в Баку пример встречи, сообщает пресс-служба ОТГ.",
            "Министры тюркских стран провели в Баку пример встречи",
        ),
        (
            "Министрлер Бакуда мисал жолугушуу өткөрүп, келишимге кол коюшту, деп билдирет Кабар.",
            "Министрлер Бакуда мисал жолугушуу өткөрүп, келишимге кол коюшту",
        ),
        (
            "Nazirlər Bakıda nümunə görüş keçirib və protokol imzalayıblar, Trend xəbər verir.",
            "Nazirlər Bakıda nümunə görüş keçirib və protokol imzalayıblar",
        ),
    ],
)
def test_proposal_drops_the_attribution(read, sentence, proposal):
    assert value(read(f"{sentence}\n{SECOND}"), "headline_proposed") == proposal


@pytest.mark.parametrize(
    "sentence",
    [
        "The example plan will double the trade of all member states, Minister Example said",
        "Показательный план удвоит торговлю всех стран организации, заявил министр",
        "The example plan will double the trade of the member states, according to a poll",
    ],
)
def test_proposal_never_turns_a_claim_into_a_fact(read, sentence):
    assert value(read(f"{sentence}.\n{SECOND}"), "headline_proposed") == sentence


def test_text_without_full_stops_gets_no_proposal(read):
    document = read("word " * 400)
    assert value(document, "headline_proposed") is None
    assert document.quarantine is None
    assert kinds(document)[0] == "no_headline"


# Body


def test_two_newlines_one_newline_and_four_spaces_make_the_same_paragraphs(read):
    bodies = {
        tuple(one.text for one in read(text).body)
        for text in (f"{LEAD}\n\n{SECOND}", f"{LEAD}\n{SECOND}", f"    {LEAD}\n    {SECOND}\n")
    }
    assert bodies == {(LEAD, SECOND)}


def test_windows_line_ends_change_nothing(read, raw_seeds, seeds):
    for number, raw in raw_seeds.items():
        document = read(raw.replace("\n", "\r\n"))
        assert [one.text for one in document.body] == [one.text for one in seeds[number].body]
        assert document.flags == seeds[number].flags


def test_hard_wrapped_lines_are_joined(read):
    wrapped = LEAD.replace(" example ", "\nexample ")
    document = read(f"{wrapped}\n\n{SECOND}")
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_short_last_sentence_belongs_to_the_text(read):
    assert read(f"{TEXT}\nThe talks go on.\n").body[-1].text == "The talks go on."


def test_short_turkic_paragraph_after_the_repeated_headline_is_kept(read):
    document = read(
        "Бишкекте үлгү жолугушуу өттү\n"
        "Бишкекте Түрк мамлекеттер уюмунун министрлеринин үлгү жолугушуусу бүгүн өттү.\n"
        "Бишкекте үлгү жолугушуу өттү\n"
        "Катышуучулар биргелешкен документке кол коюшту.\n"
    )
    assert len(document.body) == 2
    assert rules(document)[3] == "doubled_headline"


def test_list_inside_the_text_stays(read):
    members = "".join(f"• Country {n} – Minister Example {n};\n" for n in range(9))
    assert len(read(f"{LEAD}\n{members}{SECOND}").body) == 11


def test_subheading_inside_the_text_stays(read):
    assert [one.text for one in read(f"{LEAD}\nNEXT STEPS\n{SECOND}").body][1] == "NEXT STEPS"


def test_invisible_and_bidirectional_controls_leave_the_body_but_not_the_evidence(read):
    raw = f"\u202e{LEAD[:20]}\u200b\x07{LEAD[20:]}\n{SECOND}"
    document = read(raw)
    assert document.body[0].text == LEAD
    assert raw[document.lines[0].start : document.lines[0].end] == raw.split("\n")[0]


def test_invisible_controls_leave_every_field(read):
    document = read(f"{LEAD}\n{SECOND}\nlink: https://example.org/\u202enews/1\n")
    assert value(document, "url") == "https://example.org/news/1"


def test_body_is_in_nfc_and_offsets_count_the_raw_text(read):
    raw = f"Tu\u0308rkiye, {LEAD}\n{SECOND}"
    document = read(raw)
    assert document.body[0].text.startswith("Türkiye, ")
    assert raw[document.body[1].start : document.body[1].end] == SECOND


@pytest.mark.parametrize("text", ["10:42\n11:30\n", "Print\nShare\n", "USD 87.45", "...", "", "\n"])
def test_text_without_sentences_is_quarantined(read, text):
    document = read(text)
    assert document.quarantine == "no body"
    assert document.body == ()


def test_text_of_short_sentences_is_still_a_text(read):
    document = read("The talks began on time.\nThe ministers met at noon.\n")
    assert [one.text for one in document.body] == [
        "The talks began on time.",
        "The ministers met at noon.",
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Organization of Turkic States is an international organization of Turkic countries.",
        "The OTS, formerly the Turkic Council, was established in 2009 by four Turkic countries.",
        "Справка: Организация тюркских государств (ОТГ) — межгосударственная организация.",
        "Türk Devletleri Teşkilatı, 2009 yılında kurulan uluslararası bir kuruluş olarak çalışır.",
    ],
)
def test_standing_paragraph_is_background_in_any_wording(read, paragraph):
    assert [one.is_background for one in read(f"{TEXT}{paragraph}\n").body] == [False, False, True]


def test_news_about_the_organization_is_no_background(read):
    news = (
        "The Organization of Turkic States held its summit in Gabala on Tuesday with seven leaders."
    )
    assert not any(one.is_background for one in read(f"{news}\n{SECOND}").body)


# Furniture and lists


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("USD 87.45", "currency"),
        ("Русский", "site_language"),
        ("EN/РУ/KZ", "site_language"),
        ("Распечатать", "site_furniture"),
        ("Follow us on our channel and never miss the news", "promotion"),
        ("https://example.org/copy", "address"),
        ("шилтеме: https://example.org/copy", "address"),
        ("3 daqiqa o‘qish", "site_furniture"),
        ("Просмотры: 1 155", "views"),
    ],
)
def test_furniture_is_cut_by_its_rule(read, line, rule):
    document = read(f"{LEAD}\nlink: https://example.org/\n{line}\n{SECOND}")
    assert rules(document)[3] == rule
    assert [one.text for one in document.body] == [LEAD, SECOND]


@pytest.mark.parametrize(
    "heading", ["Related", "Читайте также:", "İlgili haberler", "Oxşar xəbərlər"]
)
def test_related_list_is_cut_to_the_end(read, heading):
    document = read(f"{TEXT}{heading}\nOther news of the day\nAnd one more of them\n")
    assert [rules(document)[n] for n in (4, 5, 6)] == ["related_list"] * 3


def test_text_after_a_read_also_box_is_kept(read):
    document = read(f"{LEAD}\nRead also\nOther news of the day\n{SECOND}")
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_list_above_the_headline_leaves_the_headline(read):
    document = read(f"Popular\nOther news of the day\nExample headline of this text\n{TEXT}")
    assert value(document, "headline") == "Example headline of this text"
    assert rules(document)[2] == "popular_list"


# Credits, author, datelines


@pytest.mark.parametrize(
    ("line", "credit", "caption"),
    [
        ("Photo: AA", "AA", None),
        ("Фото 24.kg. Участники встречи", "Фото 24.kg", "Участники встречи"),
        ("Фото И. Примерова. Участники встречи", "Фото И. Примерова", "Участники встречи"),
        ("[Fotoğraf: AA]", "AA", None),
        ("Сүрөт: Кабар", "Кабар", None),
    ],
)
def test_photo_line_gives_credit_and_caption(read, line, credit, caption):
    document = read(f"{LEAD}\n{line}\n{SECOND}")
    assert (value(document, "credit"), value(document, "caption")) == (credit, caption)
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_caption_without_a_maker_is_no_credit(read):
    document = read(f"{LEAD}\nФото участников встречи\n{SECOND}")
    assert value(document, "caption") == "Фото участников встречи"
    assert value(document, "credit") is None
    assert [one.text for one in document.body] == [LEAD, SECOND]


@pytest.mark.parametrize(
    "headline", ["Photo exhibition of Turkic states opens in Baku", "Фото дня из столицы саммита"]
)
def test_headline_that_begins_like_a_credit_stays_a_headline(read, headline):
    assert value(read(f"{headline}\n{TEXT}"), "headline") == headline


def test_sentence_about_photos_is_text(read):
    sentence = (
        "Photos from the summit were shown in Baku, where ministers opened an exhibition on it."
    )
    document = read(f"{sentence}\n{SECOND}")
    assert value(document, "credit") is None
    assert len(document.body) == 2


def test_author_line_is_read(read):
    document = read(f"Example headline of this text\nBy Example Author\n{TEXT}")
    assert value(document, "author") == "Example Author"


@pytest.mark.parametrize(
    ("line", "dateline", "agency"),
    [
        (f"БАКУ /Trend/ - {LEAD}", "БАКУ /Trend/", "source/trend"),
        (f"ASTANA. KAZINFORM – {LEAD}", "ASTANA. KAZINFORM", "source/kazinform"),
        (f"ANKARA (AA) - {LEAD}", "ANKARA (AA)", "source/aa"),
        (f"БУДАПЕШТ, 13.03.2022. {LEAD}", "БУДАПЕШТ, 13.03.2022.", None),
        (f"AKIPRESS.COM - {LEAD}", "AKIPRESS.COM", "source/akipress"),
        (f"Baku, October 7, AZERTAC\n{LEAD}", "Baku, October 7, AZERTAC", "source/azertac"),
    ],
)
def test_dateline_is_cut_off_the_lead_and_names_the_agency(read, line, dateline, agency):
    document = read(f"{line}\n{SECOND}")
    assert value(document, "dateline") == dateline
    assert value(document, "agency") == agency
    assert document.body[0].text == LEAD


def test_capital_word_at_the_beginning_is_no_dateline(read):
    document = read(f"OTS members, among them Kazakhstan, met in May. {LEAD}\n{SECOND}")
    assert value(document, "dateline") is None


# Outlets


def test_address_of_the_document_speaks_where_the_text_prints_none(read):
    document = read(TEXT, name="https://www.trend.az/casia/1.html")
    assert value(document, "source") == "source/trend"
    assert document.fields["url"].inferred


def test_printed_address_outranks_the_documents(read):
    document = read(f"{TEXT}link: https://24.kg/1/\n", name="https://trend.az/1.html")
    assert value(document, "source") == "source/24kg"


@pytest.mark.parametrize(
    "url", ["https://not24.kg/1", "https://24.kg.example.org/1", "http://[oops"]
)
def test_similar_domain_is_another_outlet(read, url):
    assert value(read(f"{TEXT}link: {url}\n"), "source") is None


def test_outlet_naming_itself_is_no_second_agency(read):
    document = read(
        f"{LEAD}\nMinisters told 24.kg news agency about it, and they said much more.\n"
        "link: https://24.kg/1/"
    )
    assert value(document, "source") == "source/24kg"
    assert value(document, "agency") is None


def test_non_breaking_spaces_dont_hide_the_agency(read):
    document = read(f"{LEAD[:-1]}, Trend\xa0reports.\n{SECOND}")
    assert value(document, "agency") == "source/trend"


def test_outlet_named_only_in_a_cut_list_wrote_nothing(read):
    document = read(f"{TEXT}Related\nTrend reports on football\n")
    assert value(document, "agency") is None
    assert "no_outlet" in kinds(document)


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        (
            "The press service of the Example Ministry on Tuesday reported on the talks in Baku.",
            "The press service of the Example Ministry",
        ),
        (
            "Стороны обсудили торговлю и транспорт, сообщает пресс-служба президента Примерии.",
            "пресс-служба президента Примерии",
        ),
        (
            "The sides discussed trade and transport, Trend reports via the Example Ministry"
            " press service.",
            "the Example Ministry press service",
        ),
        (
            "The sides discussed trade and transport, and nobody said a word to the press at all.",
            None,
        ),
    ],
)
def test_press_service_is_named_in_the_texts_words(read, sentence, via):
    assert value(read(f"{LEAD}\n{sentence}"), "via") == via


def test_cited_press_service_is_no_agency(read):
    document = read(
        f"{LEAD}\nThe press service of the OTS Secretariat reported on it in the evening."
    )
    assert value(document, "via") == "The press service of the OTS Secretariat"
    assert value(document, "agency") is None


# Language


def test_language_outside_the_desks_is_flagged(read):
    document = read(
        "Der Generalsekretär traf am Dienstag in Berlin die Minister der türkischen Staaten.\n"
        "Sie sprachen über Handel, Verkehr und die Zusammenarbeit der kommenden Jahre.\n"
    )
    assert value(document, "language") == "de"
    assert "other_language" in kinds(document)


def test_uzbek_in_cyrillic_is_a_language_of_the_desk(read):
    document = read(
        "Вазирлар Тошкентда намунавий учрашув ўтказди ва ҳамкорлик ҳақида келишиб олди.\n"
        "Улар келгуси йилда маслаҳатлашувларни давом эттиришга қарор қилди, дейилади хабарда.\n"
    )
    assert value(document, "language") == "uz-Cyrl"
    assert "other_language" not in kinds(document)
