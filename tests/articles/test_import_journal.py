"""The journal of a run: going on where it was stopped, and what leaves no document behind."""

import datetime
import io
import json
import os
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from articles.choices import Outcome
from articles.importing import journal, understanding
from articles.importing import run as runs
from articles.importing.run import import_paths
from articles.models import Document, ImportRun, Purge, Sighting, Source, Translation

TEXT = (
    " date {date}\nInvented meeting number {number} ends in Example City\n\n"
    "Ministers of the Organization of Turkic States met for the {number}th time in the invented "
    "Example City and spoke about new railways of {number} kilometres.\n\n"
    "They will meet again in {number} weeks to look at the budget of the project.\n"
)


@pytest.fixture
def folder(tmp_path, db):
    """Nine invented texts, imported three at a time."""
    for number in range(1, 10):
        text = TEXT.format(date=f"2025-10-0{number}", number=number)
        (tmp_path / f"{number}.txt").write_text(text)
    return tmp_path


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(runs, "BATCH_FILES", 3)


def stop_after(monkeypatch, batches: int) -> None:
    """Let Ctrl-C strike when so many batches are stored."""
    stored, whole = [], runs._import_batch

    def strike(batch, job):
        if len(stored) == batches:
            raise KeyboardInterrupt
        stored.append(batch)
        whole(batch, job)

    monkeypatch.setattr(runs, "_import_batch", strike)


def run(*args) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_seeds", *map(str, args), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_ctrl_c_ends_with_a_sentence_and_the_status_of_a_signal(folder, monkeypatch, capsys):
    stop_after(monkeypatch, 1)
    err = io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("import_seeds", str(folder), stderr=err)
    assert stop.value.code == 130
    assert "goes on where it was" in err.getvalue()


def test_a_stopped_run_goes_on_where_it_was(folder, monkeypatch):
    with monkeypatch.context() as patch:
        stop_after(patch, 2)
        with pytest.raises(KeyboardInterrupt):
            import_paths([folder])
    assert Document.objects.count() == 6
    report = import_paths([folder])
    assert report.went_on
    assert report.counts[Outcome.CREATED] == 9
    assert report.run == ImportRun.objects.get()
    assert report.run.finished_at
    assert Sighting.objects.count() == Translation.objects.count() == 9


def test_a_run_stopped_long_ago_is_begun_anew(folder, monkeypatch):
    with monkeypatch.context() as patch:
        stop_after(patch, 2)
        with pytest.raises(KeyboardInterrupt):
            import_paths([folder])
    ImportRun.objects.update(started_at=timezone.now() - journal.GOES_ON_WITHIN)
    report = import_paths([folder])
    assert not report.went_on
    assert (report.counts[Outcome.UNCHANGED], report.counts[Outcome.CREATED]) == (6, 3)


def test_what_the_journal_names_is_not_read_again(folder, monkeypatch):
    with monkeypatch.context() as patch:
        stop_after(patch, 2)
        with pytest.raises(KeyboardInterrupt):
            import_paths([folder])
    (folder / "1.txt").write_text("Changed since.")
    assert import_paths([folder]).counts[Outcome.QUARANTINED] == 0


@pytest.mark.parametrize("other", [{"since": datetime.date(2000, 1, 1)}, {"user": True}])
def test_a_run_with_other_options_or_by_somebody_else_begins_anew(
    folder, monkeypatch, other, editor
):
    with monkeypatch.context() as patch:
        stop_after(patch, 1)
        with pytest.raises(KeyboardInterrupt):
            import_paths([folder])
    if "user" in other:
        other = {"user": editor}
    report = import_paths([folder], **other)
    assert not report.went_on
    assert (report.counts[Outcome.UNCHANGED], report.counts[Outcome.CREATED]) == (3, 6)


def test_a_finished_run_is_not_gone_on_with(folder):
    import_paths([folder])
    assert import_paths([folder]).counts[Outcome.UNCHANGED] == 9
    assert ImportRun.objects.count() == 2


def test_publishing_goes_on_too(folder, editor, monkeypatch):
    monkeypatch.setattr(runs, "PUBLISHED_AT_ONCE", 2)
    whole, published = runs._publish_some, []

    def strike(*arguments):
        if len(published) == 2:
            raise KeyboardInterrupt
        published.append(whole(*arguments))
        return published[-1]

    with monkeypatch.context() as patch:
        patch.setattr(runs, "_publish_some", strike)
        with pytest.raises(KeyboardInterrupt):
            import_paths([folder], user=editor, publish_texts=True)
    assert Translation.objects.published().count() == 4
    report = import_paths([folder], user=editor, publish_texts=True)
    assert report.count_of("published") == 9
    assert Translation.objects.published().count() == 9


def test_two_runs_over_the_same_files_at_once_share_the_work(folder, monkeypatch):
    """The second begins while the first is in its second batch."""
    whole, inner = runs._import_batch, []

    def import_and_interfere(batch, job):
        if batch[0].path.endswith("4.txt") and not inner:
            inner.append(True)
            inner.append(import_paths([folder]))
        whole(batch, job)

    monkeypatch.setattr(runs, "_import_batch", import_and_interfere)
    report = import_paths([folder])
    assert report.counts[Outcome.CREATED] == 9
    assert Sighting.objects.count() == Translation.objects.count() == 9


