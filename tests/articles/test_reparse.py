"""Reading stored documents again: what changes, what stays, and what is shown of it."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from articles.choices import FlagKind, MentionStatus, Relation, Status, Verdict
from articles.editing import save_text, settle_flag
from articles.importing.inputs import RawFile
from articles.importing.reparsing import find_documents, reparse
from articles.importing.run import import_paths
from articles.importing.understanding import RULES_VERSION, understand
from articles.merging import merge
from articles.models import (
    Article,
    ArticleJudgement,
    Attachment,
    Document,
    Flag,
    Mention,
    Reading,
    Source,
    Translation,
)
from articles.publishing import dismiss, publish, restore, withdraw

pytestmark = pytest.mark.django_db

OLD = "An older headline (invented)"
HEADLINE = "US President attaches great importance to cooperation with Turkic states"
BODY = (
    "The invented council of Example Town met on Monday and decided, after a debate of two "
    "hours, that its market will open on Sundays, too, from the next week of the year on.\n"
    "Traders had asked for it since spring, and the mayor thanked them for their patience.\n"
)


def seed(name: str) -> Translation:
    return Translation.objects.get(reading__document__sightings__path__contains=f"/{name}_")


def read_by_older_rules(text: Translation, **fields) -> None:
    """Let text and reading be as if older rules had made them: `headline=…, body=[…]`."""
    reading = text.reading
    body = fields.pop("body", None)
    for name, value in fields.items():
        reading.fields[name] = {"value": value, "rule": "headline", "start": 0, "end": 1}
        setattr(text, {"url": "source_url", "author": "byline"}.get(name, name), value)
    if body is not None:
        reading.body = [{"text": paragraph, "start": 0, "end": 1} for paragraph in body]
        text.body = "\n\n".join(body)
    reading.rules_version = 1
    reading.save()
    text.save()


def look() -> list:
    return [result for result in reparse(find_documents()) if result.outcome != "unchanged"]


def apply() -> list:
    results = reparse(find_documents(), apply=True)
    return [result for result in results if result.outcome != "unchanged"]


@pytest.fixture
def old_headline(seeds) -> Translation:
    text = seed("003")
    read_by_older_rules(text, headline=OLD)
    return text


# What would change


def test_the_same_rules_change_nothing(seeds):
    assert look() == apply() == []
    assert Reading.objects.count() == 5


def test_a_look_shows_every_field_and_writes_nothing(old_headline):
    with CaptureQueriesContext(connection) as queries:
        [result] = look()
    assert not [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert (result.outcome, result.text) == ("changed", old_headline.pk)
    assert [(c.field, c.old, c.new, c.kept) for c in result.changes] == [
        ("headline", OLD, HEADLINE, "")
    ]


def test_a_draft_follows_the_rules(old_headline):
    apply()
    text = seed("003")
    assert text.headline == HEADLINE
    assert (text.reading.is_current, text.reading.rules_version) == (True, RULES_VERSION)
    assert text.reading.document.readings.count() == 2
    assert look() == []


def test_a_revision_says_that_it_was_read_again(old_headline):
    apply()
    received, again = seed("003").revisions.order_by("number")
    assert (received.fields["headline"], again.fields["headline"]) == (OLD, HEADLINE)
    assert (again.note, again.made_by) == ("read again", None)


def test_the_evidence_alone_is_renewed_in_place(seeds):
    reading = seed("003").reading
    lines, reading.lines, reading.rules_version = reading.lines, [], 1
    reading.save()
    assert apply() == []
    again = seed("003").reading
    assert (again.pk, again.lines, again.rules_version) == (reading.pk, lines, RULES_VERSION)
    assert not seed("003").revisions.exists()


def test_dates_clocks_and_outlets_follow_too(seeds):
    text = seed("003")
    outlet = Source.objects.get(reference="source/trend")
    read_by_older_rules(text, published="2025-12", published_time=None, zone="", views=1)
    text.source = outlet
    text.reading.fields["source"]["value"] = outlet.key
    text.reading.save()
    text.save()
    apply()
    text = seed("003")
    assert str(text.published) == "2025-12-18"
    assert (text.published_time.hour, text.zone, text.views) == (11, "Asia/Bishkek", 155)
    assert text.source.reference == "source/24kg"


def test_an_outlet_that_the_desk_has_learnt_of_is_recognised(tmp_path):
    """No newer rules: the desk's own outlets are part of them."""
    (tmp_path / "market.txt").write_text(
        f"Market opens on Sundays\n\n{BODY}\n\nhttps://daily.example/1\n"
    )
    import_paths([tmp_path])
    assert Translation.objects.get().source is None
    outlet = Source.objects.create(name="Example Daily (invented)", domains=["daily.example"])
    apply()
    assert Translation.objects.get().source == outlet
    assert not Translation.objects.flagged(FlagKind.NO_OUTLET).exists()


