"""What is no text, above, below and in the midst of one; every page is invented."""

import pytest

LEAD = "Railway engineers of the example states agreed on one common form for freight waggons."
SECOND = "They meant to try it out on two routes and to report on it in the coming spring."
HEADLINE = "Example engineers agree on one form"


def bodies(document) -> list[str]:
    return [one.text for one in document.body]


def value(document, name):
    found = document.fields.get(name)
    return found.value if found else None


def rule_of(document, raw: str, text: str) -> str:
    return next(one.rule for one in document.lines if raw[one.start : one.end].strip() == text)


# Above the text


@pytest.mark.parametrize(
    "between",
    [
        "07 Ekim 2025 16:02",
        f"{HEADLINE}\n1758279\n{HEADLINE}",
    ],
)
def test_sentence_above_the_date_or_number_is_the_standfirst(read, between):
    deck = "The form will save the crews of all the lines an hour at each border."
    document = read(f"{HEADLINE}\n\n{deck}\n\n{between}\n\n{LEAD}\n\n{SECOND}")
    assert value(document, "deck") == deck
    assert bodies(document) == [LEAD, SECOND]


def test_sentence_above_the_dateline_is_the_standfirst(read):
    deck = "The form will save an hour."
    document = read(f"{HEADLINE}\n{deck}\nБИШКЕК, 18-сен. — Sputnik. {LEAD}\n{SECOND}")
    assert value(document, "deck") == deck
    assert bodies(document) == [LEAD, SECOND]


def test_summary_that_the_lead_tells_again_is_the_standfirst(read):
    deck = "Railway engineers of the example states agreed on a form."
    document = read(f"{HEADLINE}\n\n{deck}\n\n{LEAD}\n\n{SECOND}")
    assert value(document, "deck") == deck
    assert bodies(document) == [LEAD, SECOND]


def test_remark_between_headline_and_lead_is_the_standfirst(read):
    remark = "Nobody has to learn anything by heart."
    lead = "Engineers from the example states agreed in Exampletown on one form for waggons."
    document = read(f"{HEADLINE}\n\n{remark}\n\nФото: Example\n\n{lead}\n\n{SECOND}")
    assert value(document, "deck") == remark
    assert bodies(document) == [lead, SECOND]


@pytest.mark.parametrize(
    "lead",
    [
        "Nobody has to learn it by heart, Example Daily reports.",
        "EXAMPLETOWN. KAZINFORM – Nobody has to learn it by heart.",
        "“Nobody has to learn it by heart”.",
        "Nobody has to learn. That is the good news.",
    ],
)
def test_short_lead_that_tells_whose_words_it_prints_is_no_standfirst(read, lead):
    below = "Engineers from the example states agreed in Exampletown on one form for waggons."
    assert value(read(f"{HEADLINE}\n\n{lead}\n\n{below}\n\n{SECOND}"), "deck") is None


def test_remark_above_the_headline_of_the_picture_is_the_standfirst(read):
    remark = "The form is to save an hour at each border."
    head = f"{HEADLINE}\n\n{remark}\n\n{HEADLINE}\n[Fotograf: AA]"
    document = read(f"{head}\n\n{LEAD}\n\n{SECOND}")
    assert value(document, "deck") == remark
    assert bodies(document) == [LEAD, SECOND]


def test_dateline_on_its_own_line_leaves_the_text(read):
    document = read(f"{HEADLINE}\nБИШКЕК, 18-сен. — Sputnik.\n{LEAD}\n{SECOND}")
    assert value(document, "dateline") == "БИШКЕК, 18-сен. — Sputnik"
    assert bodies(document) == [LEAD, SECOND]


def test_list_above_the_headline_and_its_two_dates_leaves_the_headline(read):
    dates = "Oluşturulma Tarihi: 19 Mart 2024, Salı 13:28\nGüncellenme Tarihi: 20 Mart 2024 15:41"
    document = read(f"SON DAKİKA\n\n{HEADLINE}\n\n{dates}\n\n{LEAD}\n\n{SECOND}")
    assert value(document, "headline") == HEADLINE


def test_headline_again_below_the_lead_is_a_caption_and_the_lead_stays(read):
    document = read(f"{HEADLINE}\n\n{LEAD}\n\n{HEADLINE}\n\n{SECOND}\n\n{SECOND[:-1]} or so.")
    assert value(document, "deck") is None
    assert bodies(document)[0] == LEAD


