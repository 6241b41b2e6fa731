"""Marks by which outlets say that a text is a later version."""

import pytest

from articles.matching.marks import update_mark_of


@pytest.mark.parametrize(
    "headline",
    [
        "Fair opens in Samarkand (UPDATE)",
        "(UPDATE 2) Fair opens",
        "Fair opens [updated]",
        "Ярмарка открылась (ДОПОЛНЕНО)",
        "Ярмарка открылась (обновлено)",
        "Fuar açıldı (GÜNCELLENDİ)",
        "Fuar açıldı - güncellendi",
        "Жәрмеңке ашылды (жаңартылды)",
        "Жарманке ачылды (ТОЛУКТАЛДЫ)",
        "Yarmarka açıldı - YENİLƏNİB",
    ],
)
def test_a_mark_in_the_headline_is_found(headline):
    assert update_mark_of({"title": headline, "body": ""})


@pytest.mark.parametrize("line", ["UPDATED", "обновлено", "Güncellendi", "Details added"])
def test_a_mark_on_a_line_of_its_own_is_found(line):
    assert update_mark_of({"title": "", "body": f"{line}\nThe fair opened."}) == line


@pytest.mark.parametrize(
    "headline",
    [
        "Ministry updated its plan for 2026",
        "Оборудование больницы обновлено на 80 процентов",
        "Ders kitapları güncellendi, yeni yıl başlıyor",
        "",
    ],
)
def test_an_ordinary_word_is_no_mark(headline):
    assert update_mark_of({"title": headline, "body": f"{headline}."}) == ""


def test_what_the_importer_took_for_a_mark_counts():
    assert update_mark_of({"version_mark": "Version 2", "body": ""}) == "Version 2"
