"""Where pages print a picture's maker and its text; every page is invented."""

import pytest

LEAD = "Railway engineers of the example states agreed on one common form for freight waggons."
SECOND = "They meant to try it out on two routes and to report on it in the coming spring."
HEADLINE = "Example engineers agree on one form"


@pytest.mark.parametrize(
    ("lines", "credit", "caption"),
    [
        ("Photo credit: Example Press", "Example Press", None),
        ("Источник фото: example.com", "example.com", None),
        ("© Фото: A. Example/ “Example Post“", "A. Example/ “Example Post“", None),
        ("Коллаж: Example/ Canva", "Example/ Canva", None),
        ("Сурет: Мысал агенттігі", "Мысал агенттігі", None),
        ("[Fotograf: AA]", "AA", None),
        ("Images | gov.kz", "gov.kz", None),
        ("Picture source - Reuters", "Reuters", None),
        ("Фото:\n© Пресс-служба примера", "© Пресс-служба примера", None),
        ("The new form / Fotó: AFP", "AFP", "The new form"),
        ("The new form (Photo: Example Press/A. Example)", "Example Press/A. Example",
         "The new form"),
        ("The new form on a table. Photo credit: Example Press", "Example Press",
         "The new form on a table."),
        ("Borítókép: The new form (Fotó: MTI/Example)", "MTI/Example", "The new form"),
        ("Engineers at the table (AA)Engineers at the table (AA)", "AA", "Engineers at the table"),
        ("© Sputnik / A. Example The new form\nThe new form - Sputnik Кыргызстан",
         "© Sputnik / A. Example", "The new form"),
        ("Photo Ministry of Examples. The new form", "Photo Ministry of Examples", "The new form"),
        ("Az új nyomtatvány\nThe new form (Photo: MTI/Example)", "MTI/Example", "The new form"),
        ("The new form\nThe new form / Foto: DHA", "DHA", "The new form"),
    ],
)  # fmt: skip
def test_credit_and_caption_between_paragraphs_are_read_and_leave_the_text(
    read, lines, credit, caption
):
    document = read(f"{HEADLINE}\n\n{LEAD}\n\n{lines}\n\n{SECOND}\n\n{SECOND[:-1]} again.\n")
    values = {name: found.value for name, found in document.fields.items()}
    assert (values.get("credit"), values.get("caption")) == (credit, caption)
    assert [one.text for one in document.body] == [LEAD, SECOND, f"{SECOND[:-1]} again."]


@pytest.mark.parametrize("glued", ["Фото: Акорда", "Foto: Example", "Photo: Example Press"])
def test_credit_glued_to_a_sentence_is_parted_from_it(read, glued):
    document = read(f"{LEAD}{glued}\n\n{SECOND}\n")
    assert document.fields["credit"].value == glued.split(": ")[1]
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_credit_glued_to_the_headline_leaves_the_headline(read):
    document = read(f"{HEADLINE}\n\n{HEADLINE} Фото пресс-службы примера\n\n{LEAD}\n\n{SECOND}\n")
    assert document.fields["headline"].value == HEADLINE
    assert document.fields["credit"].value == "Фото пресс-службы примера"
    assert "caption" not in document.fields


def test_text_printed_twice_above_the_lead_is_the_caption(read):
    caption = "The new form. Exampletown."
    document = read(f"{HEADLINE}\n\n{caption}\n{caption}\n\n{LEAD}\n\n{SECOND}\n")
    assert document.fields["caption"].value == caption
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_none_is_nobody(read):
    document = read(f"{HEADLINE}\nFoto: None\n{LEAD}\n{SECOND}\n")
    assert "credit" not in document.fields
    assert [one.text for one in document.body] == [LEAD, SECOND]


def test_sentence_about_a_photo_with_a_colon_stays(read):
    sentence = "The engineer showed a photo: it was the old form, three pages long and yellow."
    document = read(f"{LEAD}\n{sentence}\n{SECOND}\n")
    assert "credit" not in document.fields
    assert [one.text for one in document.body] == [LEAD, sentence, SECOND]
