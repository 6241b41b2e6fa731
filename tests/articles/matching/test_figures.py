"""Figures: one number is read the same in every language."""

import pytest

from articles.matching.figures import figures_in, printed_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("12 500 людей", ["12500"]),
        ("12\u00a0500", ["12500"]),
        ("12,500 people", ["12500"]),
        ("12.500 kişi", ["12500"]),
        ("1,250,000.5", ["1250000.5"]),
        ("36,5 процента", ["36.5"]),
        ("36.5 percent", ["36.5"]),
        ("07 September", ["7"]),
        ("in 2022–2026", ["2022", "2026"]),
        ("no figure", []),
        ("1.2 billion", ["1200000000"]),
        ("1,2 миллиарда", ["1200000000"]),
        ("118 тыс. человек", ["118000"]),
        ("118 миңден ашык", ["118000"]),
        ("12 milyondan çox", ["12000000"]),
        ("5 bin 300 kişi", ["5300"]),
        ("2 млн 300 тыс.", ["2300000"]),
        ("5 тыс. 2025", ["5000", "2025"]),
        ("3 минут, 20 minutes", ["3", "20"]),
        ("9" * 5_000 + " million", ["9" * 5_000]),
    ],
)
def test_figures_are_read_as_every_language_writes_them(text, figures):
    assert figures_in(text) == figures


def test_a_span_of_years_is_shown_in_one_piece_whatever_its_dash():
    assert printed_figures("Strategy for 2022-2026 and Vision 2040, 2040") == ["2022–2026", "2040"]
    assert printed_figures("«Стратегия на 2022 – 2026 годы»") == ["2022–2026"]
