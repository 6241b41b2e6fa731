"""Measuring how well names are compared, on a few judged pairs."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from people.names.benchmark import (
    FULL_NAMES,
    NamePair,
    Scored,
    candidates,
    key_recall,
    made_names,
    quality,
    read_pairs,
    score,
)

PAIRS = [
    NamePair("two scripts", True, "Sadyr Japarov", "Садыр Жапаров"),
    NamePair("two scripts", True, "Erlan Karin", "Иван Сидоров"),
    NamePair("two scripts", False, "Sadyr Japarov", "Акылбек Жапаров"),
    NamePair("words", True, "Japarov", "Жапаров"),
]


@pytest.fixture
def pairs_file(tmp_path):
    path = tmp_path / "pairs.tsv"
    lines = [f"{pair.set}\t{int(pair.is_same)}\t{pair.a}\t{pair.b}" for pair in PAIRS]
    path.write_text("\n".join(["set\tlabel\tname_a\tname_b", *lines]), encoding="utf-8")
    return path


def test_pairs_are_read_as_they_were_judged(pairs_file):
    assert read_pairs(pairs_file) == PAIRS


def test_single_words_count_in_their_own_set_only():
    by_set, speed = score(PAIRS)
    assert {name: len(scored) for name, scored in by_set.items()} == {
        "two scripts": 3,
        "words": 1,
        FULL_NAMES: 3,
    }
    assert speed > 0


def test_quality_counts_what_passes_the_threshold():
    found = quality([Scored(1.0, True), Scored(0.9, False), Scored(0.8, True), Scored(0.1, True)])
    assert found.pairs == 4
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.sure_recall == pytest.approx(1 / 3)


def test_equal_scores_stand_and_fall_together():
    assert quality([Scored(0.9, True), Scored(0.9, False)]).sure_recall == 0.0


def test_the_keys_bring_a_partner_who_shares_a_word():
    assert key_recall(PAIRS) == {"two scripts": 0.5, "words": 1.0}


def test_candidates_are_counted_among_made_names():
    found = candidates(PAIRS, 6)
    assert found.names == 6
    assert 1 <= found.mean <= found.most <= 6


def test_made_names_keep_to_one_script():
    made = made_names(["Sadyr Japarov", "Erlan Karin", "Садыр Жапаров"], 10)
    assert sorted(made) == [
        "Erlan Japarov",
        "Erlan Karin",
        "Sadyr Japarov",
        "Sadyr Karin",
        "Садыр Жапаров",
    ]


def test_the_command_prints_quality_speed_and_keys(pairs_file):
    out = StringIO()
    call_command("benchmark_names", pairs_file, names=4, stdout=out)
    assert "two scripts" in out.getvalue()
    assert "pairs per processor second" in out.getvalue()
    assert "Candidates among 4 names" in out.getvalue()


def test_the_command_refuses_a_file_without_the_columns(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("a\tb\nSadyr\tСадыр\n", encoding="utf-8")
    with pytest.raises(CommandError, match="can't be read"):
        call_command("benchmark_names", path)
    with pytest.raises(CommandError, match="can't be read"):
        call_command("benchmark_names", tmp_path / "missing.tsv")


def test_the_command_refuses_a_file_without_pairs(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("set\tlabel\tname_a\tname_b\n", encoding="utf-8")
    with pytest.raises(CommandError, match="no pairs"):
        call_command("benchmark_names", path)
