"""The five seeds, field by field and line by line, against results checked by hand."""

import json
from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"
NUMBERS = ("000", "001", "002", "003", "004")


def expected(number: str) -> dict:
    return json.loads((EXPECTED / f"{number}.json").read_text(encoding="utf-8"))


def values(document) -> dict:
    return {name: found.value for name, found in document.fields.items()}


def flags(document) -> list[str]:
    return [flag.kind for flag in document.flags]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_field_is_found_and_no_other(seeds, number):
    assert values(seeds[number]) == expected(number)["fields"]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_body_is_exact(seeds, number):
    assert [one.text for one in seeds[number].body] == expected(number)["body"]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_has_its_fate_and_rule(seeds, number):
    printed = [line for line in seeds[number].lines if line.fate != "blank"]
    shown = [f"{line.number} {line.fate} {line.rule}" for line in printed]
    assert shown == expected(number)["lines"]


@pytest.mark.parametrize("number", NUMBERS)
def test_flags_are_exact(seeds, number):
    assert flags(seeds[number]) == expected(number)["flags"]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_seed_is_quarantined(seeds, number):
    assert seeds[number].quarantine is None


def test_clock_without_known_outlet_has_no_zone(seeds):
    fields = values(seeds["000"])
    assert fields["headline"] == (
        "Sadyr Japarov meets with Security Council Secretaries of OTS members"
    )
    assert (fields["published"], fields["published_time"]) == ("2025-09-12", "16:40")
    assert "zone" not in fields
    assert flags(seeds["000"]) == ["no_outlet", "clock_without_zone"]
    assert len(seeds["000"].body) == 10


def test_missing_headline_is_proposed_from_the_first_sentence(seeds):
    fields = values(seeds["001"])
    assert "headline" not in fields
    assert fields["headline_proposed"] == (
        "Президент Кыргызской Республики Садыр Жапаров 12 сентября принял глав делегаций, "
        "участвующих в четвертой встрече секретарей Советов безопасности Организации тюркских "
        "государств в городе Бишкеке"
    )
    assert seeds["001"].fields["headline_proposed"].inferred
    assert flags(seeds["001"]) == ["no_headline", "no_outlet"]


def test_photo_line_in_the_middle_becomes_credit_and_caption(seeds):
    fields = values(seeds["001"])
    assert (fields["credit"], fields["caption"]) == ("Фото пресс-службы АП КР", "Секретари ОТГ")
    assert len(seeds["001"].body) == 10
    assert not any("Фото" in paragraph.text for paragraph in seeds["001"].body)


def test_date_line_with_text_is_split(seeds, raw_seeds):
    first = [line for line in seeds["001"].lines if line.number == 1]
    assert [(line.fate, line.rule) for line in first] == [("kept", "date_line"), ("kept", "body")]
    assert raw_seeds["001"][first[1].start :].startswith("Президент")


def test_credit_on_the_date_line_loses_its_label(seeds):
    assert values(seeds["002"])["credit"] == (
        "Official information source of the Prime Minister of the Republic of Kazakhstan"
    )


def test_dateline_agency_and_press_service_have_their_own_fields(seeds):
    fields = values(seeds["002"])
    assert fields["dateline"] == "ASTANA, Kazakhstan, September 18."
    assert fields["agency"] == "source/trend"
    assert fields["via"] == "the press service of the Prime Minister of Kazakhstan"
    assert "source" not in fields
    assert flags(seeds["002"]) == ["no_headline"]


def test_body_keeps_the_attribution_and_the_proposal_does_not(seeds):
    body, proposal = seeds["002"].body, values(seeds["002"])["headline_proposed"]
    assert body[0].text.startswith("Prime Minister of Kazakhstan, Olzhas Bektenov attended")
    assert body[0].text.endswith(
        "Trend reports via the press service of the Prime Minister of Kazakhstan."
    )
    assert proposal.startswith("Prime Minister of Kazakhstan, Olzhas Bektenov attended")
    assert proposal.endswith("multilateral cooperation among member countries")


def test_only_the_standing_paragraph_is_background(seeds):
    assert [one.is_background for one in seeds["002"].body] == [False] * 9 + [True]
    others = ("000", "001", "003", "004")
    assert not any(one.is_background for number in others for one in seeds[number].body)


def test_outlet_and_zone_come_from_the_address(seeds):
    fields = values(seeds["003"])
    assert fields["url"] == "https://24.kg/english/355057/"
    assert fields["source"] == "source/24kg"
    assert fields["zone"] == "Asia/Bishkek"
    assert fields["views"] == 155
    assert "agency" not in fields


def test_sites_own_list_contradicts_the_clock(seeds):
    (flag,) = seeds["003"].flags
    assert flag.kind == "clock_conflict"
    assert flag.values == {"ours": "11:26", "other": "10:23", "where": "list"}
    assert values(seeds["003"])["published_time"] == "11:26"
    conflicts = [line.number for line in seeds["003"].lines if line.fate == "conflict"]
    assert conflicts == [38]


def test_headline_printed_twice_is_kept_once(seeds):
    lines = {line.number: line for line in seeds["004"].lines}
    assert (lines[1].fate, lines[1].rule) == ("kept", "headline")
    assert (lines[3].fate, lines[3].rule) == ("cut", "doubled_headline")


def test_date_of_the_event_is_no_publication_date(seeds):
    fields = values(seeds["004"])
    assert fields["event_date"] == "2022-01-31"
    assert "published" not in fields
    assert flags(seeds["004"]) == ["no_date", "no_outlet"]


def test_double_and_trailing_spaces_are_gone(seeds, raw_seeds):
    assert "informed \xa0the" in raw_seeds["004"]
    assert "informed the Secretary of State the latest" in seeds["004"].body[1].text
    assert seeds["004"].body[1].text.endswith("of the Organization.")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_values_place_in_the_raw_text_prints_it(seeds, raw_seeds, number):
    derived = {"source", "agency", "event_date", "headline_proposed"}
    for name, found in seeds[number].fields.items():
        if found.start is not None and name not in derived:
            printed = raw_seeds[number][found.start : found.end]
            assert " ".join(printed.split()) == str(found.value)
