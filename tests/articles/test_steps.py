"""Every step of an editor with names can be taken back, exactly or not at all. All invented."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.choices import MentionStatus
from articles.creating import NewEntity, create_from_mention, create_from_span, remember
from articles.dismissing import dismiss
from articles.editing import save_text
from articles.linking import add_mention, relink
from articles.models import Article, Dismissal, Mention, TaggingStep
from articles.recognising import recognise
from articles.steps import UndoNotAllowed, last_steps, undo
from articles.tagging import (
    DecidedSince,
    NotASpan,
    NotTagged,
    confirm,
    confirm_all,
    confirm_proposed,
    drop,
    reject,
    reject_all,
    tag_article,
    untag_article,
)
from people.models import Entity, Membership, Name, Post

pytestmark = pytest.mark.django_db

BODY = "Testbek Example met Japarov.\n\nExample thanked Japarov in Bishkek, Example said."


@pytest.fixture
def text(make_text):
    return make_text(body=BODY, published="2026-03-04", source_url="https://news.example/1")


@pytest.fixture
def namesake(db):
    person = Entity.objects.create(kind="person", name="Akylbek Japarov", country="KG")
    Name.objects.create(entity=person, text="Akylbek Japarov", language="en")
    return person


@pytest.fixture
def mention(text):
    """Make a mention of the nth `words` in the body: `mention("Japarov", japarov)`."""

    def make(words, entity=None, nth=0, **fields):
        start = -1
        for _ in range(nth + 1):
            start = BODY.index(words, start + 1)
        values = {"status": "suggested", "rule": "full-name", **fields}
        return Mention.objects.create(
            translation=text, field="body", start=start, end=start + len(words), text=words,
            entity=entity, **values,
        )  # fmt: skip

    return make


def everything():
    """All rows that steps may change, but for the steps."""
    models = (Mention, Dismissal, Entity, Name, Membership, Article.about.through)
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def status_of(row):
    return Mention.objects.get(pk=row.pk).status


STEPS = {
    "accept": lambda m, s: confirm(m["open"], user=s),
    "reject": lambda m, s: reject(m["open"], user=s),
    "accept all": lambda m, s: confirm_all(m["text"], m["open"].entity, user=s),
    "reject all": lambda m, s: reject_all(m["text"], m["open"].entity, user=s),
    "accept the text": lambda m, s: confirm_proposed(m["text"], user=s),
    "relink": lambda m, s: relink(m["open"], m["other"], user=s),
    "link a name": lambda m, s: relink(m["unknown"], m["other"], user=s),
    "link words": lambda m, s: add_mention(m["text"], "body", 0, 15, m["other"], user=s),
    "drop": lambda m, s: drop(m["broken"], user=s),
    "dismiss for all": lambda m, s: dismiss("Example", None, user=s),
    "dismiss for one": lambda m, s: dismiss("Japarov", m["open"].entity, user=s),
    "create": lambda m, s: create_from_mention(
        NewEntity("Testbek Example", "en", country="KG", office="tester"), m["unknown"], user=s
    ),
    "create from words": lambda m, s: create_from_span(
        NewEntity("Testbek Example", "en", post=m["post"]), m["text"], "body", 0, 15, user=s
    ),
    "remember": lambda m, s: remember(m["other"], m["open"], user=s),
    "tag": lambda m, s: tag_article(m["text"].article, m["other"], user=s),
}


@pytest.fixture
def cast(text, mention, japarov, namesake, bishkek):
    return {
        "text": text,
        "open": mention("Japarov", japarov),
        "again": mention("Japarov", japarov, nth=1),
        "unknown": mention("Example", nth=1, called="Example"),
        "later": mention("Example", nth=2, called="Example"),
        "inside": mention("Testbek"),
        "broken": mention("Bishkek", bishkek, status="broken"),
        "other": namesake,
        "post": Post.objects.create(
            organization=bishkek, labels=[{"language": "en", "text": "tester", "kind": "full"}]
        ),
    }


@pytest.mark.parametrize("name", STEPS)
def test_a_step_taken_back_leaves_everything_as_it_was(name, cast, editor):
    before = everything()
    step = STEPS[name](cast, editor)
    assert everything() != before
    undo(step, user=editor)
    assert everything() == before
    assert not last_steps(editor, 5)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=st.lists(st.sampled_from(sorted(STEPS)), max_size=5))
def test_steps_taken_back_in_reverse_leave_everything_as_it_was(names, cast, editor):
    before, steps = everything(), []
    for name in names:
        try:
            steps.append(STEPS[name](cast, editor))
        except (NotTagged, Entity.DoesNotExist):
            continue
    for step in reversed([step for step in steps if step]):
        undo(step, user=editor)
    assert everything() == before


def test_the_last_steps_are_the_editor_s_own_latest_first(cast, editor, chief):
    first, second = confirm(cast["open"], user=editor), reject(cast["again"], user=editor)
    confirm(cast["open"], user=chief)
    assert last_steps(editor, 5) == [second, first]
    assert last_steps(editor, 1) == [second]


def test_nobody_takes_back_another_editor_s_step(cast, editor, chief):
    step = confirm(cast["open"], user=editor)
    with pytest.raises(UndoNotAllowed, match="editor"):
        undo(step, user=chief)
    assert status_of(cast["open"]) == "confirmed"


def test_a_step_is_taken_back_once(cast, editor):
    step = confirm(cast["open"], user=editor)
    undo(step, user=editor)
    with pytest.raises(UndoNotAllowed, match="already"):
        undo(step, user=editor)


def test_what_somebody_decided_since_is_named_and_stays(cast, editor, chief):
    step = confirm_all(cast["text"], cast["open"].entity, user=editor)
    reject(cast["again"], user=chief)
    before = everything()
    with pytest.raises(UndoNotAllowed, match=r"“Japarov” in “Example .*: rejected, chief"):
        undo(step, user=editor)
    assert everything() == before


def test_an_edit_that_moves_words_is_not_in_the_way(cast, editor):
    step = add_mention(cast["text"], "body", 0, 15, cast["other"], user=editor)
    cast["text"].body = "Then " + BODY
    save_text(cast["text"], user=editor)
    undo(step, user=editor)
    assert not cast["text"].mentions.filter(entity=cast["other"]).exists()
    # What the machine had proposed there is found anew, not put where it was.
    assert not cast["text"].mentions.filter(text="Testbek").exists()


def test_a_new_person_whom_others_use_by_now_stays(cast, editor):
    step = STEPS["create"](cast, editor)
    relink(cast["open"], step.entity, user=editor)
    with pytest.raises(UndoNotAllowed, match="“Testbek Example” is used elsewhere"):
        undo(step, user=editor)
    assert Entity.objects.filter(pk=step.entity_id).exists()


def test_a_new_person_with_a_further_spelling_stays(cast, editor):
    step = STEPS["create"](cast, editor)
    Name.objects.create(entity=step.entity, text="Тестбек", language="ru")
    with pytest.raises(UndoNotAllowed, match="used elsewhere"):
        undo(step, user=editor)
    assert step.entity.names.count() == 2


def test_a_new_person_who_was_edited_stays(cast, editor):
    step = STEPS["create"](cast, editor)
    step.entity.description = "Invented."
    step.entity.save()
    with pytest.raises(UndoNotAllowed, match="changed since: Testbek Example"):
        undo(step, user=editor)


@pytest.fixture
def dropped(make_text, japarov, editor):
    """A link that an edit broke and an editor dropped; its words came back. The step of it."""
    text = make_text(headline="News")
    recognise([text])
    whole = text.body
    confirm(text.mentions.get(entity=japarov), user=editor)
    text.body = "Nobody spoke."
    save_text(text, user=editor)
    step = drop(text.mentions.get(entity=japarov), user=editor)
    text.body = whole
    save_text(text, user=editor)
    return step


def test_what_the_machine_found_again_gives_way_to_what_was_dropped(dropped, japarov, editor):
    assert Mention.objects.get(entity=japarov).decided_at is None
    undo(dropped, user=editor)
    assert Mention.objects.get(entity=japarov).decided_by == editor


def test_what_an_editor_decided_there_since_stays(dropped, japarov, editor, chief):
    reject(Mention.objects.get(entity=japarov), user=chief)
    before = everything()
    with pytest.raises(UndoNotAllowed, match="“Sadyr Japarov” in “News”: rejected, chief"):
        undo(dropped, user=editor)
    assert everything() == before


@pytest.mark.parametrize("status", ["confirmed", "broken"])
def test_whatever_the_machine_made_meanwhile_gives_way_to_a_proposal(cast, status, editor):
    was = cast["open"]
    step = add_mention(cast["text"], "body", was.start, was.end, cast["other"], user=editor)
    Mention.objects.create(
        translation=cast["text"], field="body", start=was.start, end=was.end, text=was.text,
        entity=was.entity, status=status,
    )  # fmt: skip
    undo(step, user=editor)
    assert status_of(was) == "suggested"


# Two editors


def test_the_second_of_two_editors_hears_what_the_first_decided(cast, editor, chief):
    seen = cast["open"].state
    reject(cast["open"], user=editor, seen=seen)
    with pytest.raises(
        DecidedSince, match="editor has decided on “Japarov”: rejected, Sadyr Japarov"
    ):
        confirm(cast["open"], user=chief, seen=seen)
    with pytest.raises(DecidedSince):
        relink(cast["open"], cast["other"], user=chief, seen=seen)
    assert status_of(cast["open"]) == "rejected"


def test_a_mention_that_is_gone_is_said_to_be_gone(cast, editor):
    Mention.objects.filter(pk=cast["open"].pk).delete()
    with pytest.raises(DecidedSince, match="“Japarov” isn't marked any more"):
        confirm(cast["open"], user=editor)


def test_all_are_decided_up_to_the_last_that_was_seen(cast, editor):
    step = confirm_all(cast["text"], cast["open"].entity, user=editor, last_seen=cast["open"].pk)
    assert step.mention_count == 1
    assert status_of(cast["again"]) == "suggested"


def test_nothing_left_to_decide_is_no_step(cast, editor):
    confirm_proposed(cast["text"], user=editor)
    assert confirm_proposed(cast["text"], user=editor) is None
    assert TaggingStep.objects.count() == 1


# What the steps do


def test_a_name_that_was_nobody_s_is_linked_wherever_the_text_has_it(cast, editor):
    step = relink(cast["unknown"], cast["other"], user=editor)
    assert step.mention_count == 2
    linked = cast["text"].mentions.confirmed().filter(entity=cast["other"])
    assert {mention.text for mention in linked} == {"Example"}
    assert not cast["text"].mentions.filter(text="Example", entity=None).exists()


def test_a_known_name_is_relinked_alone_and_the_old_link_is_remembered(cast, editor):
    relink(cast["open"], cast["other"], user=editor)
    assert status_of(cast["open"]) == "rejected"
    assert status_of(cast["again"]) == "suggested"
    assert cast["text"].mentions.confirmed().get().entity == cast["other"]


def test_everything_proposed_leaves_out_whom_nobody_knows(cast, editor):
    assert confirm_proposed(cast["text"], user=editor).mention_count == 2
    assert status_of(cast["unknown"]) == "suggested"


def test_a_dismissed_name_is_rejected_in_every_text(cast, make_text, editor):
    other = Mention.objects.create(
        translation=make_text(body="Example left."), field="body", start=0, end=7,
        text="Example", status="suggested",
    )  # fmt: skip
    dismiss("EXAMPLE", None, user=editor, text=cast["text"])
    assert {status_of(m) for m in (cast["unknown"], cast["later"], other)} == {"rejected"}
    assert status_of(cast["open"]) == "suggested"
    assert dismiss("Example", None, user=editor) is None
    assert Dismissal.objects.get().called_key == "example"


def test_a_new_person_says_where_the_name_was_seen(cast, editor):
    step = STEPS["create"](cast, editor)
    person, spelling = step.entity, step.entity.names.get()
    assert (person.kind, person.country, person.classification) == ("person", "KG", "tester")
    assert (spelling.text, spelling.language, spelling.attested) == ("Testbek Example", "en", True)
    assert spelling.source == person.sources[0] == f"text:{cast['text'].pk}"
    assert status_of(cast["unknown"]) == MentionStatus.CONFIRMED
    assert not person.is_public


def test_an_office_of_the_record_becomes_a_term_that_is_not_certain(cast, editor):
    step = STEPS["create from words"](cast, editor)
    term = step.entity.memberships.get()
    assert (term.post, term.began, str(term.known_until)) == (cast["post"], None, "2026-03-04")
    assert step.entity.classification == ""


@pytest.mark.parametrize("new", [NewEntity(" ", "en"), NewEntity("Testbek Example", "")])
def test_nobody_without_name_or_language_is_made(new, cast, editor):
    with pytest.raises(NotTagged):
        create_from_mention(new, cast["unknown"], user=editor)
    assert not Entity.objects.filter(name__contains="Example").exists()


def test_a_spelling_is_remembered_as_attested_there(cast, editor):
    remember(cast["other"], cast["open"], user=editor)
    remember(cast["other"], cast["open"], user=editor)
    spelling = cast["other"].names.get(text="Japarov")
    assert (spelling.language, spelling.attested) == ("en", True)
    assert spelling.source == f"text:{cast['open'].translation_id}"


def test_only_a_broken_mention_is_dropped(cast, editor):
    drop(cast["broken"], user=editor)
    assert not Mention.objects.filter(pk=cast["broken"].pk).exists()
    with pytest.raises(NotTagged, match="reject it"):
        drop(cast["open"], user=editor)


def test_words_that_are_gone_are_neither_accepted_nor_relinked(cast, editor):
    cast["text"].body = "Nobody."
    cast["text"].save()
    for act in (confirm, lambda m, user: relink(m, cast["other"], user=user)):
        with pytest.raises(NotASpan, match="doesn't stand there any more"):
            act(cast["open"], user=editor)


def test_marking_new_words_takes_the_broken_mention_of_the_same_away(cast, bishkek, editor):
    start = BODY.index("Bishkek")
    add_mention(
        cast["text"], "body", start, start + 7, bishkek, user=editor, instead_of=cast["broken"]
    )
    assert cast["text"].mentions.get(entity=bishkek).status == "confirmed"


def test_a_tag_that_was_taken_off_comes_back(cast, editor):
    article = cast["text"].article
    tag_article(article, cast["other"], user=editor)
    undo(untag_article(article, cast["other"], user=editor), user=editor)
    assert list(article.about.all()) == [cast["other"]]