def test_lead_printed_twice_is_kept_once(read):
    lead = f"{LEAD[:-1]}, Trend reports."
    assert bodies(read(f"{lead}\n{lead}\n{SECOND}\n")) == [lead, SECOND]


def test_headline_with_a_full_stop_is_known_by_its_repetition(read):
    headline = "Example engineers paid a visit to the example minister in Exampletown."
    document = read(f"{headline}\n\n{headline}\n{LEAD}\n\n{SECOND}")
    assert value(document, "headline") == headline
    assert bodies(document) == [LEAD, SECOND]


# Below the text


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("///nCa, 18 October 2022", "signature"),
        ("ЎзА", "signature"),
        ("Example Author, ЎзА.", "signature"),
        ("AKIPRESS.COM", "signature"),
        ("example.az", "signature"),
        ("Источник: example.kg", "signature"),
        ("MENAFN06012024000187011040ID1107690202", "signature"),
        ("Get The Example Times stories sent directly to you! Sign up now!", "promotion"),
        ("Заметили ошибку в тексте? Выделите её и нажмите Ctrl + Enter.", "promotion"),
        ("Subscribe to our Telegram channel and never miss a train.", "promotion"),
        ("Бизге жазылыңыз: Telegram каналыбыз күн сайын жаңыланат.", "promotion"),
        ("🔹 Example news for your phone", "promotion"),
        ("No comments found.", "site_furniture"),
        ("31° Kechasi 18°", "site_furniture"),
        ("KGS/USD = 0.01144 0%", "currency"),
        ("12169.41 UZS", "currency"),
        ("#Example Summit", "site_furniture"),
        ("Chinese", "site_language"),
        ("family-photo-of-engineers-65aa6d32", "site_furniture"),
        ("Form.JPG", "site_furniture"),
        ("The form is agreed on. РИА Новости, 24.10.2025", "site_furniture"),
        ("© Content of this site must be linked to.", "signature"),
        ("By subscribing to our example paper, you can read it all on every day.", "promotion"),
        ("Mətndə səhv varsa, onu qeyd edib ctrl + enter düyməsini basın", "promotion"),
        ("All rights reserved", "promotion"),
        ("Republication of any material needs a hyperlink to Example Post.", "promotion"),
        ("Support independent journalism with a subscription.", "promotion"),
        ("Нет описания.", "site_furniture"),
        ("[gallery-12]", "site_furniture"),
        ("The lighthouse opens for visitors. So does the>>>Devamı", "other_story"),
        ("Example Author suhbatlashdi.", "author"),
        ("Беседовала Example Author", "author"),
        ("Tasodifiy xabarlar", "related_list"),
        ("Leave a Reply", "page_end"),
        ("Yorum Yazın", "page_end"),
        ("Кумыс готов к празднику >>", "other_story"),
        ("Also read: The lighthouse opens for visitors", "other_story"),
        ("Our train pic.twitter.com/example — Example (@example) July 6, 2024", "embedded"),
    ],
)
def test_line_below_the_text_is_cut_by_its_rule(read, line, rule):
    raw = f"{HEADLINE}\n\n{LEAD}\n\n{SECOND}\n\n{line}\n"
    document = read(raw)
    assert bodies(document) == [LEAD, SECOND]
    assert rule_of(document, raw, line) == rule


@pytest.mark.parametrize(
    "glued",
    [
        *(" - GEBELE", " ///nCa, 27 March 2024", "///nCa, 27 March 2024", " (BCh)", " ЎзА."),
        *(" | ||", " Example.Media", " POST1RIGHT", " Degişli Habarlar", "Related News"),
    ],
)
def test_mark_glued_to_the_last_sentence_is_parted_and_cut(read, glued):
    assert bodies(read(f"{LEAD}\n\n{SECOND}{glued}\n")) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met in two towns of the example states - Baku and Bishkek.",
        "The minister said on Twitter that the trains of all the lines follow one timetable.",
        "Kanalımıza konuşan örnek bakan, hattın gelecek yıl baharda açılacağını söyledi.",
        "They asked the Organization of Turkic States (OTS).",
        "Reproduction of the carpets is prohibited until the end of the year, the museum said.",
    ],
)
def test_sentence_that_looks_like_furniture_stays(read, sentence):
    assert bodies(read(f"{LEAD}\n\n{sentence}\n\n{SECOND}\n"))[1] == sentence