def test_bytes_that_were_purged_are_refused(folder, editor):
    import_paths([folder])
    document = Document.objects.get(sightings__path__endswith="1.txt")
    Purge.objects.create(sha256=document.sha256, reason="By order (invented).", purged_by=editor)
    Translation.objects.filter(reading__document=document).delete()
    document.delete()
    assert import_paths([folder]).counts[Outcome.REFUSED] == 1
    assert Document.objects.count() == 8
    assert Sighting.objects.get(outcome=Outcome.REFUSED).document is None


def test_what_cannot_be_read_is_on_record(folder):
    gone = folder / "nowhere.txt"
    report = import_paths([gone])
    [problem] = report.problems()
    assert (problem.path, problem.outcome) == (str(gone), Outcome.FAILED)
    assert problem.reason


def test_older_texts_are_left_out_and_undated_ones_come_in(folder):
    (folder / "undated.txt").write_text(TEXT.format(date="", number=77).partition("\n")[2])
    out, _err = run(folder, "--since", "2025-10-05", "--json")
    report = json.loads(out)
    assert (report["counts"]["created"], report["counts"]["skipped"]) == (6, 4)
    assert not Translation.objects.filter(published_earliest__lt="2025-10-05").exists()
    assert Sighting.objects.filter(outcome="skipped", reason="2025-10-04").exists()


@pytest.fixture
def daily(db) -> Source:
    return Source.objects.create(
        reference="source/example-daily", name="Example Daily", zone="Asia/Baku",
        domains=["daily.example"], other_names=[{"language": "ru", "text": "Пример дейли"}],
    )  # fmt: skip


@pytest.mark.parametrize(
    "word", ["source/example-daily", "daily.example", "www.daily.example", "example daily",
             "Пример Дейли"],
)  # fmt: skip
def test_an_outlet_can_be_named_for_texts_that_name_none(folder, daily, word):
    (folder / "1.txt").write_text(TEXT.format(date="2025-10-01 12:30", number=1))
    run(folder, "--source", word)
    assert Translation.objects.filter(source=daily).count() == 9
    text = Translation.objects.get(published_time__isnull=False)
    assert text.zone == "Asia/Baku"
    assert text.reading.fields["source"]["rule"] == "named_at_import"
    assert not set(text.flags.values_list("kind", flat=True)) & {"no_outlet", "clock_without_zone"}
    assert set(Sighting.objects.values_list("source", flat=True)) == {daily.pk}


def test_the_outlet_that_a_text_names_itself_counts_more(folder, daily):
    other = Source.objects.create(name="Example Weekly", domains=["weekly.example"])
    with (folder / "1.txt").open("a") as file:
        file.write("link: https://weekly.example/news/1/\nviews: 5\n")
    run(folder, "--source", "Example Daily")
    assert Translation.objects.get(source=other).source_url == "https://weekly.example/news/1/"


def test_what_is_no_day_is_refused_in_words(folder):
    with pytest.raises(CommandError, match="“yesterday” is no day such as 2025-09-12"):
        run(folder, "--since", "yesterday")


def test_going_on_is_told_by_the_desk_s_own_clock(folder, settings):
    settings.TIME_ZONE = "Asia/Bishkek"
    started = timezone.now() - datetime.timedelta(hours=1)
    stopped = ImportRun.objects.create(
        paths=[str(folder)],
        options={"publish": False, "source": "", "since": "", "folder": os.getcwd()},
        started_at=started,
    )
    Sighting.objects.create(run=stopped, path=str(folder / "1.txt"), outcome="failed")
    there = started.astimezone(ZoneInfo("Asia/Bishkek"))
    assert f"Went on with the run of {there:%Y-%m-%d %H:%M}." in run(folder)[0]


def test_an_unknown_outlet_is_refused_with_what_comes_near(folder, daily):
    with pytest.raises(CommandError, match="Do you mean Example Daily"):
        run(folder, "--source", "Exampel Dayly")
    assert not Sighting.objects.exists()


def test_the_report_for_machines_names_every_file(folder):
    (folder / "empty.txt").write_bytes(b"")
    report = json.loads(run(folder, "--json")[0])
    assert [file["path"] for file in report["problems"]] == [str(folder / "empty.txt")]
    assert len(report["files"]) == 10
    assert report["files"][0]["headline"] == "Invented meeting number 1 ends in Example City"
    assert len(report["files"][0]["sha256"]) == 64


def test_a_batch_costs_the_same_number_of_queries_however_large(folder, monkeypatch):
    monkeypatch.setattr(runs, "BATCH_FILES", 100)

    def queries() -> int:
        sent = []

        def note(execute, sql, *more):
            sent.append(sql)
            return execute(sql, *more)

        with connection.execute_wrapper(note):
            import_paths([folder])
        return len(sent)

    import_paths([folder])
    few = queries()
    for number in range(10, 40):
        (folder / f"{number}.txt").write_text(TEXT.format(date="2025-10-01", number=number))
    import_paths([folder])
    assert queries() == few


def test_a_text_that_no_rule_was_ready_for_stops_no_other(folder, monkeypatch):
    understand = understanding.understand

    def stumble(file, *args):
        if file.path.endswith("5.txt"):
            raise IndexError("no such letter")
        return understand(file, *args)

    monkeypatch.setattr(understanding, "understand", stumble)
    report = import_paths([folder])
    assert (report.counts["created"], report.counts["failed"]) == (8, 1)
    [problem] = report.problems()
    assert problem.path.endswith("5.txt")
    assert problem.reason == "not taken in: IndexError('no such letter')"