def test_the_outlet_named_at_import_still_counts(tmp_path):
    outlet = Source.objects.create(name="Example Daily (invented)")
    (tmp_path / "market.txt").write_text(f"Market opens on Sundays\n\n{BODY}")
    import_paths([tmp_path], source=outlet)
    import_paths([tmp_path])
    assert look() == []
    assert Translation.objects.get().source == outlet


def test_the_date_of_the_event_is_renewed_where_nobody_changed_it(seeds, editor):
    text = seed("004")
    read_by_older_rules(text)
    text.reading.fields["event_date"]["value"] = "2021"
    text.reading.save()
    Article.objects.filter(pk=text.article_id).update(
        event_date_earliest="2021-01-01", event_date_latest="2021-12-31"
    )
    apply()
    assert str(seed("004").article.event_date) == "2022-01-31"


# What stays


def test_what_an_editor_touched_stays(old_headline, editor):
    old_headline.headline = "An editor's headline (invented)"
    save_text(old_headline, user=editor)
    read_by_older_rules(old_headline, url="https://example.org/old")
    old_headline.reading.fields["headline"]["value"] = OLD
    old_headline.reading.save()
    [result] = apply()
    kept = {change.field: change.kept for change in result.changes}
    assert kept == {"headline": "edited", "url": ""}
    text = seed("003")
    assert text.headline == "An editor's headline (invented)"
    assert text.source_url == "https://24.kg/english/355057/"
    assert not text.headline_is_proposed


def test_an_editors_headline_never_becomes_a_proposal(seeds, editor):
    text = seed("001")
    text.headline = "Заголовок редактора (пример)"
    save_text(text, user=editor)
    text.reading.fields["headline_proposed"]["value"] = "Прежнее предложение"
    text.reading.save()
    apply()
    text = seed("001")
    assert (text.headline, text.headline_is_proposed) == ("Заголовок редактора (пример)", False)


def test_who_touched_the_date_vouches_for_its_clock(seeds, editor):
    text = seed("003")
    read_by_older_rules(text, published_time=None, zone="")
    text.published = "2025-12-01"
    save_text(text, user=editor)
    [result] = apply()
    assert {change.field for change in result.changes if change.kept} == {"published_time", "zone"}
    assert seed("003").published_time is None


@pytest.mark.parametrize("move", [publish, withdraw, dismiss])
def test_only_drafts_change(old_headline, editor, move):
    if move is withdraw:
        publish(old_headline, user=editor)
    reason = {} if move is publish else {"reason": "Example"}
    move(old_headline, user=editor, **reason)
    version = old_headline.version
    [result] = apply()
    assert [change.kept for change in result.changes] == [old_headline.status]
    text = seed("003")
    assert (text.headline, text.version) == (OLD, version)
    assert text.reading == old_headline.reading


def test_the_newer_reading_of_a_published_text_is_on_record_beside_it(old_headline, editor):
    publish(old_headline, user=editor)
    apply()
    apply()
    older, newer = old_headline.reading.document.readings.order_by("pk")
    assert (older.is_current, newer.is_current) == (False, True)
    assert newer.fields["headline"]["value"] == HEADLINE


def test_a_text_that_comes_back_as_a_draft_catches_up(old_headline, editor):
    dismiss(old_headline, user=editor, reason="Example")
    apply()
    restore(Translation.objects.get(pk=old_headline.pk), user=editor)
    apply()
    assert seed("003").headline == HEADLINE


def test_what_was_mended_by_hand_is_left_alone(old_headline, editor):
    Reading.objects.filter(pk=old_headline.reading_id).update(made_by=editor)
    [result] = apply()
    assert (result.outcome, result.changes) == ("mended", ())
    assert seed("003").headline == OLD


def test_an_article_keeps_one_text_in_a_language(seeds, editor):
    english, russian = seed("000"), seed("001")
    merge(english.article, russian.article, user=editor)
    russian.refresh_from_db()
    english.refresh_from_db()
    read_by_older_rules(english, language="tr")
    Translation.objects.filter(pk=russian.pk).update(language="en")
    [result] = [one for one in apply() if one.text == english.pk]
    assert [(c.field, c.kept) for c in result.changes] == [("language", "language_taken")]
    assert Translation.objects.get(pk=english.pk).language == "tr"


# Names, doubts, pairs


def test_confirmed_names_move_along_with_their_words(seeds, editor):
    text = seed("003")
    paragraphs = text.paragraphs
    mention = text.mentions.filter(field="body", status=MentionStatus.CONFIRMED).latest("start")
    read_by_older_rules(text, body=["A line that was no part of it.", *paragraphs])
    shift = len("A line that was no part of it.\n\n")
    Mention.objects.filter(translation=text, field="body").delete()
    mention.start, mention.end = mention.start + shift, mention.end + shift
    mention.decided_by, mention.decided_at = editor, text.created_at
    mention.save(force_insert=True)
    [result] = apply()
    assert [change.field for change in result.changes] == ["body"]
    text = seed("003")
    assert text.paragraphs == paragraphs
    moved = text.mentions.get(decided_by=editor)
    assert text.body[moved.start : moved.end] == moved.text == mention.text
    assert text.mentions.count() > 1


