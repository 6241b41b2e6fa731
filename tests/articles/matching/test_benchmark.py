"""The benchmark of matching: its texts are what it says, and it measures in an empty database."""

import json

import pytest
from django.core.management import call_command

from articles.management.commands import benchmark_matching
from articles.matching.benchmark import measure
from articles.matching.inventing import TEXTS_A_DAY, Newsroom, verdicts_of
from articles.models import Article


def texts_of(count):
    return [text for day in Newsroom().days(count) for text in day]


def test_the_same_seed_gives_the_same_texts():
    assert texts_of(120) == texts_of(120)


def test_texts_are_numbered_and_spread_over_days():
    days = list(Newsroom().days(3 * TEXTS_A_DAY + 1))
    assert [len(day) for day in days] == [TEXTS_A_DAY] * 3 + [1]
    assert [text.article["id"] for day in days for text in day] == list(range(1, 167))


def test_names_and_figures_change_alike_in_all_languages():
    texts = [text for text in texts_of(200) if text.kind == "original"]
    pairs = [
        (one.article, other.article)
        for one in texts
        for other in texts
        if one.events == other.events and one.article["id"] < other.article["id"]
    ]
    digits = [[sorted(filter(str.isdigit, article["body"])) for article in pair] for pair in pairs]
    assert sum(ours == theirs for ours, theirs in digits) > len(pairs) / 3


def test_what_texts_are_to_each_other_is_known():
    verdicts = verdicts_of(texts_of(600))
    assert set(verdicts.values()) == {
        *("translation", "duplicate", "new_version", "contains", "same_story", "")
    }


@pytest.mark.django_db
def test_it_measures_time_memory_and_quality(monkeypatch):
    measured = measure(80)
    assert measured["texts"] == Article.objects.count() == 80
    assert measured["quality"]["translation"]["right"] > 0
    assert json.loads(json.dumps(measured)) == measured


@pytest.mark.django_db
def test_it_refuses_a_desk_with_articles(make_text):
    make_text()
    with pytest.raises(ValueError, match="empty"):
        measure(10)


def test_the_command_prints_a_table(monkeypatch, capsys):
    found = {"true": 10, "proposed": 8, "right": 6, "queued": 9}
    measured = {
        **{"texts": 1000, "fingerprinting": 2.0, "bulk": 4.0, "memory": 100.0, "pairs": 8},
        **{"new": 20.0, "slowest": 40.0, "first": 30.0, "quality": {"duplicate": found}},
    }
    monkeypatch.setattr(benchmark_matching, "_measure_apart", lambda _count, _keep: measured)
    call_command("benchmark_matching", texts=[1000])
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split() == ["duplicate", "10", "0.750", "0.600", "0.900"] for line in lines)
