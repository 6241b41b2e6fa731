"""The five real documents, from bytes to drafts, and the command that brings them in."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.choices import FlagKind, ReadingStatus, Status, Verdict
from articles.management.commands.import_seeds import SEEDS
from articles.models import (
    Article,
    ArticleJudgement,
    Document,
    Reading,
    Sighting,
    Translation,
)
from articles.publishing import dismiss, publish, withdraw

EXPECTED = {
    "000": {
        "language": "en",
        "headline": "Sadyr Japarov meets with Security Council Secretaries of OTS members",
        "proposed": False,
        "published": "2025-09-12",
        "clock": "16:40",
        "zone": "",
        "paragraphs": 10,
        "source": None,
        "agency": None,
        "flags": {"no_outlet", "clock_without_zone"},
        "persons": {
            "Sadyr Japarov", "Baktybek Bekbolotov", "Ramil Usubov", "Gizat Nurdauletov",
            "Okay Memiş", "Viktor Makhmudov", "Kubanychbek Omuraliev",
        },
    },
    "001": {
        "language": "ru",
        "headline": (
            "Президент Кыргызской Республики Садыр Жапаров 12 сентября принял глав делегаций, "
            "участвующих в четвертой встрече секретарей Советов безопасности Организации "
            "тюркских государств в городе Бишкеке"
        ),
        "proposed": True,
        "published": "2025-09-12",
        "clock": None,
        "zone": "",
        "paragraphs": 10,
        "source": None,
        "agency": None,
        "flags": {"no_headline", "no_outlet"},
        "persons": {
            "Sadyr Japarov", "Baktybek Bekbolotov", "Ramil Usubov", "Gizat Nurdauletov",
            "Okay Memiş", "Viktor Makhmudov", "Kubanychbek Omuraliev",
        },
    },
    "002": {
        "language": "en",
        "headline": (
            "Prime Minister of Kazakhstan, Olzhas Bektenov attended key meetings of the "
            "Organization of Turkic States in Bishkek, focusing on advancing regional "
            "integration, modernizing the Trans-Caspian International Transport Route, and "
            "enhancing multilateral cooperation among member countries"
        ),
        "proposed": True,
        "published": "2025-09-18",
        "clock": None,
        "zone": "",
        "paragraphs": 10,
        "source": None,
        "agency": "Trend News Agency",
        "flags": {"no_headline"},
        "persons": {"Olzhas Bektenov", "Sadyr Japarov", "Kassym-Jomart Tokayev"},
    },
    "003": {
        "language": "en",
        "headline": "US President attaches great importance to cooperation with Turkic states",
        "proposed": False,
        "published": "2025-12-18",
        "clock": "11:26",
        "zone": "Asia/Bishkek",
        "paragraphs": 4,
        "source": "24.kg",
        "agency": None,
        "flags": {"clock_conflict"},
        "persons": {"Kubanychbek Omuraliev", "Paul Kapur"},
    },
    "004": {
        "language": "en",
        "headline": "Secretary General met with Secretary of State of Kazakhstan in Nur-Sultan",
        "proposed": False,
        "published": None,
        "clock": None,
        "zone": "",
        "paragraphs": 7,
        "source": None,
        "agency": None,
        "flags": {"no_date", "no_outlet"},
        "persons": {"Baghdad Amreyev", "Erlan Karin"},
    },
}  # fmt: skip


def seed(number: str) -> Translation:
    texts = Translation.objects.filter(
        reading__document__sightings__path__contains=f"{number}_", replaced_by=None
    )
    return texts.distinct().get()


@pytest.mark.parametrize("number", EXPECTED)
def test_a_seed_becomes_what_the_design_says(seeds, number):
    text, expected = seed(number), EXPECTED[number]
    found = {
        "language": text.language,
        "headline": text.headline,
        "proposed": text.headline_is_proposed,
        "published": str(text.published) if text.published else None,
        "clock": text.published_time.isoformat("minutes") if text.published_time else None,
        "zone": text.zone,
        "paragraphs": len(text.paragraphs),
        "source": text.source.name if text.source else None,
        "agency": text.agency.name if text.agency else None,
        "flags": set(text.flags.open().values_list("kind", flat=True)),
        "persons": set(
            text.mentions.confirmed()
            .filter(entity__kind="person")
            .values_list("entity__name", flat=True)
        ),
    }
    assert found == expected
    assert text.status == Status.DRAFT


def test_credits_and_captions_leave_the_body(seeds):
    russian, trend = seed("001"), seed("002")
    assert (russian.credit, russian.caption) == ("Фото пресс-службы АП КР", "Секретари ОТГ")
    assert trend.credit == (
        "Official information source of the Prime Minister of the Republic of Kazakhstan"
    )
    assert "Фото" not in russian.body
    assert "Photo" not in trend.body


def test_the_dateline_and_the_press_service_have_fields_of_their_own(seeds):
    text = seed("002")
    assert text.dateline == "ASTANA, Kazakhstan, September 18."
    assert text.via == "the press service of the Prime Minister of Kazakhstan"
    assert text.body.startswith("Prime Minister of Kazakhstan, Olzhas Bektenov attended")


def test_the_address_and_the_views_are_kept(seeds):
    text = seed("003")
    assert (text.source_url, text.views) == ("https://24.kg/english/355057/", 155)


def test_the_date_of_the_event_is_not_a_date_of_publication(seeds):
    text = seed("004")
    assert text.published is None
    assert str(text.article.event_date) == "2022-01-31"


@pytest.mark.parametrize(
    ("number", "spelling", "name"),
    [
        ("004", "B. Amreyev", "Baghdad Amreyev"),
        ("002", "Bektenov", "Olzhas Bektenov"),
        ("002", "Sadyr Zhaparov", "Sadyr Japarov"),
        ("004", "Nur-Sultan", "Astana"),
        ("001", "Организации тюркских государств", "Organization of Turkic States"),
        ("001", "Бишкеке", "Bishkek"),
    ],
)
def test_every_form_of_a_name_leads_to_its_bearer(seeds, number, spelling, name):
    found = seed(number).mentions.confirmed().filter(text=spelling)
    assert set(found.values_list("entity__name", flat=True)) == {name}


def test_nobody_is_taken_from_lines_that_were_cut(seeds):
    persons = seed("003").mentions.names().filter(entity__kind="person")
    names = persons.values_list("entity__name", flat=True)
    assert set(names) == {"Kubanychbek Omuraliev", "Paul Kapur"}


def test_every_line_of_the_raw_text_is_accounted_for(seeds):
    assert Reading.objects.count() == 5
    for reading in Reading.objects.select_related("document"):
        raw = bytes(reading.document.content).decode()
        inside = [raw[line["start"] : line["end"]] for line in reading.lines]
        assert "".join("".join(inside).split()) == "".join(raw.split())
        assert all(line["rule"] for line in reading.lines if line["fate"] == "cut")


def test_one_pair_is_proposed_and_nothing_else(seeds):
    pair = ArticleJudgement.objects.get()
    assert {pair.first, pair.second} == {seed("000").article, seed("001").article}
    assert pair.proposed_verdict == Verdict.TRANSLATION
    assert pair.verdict == Verdict.UNDECIDED
    assert pair.evidence


def run(*args) -> str:
    out = StringIO()
    call_command("import_seeds", *args, stdout=out, verbosity=0)
    return out.getvalue()


def report(*args) -> dict:
    return json.loads(run(*args, "--json"))


@pytest.fixture
def folder(tmp_path, db) -> Path:
    """A folder with two good texts and four that are none."""
    for number in ("003", "004"):
        file = next(SEEDS.glob(f"{number}_*.txt"))
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\x00\x01\x02" * 40)
    (tmp_path / "broken.txt").write_bytes(b"date 2025-09-12 \xff\xfe\xfa text")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "spaces.txt").write_bytes(b" \n\n ")
    return tmp_path


def test_importing_again_adds_a_sighting_and_nothing_else(seeds):
    def rows():
        models = (Document, Reading, Article, Translation, ArticleJudgement)
        return [list(model.objects.order_by("pk").values()) for model in models]

    before, sightings = rows(), Sighting.objects.count()
    assert report()["counts"]["unchanged"] == 5
    assert rows() == before
    assert Sighting.objects.count() == sightings + 5


def test_bad_files_are_quarantined_with_a_reason_and_the_rest_go_in(folder):
    found = report(str(folder))
    assert {what: count for what, count in found["counts"].items() if count} == {
        "created": 2,
        "quarantined": 4,
    }
    reasons = {Path(f["path"]).name: f["reason"] for f in found["files"] if f["reason"]}
    assert reasons == {
        "binary.txt": "binary", "broken.txt": "unknown encoding", "empty.txt": "empty",
        "spaces.txt": "empty",
    }  # fmt: skip


def test_a_second_run_still_names_what_is_in_quarantine(folder):
    run(str(folder))
    assert "unchanged    broken.txt: Nothing tells in which encoding the letters are." in run(
        str(folder)
    )


def test_quarantined_bytes_are_kept(folder):
    run(str(folder))
    quarantined = Reading.objects.filter(
        status=ReadingStatus.QUARANTINED, reason="unknown encoding"
    )
    assert bytes(quarantined.get().document.content) == (folder / "broken.txt").read_bytes()


def test_a_file_that_is_not_there_fails_and_the_rest_go_in(folder, capsys):
    with pytest.raises(SystemExit) as stop:
        run(str(folder), str(folder / "nowhere.txt"))
    assert stop.value.code == 1
    assert Translation.objects.count() == 2


def test_a_dry_run_says_what_would_happen_and_writes_nothing(folder):
    said = run(str(folder), "--dry-run")
    assert "Nothing was written" in said
    assert "quarantined  broken.txt: Nothing tells in which encoding the letters are." in said
    assert not Document.objects.exists()
    assert not Sighting.objects.exists()


def test_two_files_with_the_same_bytes_are_one_document_seen_twice(folder):
    twin = next(folder.glob("003_*"))
    (folder / "twin.txt").write_bytes(twin.read_bytes())
    assert report(str(folder))["counts"]["created"] == 2
    assert Document.objects.get(sightings__path__endswith="twin.txt").sightings.count() == 2


def test_a_file_below_the_working_folder_is_named_from_there(folder, monkeypatch):
    monkeypatch.chdir(folder)
    run(str(folder))
    assert Sighting.objects.filter(path="binary.txt").exists()


def test_naming_a_file_twice_reads_it_once(folder):
    file = str(next(folder.glob("003_*")))
    assert len(report(file, str(folder), file)["files"]) == 6


def test_a_batch_that_fails_is_tried_file_by_file(folder, monkeypatch):
    from django.db import DatabaseError

    from articles.importing import run as runs

    whole = runs.take_in

    def fail_with_empty_files(files, *more):
        if any(not file.content for file in files):
            raise DatabaseError("refused (invented)")
        return whole(files, *more)

    monkeypatch.setattr(runs, "take_in", fail_with_empty_files)
    with pytest.raises(SystemExit):
        run(str(folder))
    assert Translation.objects.count() == 2
    assert not Document.objects.filter(size=0).exists()


def test_publishing_needs_somebody(db):
    with pytest.raises(CommandError, match="--as USER"):
        run("--publish")


@pytest.mark.parametrize("name", ["nobody", "reporter"])
def test_publishing_needs_somebody_who_may(reporter, name):
    with pytest.raises(CommandError, match=r"no active account|may not publish"):
        run("--publish", "--as", name)
    assert not Document.objects.exists()


def test_complete_texts_are_published_in_somebodys_name(folder, editor):
    assert report(str(folder), "--publish", "--as", "editor")["published"] == 2
    assert Translation.objects.published().count() == 2
    revision = seed("003").revisions.first()
    assert (revision.made_by, revision.note) == (editor, "published by import")


def test_a_proposed_headline_is_published_as_proposed(seeds, editor):
    report("--publish", "--as", "editor")
    assert seed("001").status == Status.PUBLISHED
    assert seed("001").headline_is_proposed


def test_what_an_editor_withdrew_or_dismissed_stays_so(seeds, editor):
    withdrawn, dismissed = seed("003"), seed("004")
    publish(withdrawn, user=editor)
    withdraw(withdrawn, user=editor, reason="Wrong.")
    dismiss(dismissed, user=editor, reason="Not ours.")
    assert report("--publish", "--as", "editor")["published"] == 3
    assert seed("003").status == Status.WITHDRAWN
    assert seed("004").status == Status.NOT_FOR_US


def test_publishing_by_import_decides_no_pair(seeds, editor):
    report("--publish", "--as", "editor")
    assert ArticleJudgement.objects.open().count() == 1


def test_a_broken_reference_stops_the_run_before_anything_is_stored(folder):
    (folder / "reference").mkdir()
    (folder / "reference" / "persons.json").write_text("{")
    with pytest.raises(CommandError, match=r"persons\.json"):
        run(str(folder))
    assert not Document.objects.exists()


def test_flags_are_there_to_be_filtered_by(seeds):
    assert Translation.objects.flagged(FlagKind.NO_OUTLET).count() == 3
    assert Translation.objects.flagged(FlagKind.NO_HEADLINE).count() == 2
    assert Translation.objects.flagged(FlagKind.NO_DATE).count() == 1