def flags_of(name: str) -> dict[str, dict]:
    return {flag.kind: flag.values for flag in seed(name).flags.all()}


def read_with_doubts(text: Translation, *flags: dict) -> None:
    text.reading.flags = list(flags)
    text.reading.save()
    Flag.objects.filter(translation=text).delete()
    for flag in flags:
        Flag.objects.create(translation=text, kind=flag["kind"], values=flag.get("values", {}))


def test_doubts_come_and_go_with_the_rules(seeds):
    now = flags_of("000")
    read_with_doubts(
        seed("000"), {"kind": "cut_short"}, {"kind": "clock_without_zone", "values": {"time": "1"}}
    )
    apply()
    assert flags_of("000") == now == {"no_outlet": {}, "clock_without_zone": {"time": "16:40"}}


def test_a_doubt_that_an_editor_settled_stays_settled(seeds, editor):
    read_with_doubts(seed("003"), {"kind": "cut_short"})
    settle_flag(seed("003").flags.get(), user=editor)
    apply()
    kinds = {flag.kind: bool(flag.settled_at) for flag in seed("003").flags.all()}
    assert kinds == {"cut_short": True, "clock_conflict": False}


def test_a_doubt_that_an_editor_has_answered_is_not_raised(seeds, editor):
    text = seed("004")
    read_with_doubts(text)
    text.published = "2022-01-31"
    save_text(text, user=editor)
    apply()
    assert set(flags_of("004")) == {"no_outlet"}


def test_flags_of_older_desks_are_understood(seeds):
    """They held a sentence where values are now."""
    reading = seed("004").reading
    reading.flags = [{"kind": flag["kind"], "detail": "As of old."} for flag in reading.flags]
    reading.save()
    assert look() == []


def test_open_pairs_are_looked_for_anew_and_decided_ones_stay(seeds, editor):
    pair = ArticleJudgement.objects.get()
    for name in ("000", "001"):
        read_by_older_rules(seed(name), body=["Nothing of the kind."])
    apply()
    again = ArticleJudgement.objects.get()
    assert again.pk != pair.pk
    assert again.evidence["paragraphs"] == pair.evidence["paragraphs"]
    ArticleJudgement.objects.update(
        verdict=Verdict.DIFFERENT, decided_by=editor, decided_at=pair.proposed_at
    )
    read_by_older_rules(seed("000"), body=["Nothing of the kind."])
    apply()
    assert ArticleJudgement.objects.get() == again


# Quarantine, copies


def quarantined(path: str, content: bytes) -> Document:
    """A document that older rules could not read."""
    document = Document.objects.create(
        sha256=RawFile(path, content).sha256, content=content, size=len(content)
    )
    Reading.objects.create(
        document=document, rules_version=1, status="quarantined", reason="no body"
    )
    return document


def test_what_can_be_read_now_leaves_quarantine(db):
    quarantined("a.txt", f"Market opens on Sundays\n\n{BODY}".encode())
    assert [result.outcome for result in look()] == ["readable"]
    apply()
    text = Translation.objects.get()
    assert (text.headline, text.status) == ("Market opens on Sundays", Status.DRAFT)
    assert [r.status for r in Reading.objects.order_by("pk")] == ["quarantined", "read"]
    assert look() == []


def test_what_can_be_read_now_may_be_a_copy(tmp_path):
    (tmp_path / "a.txt").write_text(f"Market opens on Sundays\n\n{BODY}")
    import_paths([tmp_path])
    document = quarantined("b.txt", f"Market opens on Sundays\n\nExample photo\n\n{BODY}".encode())
    apply()
    attachment = Attachment.objects.get()
    assert (attachment.document, attachment.relation) == (document, Relation.COPY)
    assert Translation.objects.count() == 1


def test_two_that_can_be_read_now_are_no_two_texts(db):
    for n in (1, 2):
        quarantined(f"{n}.txt", f"Market opens on Sundays\n\n{BODY}\n{' ' * n}".encode())
    apply()
    assert Translation.objects.count() == Attachment.objects.count() == 1


