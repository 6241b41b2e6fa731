"""A legal deletion: what goes, what stays, and that no word is left anywhere."""

import hashlib
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models
from django.urls import reverse
from django.utils import timezone

from articles.choices import AttachmentRule, FlagKind, Relation, Status, Verdict
from articles.creating import NewEntity, make_entity, remember
from articles.editing import save_text
from articles.importing.run import import_paths
from articles.judging import decide
from articles.merging import merge
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Attachment,
    Document,
    Flag,
    ImportRun,
    Mention,
    Purge,
    Reading,
    Revision,
    Sighting,
    Story,
    TaggingStep,
    Translation,
    TranslationHint,
)
from articles.publishing import publish
from articles.purge_plans import PurgeNotAllowed, PurgePlan, plan_purge
from articles.purging import purge
from articles.search import search
from articles.settling import OpenName, relink_name
from articles.steps import Changes
from ots_desk.text import key_of
from people.merging import merge as merge_entities
from people.merging import undo_merge
from people.models import Entity

pytestmark = pytest.mark.django_db

WORD = "wqzyx"
REASON = "Order 12 of an example court (invented)"


@pytest.fixture
def make_document(db):
    """A document that holds the word: `make_document()`."""

    def make(word: str = WORD) -> Document:
        n = Document.objects.count()
        content = f"{word} {n}".encode()
        document = Document.objects.create(
            sha256=hashlib.sha256(content).hexdigest(), content=content, size=len(content)
        )
        run = ImportRun.objects.create(paths=[f"{word}-{n}.txt", "inbox"])
        Sighting.objects.create(document=document, run=run, path=f"{word}-{n}.txt", reason=word)
        reading = Reading.objects.create(
            document=document,
            rules_version=1,
            status="read",
            text=word,
            fields={"headline": {"value": word}},
            body=[{"text": word}],
            flags=[{"kind": "no_date", "values": {"time": word}}],
        )
        TranslationHint.objects.create(
            reading=reading, language="ru", headline=word, headline_key=key_of(word)
        )
        return document

    return make


@pytest.fixture
def marked(make_document, make_text, editor):
    """Make a published text that holds the word in every field, of a document that holds it:
    `marked(article=…, language=…)`."""

    def make(word: str = WORD, **fields) -> Translation:
        names = ("headline", "deck", "summary", "dateline", "byline", "credit", "caption", "via")
        text = make_text(
            reading=make_document(word).readings.get(),
            **{name: f"{word} {name}" for name in names},
            body=f"{word} first.\n\nSadyr Japarov spoke.",
            public_use="full",
            **fields,
        )
        publish(text, user=editor, note=word)
        return text

    return make


def attach(document: Document, text: Translation, **more) -> Attachment:
    return Attachment.objects.create(
        document=document,
        translation=text,
        relation=Relation.COPY,
        rule=AttachmentRule.EQUAL_BODY,
        **more,
    )