def test_teasers_with_a_sentence_each_are_no_text(read):
    teasers = "Cat turns twenty\nThe cat of the harbour turned twenty today, to everybody's joy.\n"
    document = read(f"{LEAD}\n{SECOND}\nBu ham qiziq\n{teasers}Dog turns ten\n")
    assert bodies(document) == [LEAD, SECOND]


def test_teasers_below_the_request_to_report_mistakes_are_no_text(read):
    request = "Матнда хатолик топсангиз, уни белгилаб, бизга юборинг (Ctrl + Enter)"
    teaser = "The cat of the harbour turned twenty today, to everybody's joy."
    document = read(f"{LEAD}\n\n{SECOND}\n\n{request}\nDog turns ten\n{teaser}\n")
    assert bodies(document) == [LEAD, SECOND]


def test_list_with_the_headline_twice_below_it_leaves_the_headline(read):
    page = f"Лента новостей\n\n{HEADLINE}\n\n{HEADLINE}\nФото: Example 20.12.2022 12:32 883\n\n"
    document = read(f"{page}{LEAD}\n\n{HEADLINE}\n\n{SECOND}\n")
    assert value(document, "headline") == HEADLINE
    assert bodies(document) == [LEAD, SECOND]


def test_headlines_and_summaries_below_the_pages_picture_are_no_text(read):
    cover = "Cover photo: Engineers at work (Photo: Example Press)"
    teasers = "Cat Turns Twenty\nThe cat of the harbour turned twenty today, to everybody's joy.\n"
    document = read(f"{HEADLINE}\n{LEAD}\n{SECOND}\n\n{cover}\n\n{teasers}")
    assert bodies(document) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "beginning",
    [
        "The engineers asked the ministers to send the form to all stations. They hope to",
        f"Besides, {LEAD[:-1]} before the ministers ca",
    ],
)
def test_paragraph_that_the_scrape_cut_off_belongs_to_the_text(read, beginning):
    assert bodies(read(f"{HEADLINE}\n{LEAD}\n{SECOND}\n{beginning}"))[-1] == beginning


@pytest.mark.parametrize(
    "below",
    [
        "Old lighthouse in Exampletown to open its doors to visitors",
        "The engineers of the example harbour ask the ministers of all the states for more cats...",
        "Besides, the engineers asked the ministers of all the example states to send their form\n",
    ],
)
def test_headline_below_the_text_is_none_of_its_paragraphs(read, below):
    assert bodies(read(f"{HEADLINE}\n{LEAD}\n{SECOND}\n{below}")) == [LEAD, SECOND]


def test_address_glued_to_the_last_sentence_is_the_pages(read):
    document = read(f"{HEADLINE}\n{LEAD}\n{SECOND} https://example.org/form/1\n")
    assert value(document, "url") == "https://example.org/form/1"
    assert bodies(document) == [LEAD, SECOND]


# In the midst of the text


@pytest.mark.parametrize(
    "between",
    ["1", "2/5", "Old radio found on a peak\nOld radio found on a peak\nİçeriği Görüntüle"],
)
def test_pictures_number_and_doubled_headline_leave_the_text(read, between):
    assert bodies(read(f"{LEAD}\n\n{between}\n\n{SECOND}\n")) == [LEAD, SECOND]


def test_other_headline_inside_a_text_of_sputnik_is_cut(read):
    other = "Old radio found on an example peak"
    document = read(f"БИШКЕК, 18-сен. — Sputnik. {LEAD}\n{other}\n{SECOND}\n")
    assert bodies(document) == [LEAD, SECOND]


def test_paragraph_that_was_printed_before_is_kept_once(read):
    document = read(f"{HEADLINE}\n{LEAD}\n{SECOND}\nThey went home.\n{SECOND}\nAll is well.\n")
    assert bodies(document) == [LEAD, SECOND, "They went home.", "All is well."]


def test_heading_inside_anybody_elses_text_stays(read):
    heading = "Old waggons find new users at once"
    assert bodies(read(f"{LEAD}\n{heading}\n{SECOND}\n")) == [LEAD, heading, SECOND]


def test_list_of_guests_and_the_short_sentence_below_it_stay(read):
    guests = "Azerbaijan – Deputy Head A. Example;\nKazakhstan – Director B. Example;"
    document = read(f"{LEAD}\nThe meeting was attended by:\n{guests}\nThey will meet again.\n")
    assert len(bodies(document)) == 5