def test_a_copy_gets_a_newer_reading_and_stays_attached(tmp_path):
    (tmp_path / "a.txt").write_text(f"Market opens on Sundays\n\n{BODY}")
    (tmp_path / "b.txt").write_text(f"Market opens on Sundays\n\n{BODY}\n\n")
    import_paths([tmp_path])
    reading = Attachment.objects.get().document.readings.get()
    reading.fields["headline"]["value"] = OLD
    reading.save()
    [result] = apply()
    assert (result.text, [change.field for change in result.changes]) == (None, ["headline"])
    assert Attachment.objects.get().document.readings.count() == 2
    assert Translation.objects.get().headline == "Market opens on Sundays"


def test_what_cannot_be_read_any_more_keeps_its_text(seeds):
    text = seed("003")
    Document.objects.filter(pk=text.reading.document_id).update(content=b" ")
    [result] = apply()
    assert (result.outcome, result.reason) == ("unreadable", "empty")
    text.reading.refresh_from_db()
    assert (text.reading.is_current, seed("003").headline) == (True, HEADLINE)


# Many


def test_one_that_fails_takes_no_other_with_it(old_headline, monkeypatch):
    read_by_older_rules(seed("000"), headline=OLD)

    def fail_once(text, **kwargs):
        if text.pk == old_headline.pk:
            raise DatabaseError("disk full")

    monkeypatch.setattr("articles.importing.renewing.record", fail_once)
    results = {result.text: result for result in apply()}
    assert results[old_headline.pk].outcome == "failed"
    assert results[old_headline.pk].reason == "disk full"
    assert seed("003").headline == OLD
    assert seed("000").headline != OLD


@pytest.mark.parametrize("read_again", [look, apply])
def test_one_that_no_rule_was_ready_for_takes_no_other_with_it(
    old_headline, monkeypatch, read_again
):
    stumbled = seed("000").reading.document.sha256

    def stumble(file, *args):
        if file.sha256 == stumbled:
            raise IndexError("no such letter")
        return understand(file, *args)

    monkeypatch.setattr("articles.importing.reparsing.understand", stumble)
    outcomes = {result.sha256: result.outcome for result in read_again()}
    assert outcomes == {stumbled: "failed", old_headline.reading.document.sha256: "changed"}


def test_chunks_pass_over_no_document(seeds, monkeypatch):
    for name in ("000", "001", "002", "003", "004"):
        read_by_older_rules(seed(name), headline=OLD)
    monkeypatch.setattr("articles.importing.reparsing.CHUNK", 2)
    assert len(apply()) == 5
    assert look() == []


def test_large_documents_come_one_by_one(seeds, monkeypatch):
    monkeypatch.setattr("articles.importing.reparsing.CHUNK_BYTES", 1)
    assert len(list(reparse(find_documents()))) == 5
    assert len(list(reparse(find_documents(), limit=3))) == 3


def test_a_limit_and_names_choose_documents(seeds):
    assert len(list(reparse(find_documents(), limit=2))) == 2
    path = seed("003").reading.document.sightings.first().path
    sha256 = seed("004").reading.document.sha256
    chosen = find_documents(only=[path.rsplit("/", 1)[-1], sha256])
    assert [result.text for result in reparse(chosen)] == [seed("003").pk, seed("004").pk]
    with pytest.raises(LookupError, match=r"none\.txt"):
        find_documents(only=["none.txt"])


def test_what_the_rules_of_today_have_read_can_be_passed_over(old_headline):
    assert list(find_documents(outdated=True)) == [old_headline.reading.document]
    apply()
    assert not find_documents(outdated=True)


def test_queries_do_not_grow_with_the_documents(tmp_path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(reparse(find_documents()))
        return len(captured)

    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Market {n} opens\n\n{BODY} Number {n}.")
    import_paths([tmp_path])
    few = queries()
    for n in range(3, 13):
        (tmp_path / f"{n}.txt").write_text(f"Market {n} opens\n\n{BODY} Number {n}.")
    import_paths([tmp_path])
    assert queries() == few


# The command


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("reparse", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_shows_what_would_change(old_headline, editor):
    text = seed("000")
    read_by_older_rules(text, body=[*text.paragraphs, "Read also: nothing."])
    publish(text, user=editor)
    out = said()
    assert f"headline: {OLD} → {HEADLINE}" in out
    assert "body: 1 of 11 paragraphs (kept: it is published)" in out
    assert "    -Read also: nothing." in out
    assert "Nothing was written." in out
    assert seed("003").headline == OLD


def test_the_command_applies_and_sums_up(old_headline):
    lines = said("--apply", "--json").splitlines()
    document, summary = map(json.loads, lines)
    assert document["changes"] == [{"field": "headline", "old": OLD, "new": HEADLINE, "kept": ""}]
    assert summary["summary"] == {
        "documents": {"unchanged": 4, "changed": 1},
        "fields": {"headline": 1},
        "kept": {},
        "applied": True,
    }
    assert seed("003").headline == HEADLINE


def test_the_command_names_what_it_does_not_know(db):
    with pytest.raises(CommandError, match="No document is called “x”"):
        said("--only", "x")