def tables_with(word: str) -> list[str]:
    """The tables of the database, the search index's own among them, in which a row holds it."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(word in _said(value) for row in cursor.fetchall() for value in row):
                found.append(table)
        return found


def _said(value) -> str:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode(errors="replace").lower()
    return str(value).lower()


def log(user, row: models.Model, message: str = WORD) -> None:
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(row),
        object_id=row.pk,
        object_repr=str(row)[:200],
        action_flag=CHANGE,
        change_message=message,
    )


def test_no_table_holds_a_word_of_the_text_afterwards(marked, make_document, chief, japarov):
    text = marked()
    attach(make_document(), text)
    text.deck = f"{WORD} again"
    save_text(text, user=chief, note=WORD)
    Flag.objects.create(translation=text, kind=FlagKind.CUT_SHORT, values={"time": WORD})
    mention = Mention.objects.create(
        translation=text, field="body", start=0, end=5, text=WORD, status="suggested"
    )
    russian = marked("Другой", language="ru")
    pair = ArticleJudgement.objects.create(
        first=text.article,
        second=russian.article,
        evidence={"texts": [text.pk, russian.pk], "names": [[WORD, "Другой"]]},
        proposed_verdict=Verdict.TRANSLATION,
    )
    decide(pair, Verdict.TRANSLATION, user=chief, reason=WORD)
    for row in (text, text.article, mention, text.reading.document):
        log(chief, row)
    holding = (
        *(Document, Sighting, Reading, TranslationHint, ImportRun),
        *(Translation, Revision, Mention, Flag),
        *(ArticleJudgement, ArticleMerge, LogEntry),
    )
    assert {model._meta.db_table for model in holding} <= set(tables_with(WORD))

    purge([str(text.pk)], user=chief, reason=REASON)

    assert tables_with(WORD) == []
    assert list(Translation.objects.all()) == [russian]


def test_steps_with_names_and_what_it_taught_hold_no_word_of_it(marked, chief, japarov):
    text, other = marked(), marked("Elsewhere")
    for one in (text, other):
        Mention.objects.create(
            translation=one, field="body", start=0, end=5, text="Sadyr", status="suggested"
        )
    seen = OpenName("sadyr", None, "Sadyr", Mention.objects.latest("pk").pk)
    for_all = relink_name(seen, japarov, user=chief)
    remembered = Mention.objects.create(
        translation=text, field="body", start=6, end=11, text=WORD, called="Sadir Caparov",
        entity=japarov, status="confirmed",
    )  # fmt: skip
    remember(japarov, remembered, user=chief)
    make_entity(NewEntity("Testbek Example", "en"), text, Changes())

    purge([str(text.pk)], user=chief, reason=REASON)

    assert tables_with(WORD) == []
    assert not TaggingStep.objects.filter(pk=for_all.pk).exists()
    assert other.mentions.filter(entity=japarov, text="Sadyr").exists()
    assert japarov.names.filter(text="Sadir Caparov").exists()


def test_steps_with_names_of_other_texts_stand(marked, chief, japarov):
    text, other = marked(), marked("Elsewhere")
    Mention.objects.create(
        translation=other, field="body", start=0, end=5, text="Sadyr", status="suggested"
    )
    seen = OpenName("sadyr", None, "Sadyr", Mention.objects.latest("pk").pk)
    step = relink_name(seen, japarov, user=chief)
    purge([str(text.pk)], user=chief, reason=REASON)
    assert TaggingStep.objects.filter(pk=step.pk).exists()


def test_what_others_wrote_of_it_stands(marked, chief, japarov):
    """The other language of the article, the decision that joined them, who did what."""
    text, russian = marked(), marked("Другой", language="ru")
    pair = ArticleJudgement.objects.create(
        first=text.article,
        second=russian.article,
        evidence={"texts": [text.pk, russian.pk], "names": [[WORD, "Другой"]]},
        proposed_verdict=Verdict.TRANSLATION,
    )
    decide(pair, Verdict.TRANSLATION, user=chief)
    log(chief, text)
    purge([text.reading.document.sha256], user=chief, reason=REASON)
    pair.refresh_from_db()
    assert (pair.verdict, pair.decided_by, pair.evidence) == (Verdict.TRANSLATION, chief, {})
    russian.refresh_from_db()
    assert (russian.article_id, russian.status) == (text.article_id, Status.PUBLISHED)
    assert search("Другой").ids == [russian.pk]
    changed = LogEntry.objects.get(action_flag=CHANGE)
    assert (changed.user, changed.object_repr, changed.change_message) == (chief, "purged", "")


def test_hash_and_reason_are_kept(marked, chief):
    text = marked()
    sha256 = text.reading.document.sha256
    purge([sha256], user=chief, reason=f"  {REASON} ")
    kept = Purge.objects.get()
    assert (kept.sha256, kept.reason, kept.purged_by) == (sha256, REASON, chief)
    logged = LogEntry.objects.filter(action_flag=DELETION, change_message=REASON)
    assert {entry.content_type.model for entry in logged} == {"document", "translation"}


def test_an_article_of_which_nothing_remains_is_gone(marked, chief, client):
    text, other = marked(), marked("Another")
    address = text.get_absolute_url()
    ArticleJudgement.objects.create(
        first=text.article, second=other.article, proposed_verdict=Verdict.DUPLICATE
    )
    purge([str(text.pk)], user=chief, reason=REASON)
    assert list(Article.objects.all()) == [other.article]
    assert not ArticleJudgement.objects.exists()
    assert client.get(address).status_code == 404


def test_an_article_that_was_merged_away_goes_with_its_survivor(marked, chief):
    texts = [marked(), marked()]
    merge(texts[0].article, texts[1].article, user=chief)
    purge([str(texts[0].pk)], user=chief, reason=REASON)
    for model in (Article, ArticleMerge, Translation, Document):
        assert not model.objects.exists()


def test_a_merge_in_whos_who_forgets_the_mentions_of_a_purged_text(marked, chief):
    one, other = (Entity.objects.create(kind="person", name="Testbek Example") for _ in range(2))
    text, staying = marked(), marked("Another")
    place = {"field": "body", "start": 0, "end": 5, "text": WORD, "status": "suggested"}
    for entity in (one, other):
        Mention.objects.create(translation=text, entity=entity, **place)
    kept = Mention.objects.create(translation=staying, entity=other, **place)
    done = merge_entities(one, other, user=chief)
    purge([str(text.pk)], user=chief, reason=REASON)
    done.refresh_from_db()
    assert WORD not in str(done.rows)
    undo_merge(done, user=chief)
    kept.refresh_from_db()
    assert kept.entity == other


def test_a_text_takes_all_its_documents_along(marked, make_document, chief):
    text = marked()
    copy, taken_back = make_document(), make_document()
    attach(copy, text)
    attach(taken_back, text, detached_at=timezone.now())
    purge([text.reading.document.sha256], user=chief, reason=REASON)
    assert list(Document.objects.all()) == [taken_back]
    assert Purge.objects.count() == 2


def test_a_text_takes_along_what_it_has_replaced(marked, chief):
    """It says the same, and would stand again in its place."""
    kept, retired, older = marked(), marked(), marked()
    merge(retired.article, older.article, user=chief)
    merge(kept.article, Article.objects.get(pk=retired.article_id), user=chief)
    assert plan_purge([str(kept.pk)]).texts == (kept.pk, retired.pk, older.pk)
    purge([str(kept.pk)], user=chief, reason=REASON)
    assert tables_with(WORD) == []


def test_a_retired_text_goes_alone(marked, chief):
    kept, retired = marked("Kept"), marked()
    merge(kept.article, retired.article, user=chief)
    purge([str(retired.pk)], user=chief, reason=REASON)
    assert list(Translation.objects.all()) == [kept]
    assert tables_with(WORD) == []


def test_a_further_document_leaves_the_text_standing(marked, make_document, chief):
    text = marked("Kept")
    copy = make_document()
    attach(copy, text)
    plan = plan_purge([copy.sha256])
    assert (plan.documents, plan.texts, plan.staying) == ((copy.pk,), (), (text.pk,))
    purge([copy.sha256], user=chief, reason=REASON)
    assert list(Translation.objects.all()) == [text]
    assert tables_with(WORD) == []


def test_an_open_pair_with_the_text_is_gone_and_others_stay(marked, chief):
    text, sibling, third = marked(), marked("Другой", language="ru"), marked("Third")
    merge(text.article, sibling.article, user=chief)
    for one, other in ((text, third), (sibling, third)):
        ArticleJudgement.objects.filter(first=text.article, second=third.article).delete()
        pair = ArticleJudgement.objects.create(
            first=text.article,
            second=third.article,
            evidence={"texts": [one.pk, other.pk]},
            proposed_verdict=Verdict.DUPLICATE,
        )
    purge([str(text.pk)], user=chief, reason=REASON)
    assert list(ArticleJudgement.objects.open()) == [pair]


def test_a_document_in_quarantine_can_go(tmp_path, chief):
    (tmp_path / f"{WORD}.txt").write_bytes(b"  \n")
    import_paths([tmp_path])
    purge([Document.objects.get().sha256], user=chief, reason=REASON)
    assert not Document.objects.exists()


def test_the_same_bytes_are_refused_from_then_on(tmp_path, chief):
    (tmp_path / "a.txt").write_text(f"{WORD} headline\n\n{WORD} spoke in Example Town. " * 5)
    import_paths([tmp_path])
    purge([Document.objects.get().sha256], user=chief, reason=REASON)
    report = import_paths([tmp_path])
    assert report.counts["refused"] == 1
    assert not Document.objects.exists()
    assert tables_with(WORD) == []


def test_a_text_written_at_the_desk_can_go(make_text, chief):
    text = make_text(headline=WORD, created_by=chief)
    purge([str(text.pk)], user=chief, reason=REASON)
    assert tables_with(WORD) == []
    assert LogEntry.objects.get().change_message == REASON


# Refusals


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 301])
def test_no_reason_no_purge(marked, chief, reason):
    text = marked()
    with pytest.raises(PurgeNotAllowed, match="Say why"):
        purge([str(text.pk)], user=chief, reason=reason)
    assert Translation.objects.filter(pk=text.pk).exists()


def test_an_editor_may_not(marked, editor):
    text = marked()
    with pytest.raises(PurgeNotAllowed, match="a chief editor may"):
        purge([str(text.pk)], user=editor, reason=REASON)
    assert Translation.objects.filter(pk=text.pk).exists()


@pytest.mark.parametrize("target", ["0" * 64, "99999", "x", "-1", "9" * 30, "²", "1 OR 1"])
def test_what_is_not_there_is_named(db, target):
    with pytest.raises(PurgeNotAllowed, match=target):
        plan_purge([target])


def test_what_was_purged_is_said_to_be(marked, chief):
    sha256 = marked().reading.document.sha256
    purge([sha256], user=chief, reason=REASON)
    with pytest.raises(PurgeNotAllowed, match=r"was purged on .*Order 12"):
        plan_purge([sha256])


def test_a_plan_that_is_no_longer_true_is_refused(marked, make_document, chief):
    text = marked()
    shown = plan_purge([str(text.pk)])
    attach(make_document(), text)
    with pytest.raises(PurgeNotAllowed, match="meanwhile"):
        purge([str(text.pk)], user=chief, reason=REASON, shown=shown)
    assert Document.objects.count() == 2


def test_it_is_all_or_nothing(marked, chief, monkeypatch):
    text = marked()

    def broken(plan):
        raise DatabaseError

    monkeypatch.setattr("articles.purging._delete", broken)
    with pytest.raises(DatabaseError):
        purge([str(text.pk)], user=chief, reason=REASON)
    assert not Purge.objects.exists()
    assert WORD in _said(Sighting.objects.get().path)


def test_every_relation_of_what_is_purged_is_handled():
    """A new model that belongs to a document, a reading, a text or an article must say what a
    purge does with it: see `articles.purge_plans.PurgePlan.rows`."""
    nothing = PurgePlan((), (), (), (), ())
    handled = {*nothing.rows(), ArticleJudgement, ArticleMerge, ImportRun}
    handled |= {Article.topics.through, Article.about.through, Story}  # a story loses its lead
    pointing = {
        field.related_model
        for model in (Document, Reading, Translation, Article)
        for field in model._meta.get_fields(include_hidden=True)
        if field.auto_created and field.is_relation
    }
    assert pointing <= handled


# The command


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("purge", *arguments, "--reason", REASON, "--as", "chief", stdout=out)
    return out.getvalue()


def test_the_command_shows_what_will_go_and_asks(marked, make_document, chief, monkeypatch):
    text = marked()
    attach(make_document(), text)
    monkeypatch.setattr("builtins.input", lambda question: "purge")
    said = run(str(text.pk))
    assert f"text {text.pk} (published): {WORD} headline" in said
    assert f"seen as {WORD}-0.txt" in said
    assert "2 documents, 2 sightings" in said
    assert not Document.objects.exists()


def test_the_command_deletes_nothing_unless_it_is_confirmed(marked, chief, monkeypatch):
    text = marked()
    monkeypatch.setattr("builtins.input", lambda question: "yes")
    with pytest.raises(CommandError, match="Nothing was deleted: you did not confirm"):
        run(str(text.pk))
    assert "Nothing was deleted." in run(str(text.pk), "--dry-run")
    assert Document.objects.exists()


def test_the_command_does_not_ask_a_script(marked, chief):
    run(str(marked().pk), "--yes")
    assert not Document.objects.exists()


def test_the_command_says_which_text_stays(marked, make_document, chief):
    text, copy = marked(), make_document()
    attach(copy, text)
    assert f"Name {text.pk} too if it must go." in run(copy.sha256, "--dry-run")


def test_the_admin_shows_purges_and_changes_none(marked, chief, client):
    purge([str(marked().pk)], user=chief, reason=REASON)
    client.force_login(chief)
    assert REASON in client.get(reverse("admin:articles_purge_changelist")).content.decode()
    assert client.get(reverse("admin:articles_purge_add")).status_code == 403