def test_lead_that_ends_in_a_colon_is_the_first_paragraph(read):
    lead = "The head of the example railway told the example paper about the new form:"
    document = read(f"{HEADLINE}\n07.10.2025\n{lead}\n– What is new in the example form?\n{SECOND}")
    assert bodies(document)[0] == lead


def test_text_broken_at_a_fixed_width_is_joined(read):
    wrapped = (
        "Railway engineers of the example states agreed in Exampletown on\n"
        "one common form for freight waggons, and the ministers of the\n"
        "Example Union praised them.\n"
        "They meant to try it out on two routes between the harbour and\n"
        "the mountains in the coming spring, and to report on it in the\n"
        "autumn of the year.\n"
    )
    assert bodies(read(f"(MENAFN- Trend News Agency) {wrapped}")) == [
        "Railway engineers of the example states agreed in Exampletown on one common form for "
        "freight waggons, and the ministers of the Example Union praised them.",
        "They meant to try it out on two routes between the harbour and the mountains in the "
        "coming spring, and to report on it in the autumn of the year.",
    ]


# Headlines in other languages, and what stays as background


def test_headlines_in_other_languages_become_hints(read):
    others = "Ekspert: nümunə qatarlar yeni cədvəllə gedəcək\nПоезда пойдут по новому расписанию\n"
    document = read(f"{HEADLINE}\n{LEAD}\n{SECOND}\n{others}\nLatest News\n")
    assert [(one.language, one.headline) for one in document.hints] == [
        ("az", others.splitlines()[0]),
        ("ru", others.splitlines()[1]),
    ]
    assert bodies(document) == [LEAD, SECOND]


def test_buttons_in_one_other_language_are_no_hints(read):
    document = read(f"{LEAD}\n{SECOND}\nБудьте первым, кто напишет письмо\nВсе поезда на карте\n")
    assert document.hints == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Organization of Turkic States, founded in 2009, has five members.",
        "The Organization of Turkic States unites five countries and has its seat in Istanbul.",
        "It should be noted that the organisation was set up in the town of Nakhchivan in 2009.",
        "В Организацию тюркских государств входят пять стран, секретариат работает в Стамбуле.",
        "Түрк мамлекеттер уюму 2009-жылы түзүлгөн, анын катчылыгы Стамбул шаарында жайгашкан.",
        "2009 жылы құрылған Түркі кеңесі – бес елді біріктіретін халықаралық ұйым болып табылады.",
        "Qeyd edək ki, Türk Şurası 2009-cu ildə yaradılıb, onun katibliyi İstanbulda yerləşir.",
        "Turkiy davlatlar tashkiloti 2009 yilda tuzilgan, uning kotibiyati Istanbulda joylashgan.",
        "The Organization of Turkic States is an interstate bloc of five countries of one family.",
        "The assembly goes back to an agreement that speakers of parliaments signed in 2008.",
        "Türk Devletleri Teşkilatı, 2009 yılında İstanbul merkezli olarak kurulan bir yapıdır.",
    ],
)
def test_definition_is_background_in_every_language(read, paragraph):
    document = read(f"{LEAD}\n{SECOND}\n{paragraph}\n")
    assert [one.is_background for one in document.body] == [False, False, True]


def test_definition_below_a_heading_that_names_the_organization_is_background(read):
    paragraph = "Bu yıl örnek ülkenin yönettiği Türk Devletleri Teşkilatı, 2009 yılında kuruldu."
    document = read(f"{LEAD}\n{SECOND}\nTÜRK DEVLETLERİ TEŞKİLATI\n{paragraph}\n")
    assert [one.is_background for one in document.body] == [False, False, True, True]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Turkic Council should be turned into a regional organization, the minister said.",
        "The OTS established an example fund for young railway engineers in the spring of 2022.",
        "Turkiy davlatlar tashkilotiga a’zo davlatlar vakillari namuna shahrida yig‘ildi.",
        "ТМУга мүчө өлкөлөрдүн темир жолчулары үлгү шаарында жыйын өткөрүп, форма кабыл алышты.",
    ],
)
def test_news_of_the_organization_is_no_background(read, paragraph):
    assert not any(one.is_background for one in read(f"{LEAD}\n{paragraph}\n").body)
