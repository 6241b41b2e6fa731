"""The same text again: which documents are attached to a text, and how that is taken back."""

import re
from itertools import count

import pytest

from articles.attaching import (
    Change,
    attach_again,
    compare_paragraphs,
    detach,
    difference,
    reopen_version,
    settle_version,
)
from articles.choices import AttachmentRule, Outcome, Relation, Status, Verdict
from articles.editing import save_text, settle_flag
from articles.importing.run import import_paths
from articles.management.commands.import_seeds import SEEDS
from articles.merging import merge, undo_merge
from articles.models import Article, ArticleJudgement, Attachment, Document, Source, Translation
from articles.publishing import NotAllowed, dismiss, publish, restore, withdraw
from articles.splitting import split_document, undo_split

HEAD = " date 2025-12-18 11:26\nTurkic states agree on an invented railway\n\n"
BODY = (
    "Ministers of the Organization of Turkic States agreed in Example City to build a railway of "
    "412 kilometres, the invented agency Example Daily reported on Thursday.\n\n"
    "The first trains are to run in the spring, and tickets will be sold in all member states.\n\n"
    "The ministers also looked at the budget of the project, and will meet again in autumn.\n"
)
LINK = "link: https://24.kg/english/999001/\nviews: 12\n"


@pytest.fixture
def take_in(tmp_path, db):
    """Import texts, one file each, in one run; returns the outcomes in order."""
    numbers = count()

    def take(*contents: str | bytes) -> list[str]:
        folder = tmp_path / f"{next(numbers):03}"
        folder.mkdir()
        for number, content in enumerate(contents):
            content = content.encode() if isinstance(content, str) else content
            (folder / f"{number:03}.txt").write_bytes(content)
        run = import_paths([folder]).run
        return list(run.sightings.order_by("path").values_list("outcome", flat=True))

    return take


@pytest.fixture
def kg(db) -> Source:
    return Source.objects.create(name="24.kg", domains=["24.kg"], zone="Asia/Bishkek")


def the_attachment() -> Attachment:
    return Attachment.objects.get()


@pytest.mark.parametrize(
    "variant",
    [
        BODY,  # without headline and date
        HEAD.replace("2025-12-18 11:26", "2025-12-19") + BODY,
        HEAD.replace("invented railway", "railway, says Example Daily") + BODY,
        HEAD + "BISHKEK, Kyrgyzstan, December 18. " + BODY,
        HEAD + BODY.replace("Thursday", "thursday").replace(" ", "\u00a0"),
        (HEAD + BODY).replace("\n", "\r\n"),
        HEAD + BODY + LINK + "Print\nRelated\nAnother invented headline of the day\n",
    ],
    ids=["bare", "date", "headline", "dateline", "spaces", "line ends", "tail"],
)
def test_the_same_body_is_a_copy(take_in, variant):
    assert take_in(HEAD + BODY) == [Outcome.CREATED]
    assert take_in(variant) == [Outcome.COPY]
    attachment = the_attachment()
    assert (attachment.relation, attachment.rule) == (Relation.COPY, AttachmentRule.EQUAL_BODY)
    assert attachment.translation == Translation.objects.get()


def test_copies_are_known_within_one_batch(take_in):
    assert take_in(HEAD + BODY, BODY, HEAD + BODY + LINK) == ["created", "copy", "copy"]
    assert Article.objects.count() == 1


def test_a_copy_of_a_copy_leads_to_the_text(take_in):
    take_in(HEAD + BODY)
    take_in(BODY + LINK)
    take_in(HEAD + BODY + LINK)
    assert set(Attachment.objects.values_list("translation", flat=True)) == {
        Translation.objects.get().pk
    }


def test_a_copy_changes_nothing_in_the_text(take_in):
    take_in(BODY)
    before = Translation.objects.values().get()
    take_in(HEAD + BODY)
    assert Translation.objects.values().get() == before


def test_a_copy_of_what_an_editor_set_aside_stays_away(take_in, editor):
    take_in(HEAD + BODY)
    dismiss(Translation.objects.get(), user=editor, reason="Not ours (invented).")
    assert take_in(BODY) == ["copy"]
    assert Translation.objects.get().status == Status.NOT_FOR_US


def test_one_other_figure_makes_another_text(take_in):
    assert take_in(HEAD + BODY, HEAD + BODY.replace("412", "413")) == ["created", "created"]


def test_short_bodies_are_never_equal(take_in):
    short = "The President of Exampleland arrived in Example City on an official visit today.\n"
    assert take_in(HEAD + short, short) == ["created", "created"]


def test_background_makes_no_difference(take_in):
    standing = (
        "\nThe Organization of Turkic States is an intergovernmental organization founded in "
        "2009 by four states.\n"
    )
    assert take_in(HEAD + BODY, HEAD + BODY + standing) == ["created", "copy"]


def test_the_five_seeds_are_known_in_other_clothes(seeds, take_in):
    """Without their first lines, with other line ends, with another tail."""
    for path in sorted(SEEDS.glob("0*.txt")):
        raw = path.read_text(encoding="utf-8")
        date = re.match(r" date [\d-]+( [\d:]+)?", raw)
        bare = raw.replace(date[0], "", 1) if date else raw
        other_tail = raw.rstrip() + "\nPrint\nRelated\nAn invented headline about something else\n"
        dated = bare if not date else raw.replace(date[0], " date 2025-12-20", 1)
        variants = [raw.replace("\n", "\r\n"), bare + "\n", other_tail, dated + "\n\n"]
        assert set(take_in(*dict.fromkeys(variants))) == {"copy"}, path.name
    assert Article.objects.count() == 5


@pytest.mark.parametrize(
    "address",
    [
        "https://24.kg/english/999001/",
        "http://www.24.kg/english/999001",
        "https://24.kg/english/999001/amp/",
        "https://24.kg/english/999001/?utm_source=example&fbclid=1",
    ],
)
def test_less_of_a_text_at_the_same_address_is_a_copy(take_in, kg, address):
    take_in(HEAD + BODY + LINK)
    shorter = BODY.split("\n\n")
    again = HEAD + "\n\n".join(shorter[:2]) + f"\nlink: {address}\nviews: 99\n"
    assert take_in(again) == ["copy"]
    assert the_attachment().rule == AttachmentRule.SAME_ADDRESS


@pytest.mark.parametrize(
    "newer",
    [
        BODY.replace("412", "417"),
        BODY + "\nOn Friday two more states joined the invented project.\n",
    ],
    ids=["a figure", "a paragraph"],
)
def test_new_words_at_the_same_address_are_a_version(take_in, kg, newer):
    take_in(HEAD + BODY + LINK)
    text = Translation.objects.get()
    assert take_in(HEAD + newer + LINK) == ["version"]
    assert the_attachment().relation == Relation.VERSION
    text.refresh_from_db()
    assert "417" not in text.body
    assert "Friday" not in text.body


def test_another_text_at_the_same_address_is_another_text(take_in, kg):
    other = (
        "Scientists of three invented universities have counted the snow leopards of the highest "
        "valleys, and found more of them than ten years ago.\n\n"
        "They used cameras that work at night, and asked herders in more than forty villages.\n"
    )
    take_in(HEAD + BODY + LINK)
    assert take_in(HEAD + other + LINK) == ["created"]


UPDATED = BODY.replace("412 kilometres", "417 kilometres, longer than planned,") + (
    "\nMore details of this invented story are added in one further paragraph.\n"
)


def link(number: int) -> str:
    return f"link: https://24.kg/english/{number}/\nviews: 12\n"


@pytest.mark.parametrize("mark", ["(UPDATE)", "(UPDATED)"])
def test_a_text_that_calls_itself_an_update_is_a_version(take_in, kg, mark):
    take_in(HEAD + BODY + link(999001))
    marked = HEAD.replace("an invented railway", f"an invented railway {mark}")
    assert take_in(marked + UPDATED + link(999002)) == ["version"]
    assert the_attachment().rule == AttachmentRule.SAME_HEAD


def test_an_update_with_another_lead_is_known_by_its_headline(take_in, kg):
    rewritten = (
        "It will take until spring before trains run in Example City, the invented agency said, "
        "and tickets are to cost less than planned.\n\n"
    )
    take_in(HEAD + BODY + link(999001))
    marked = HEAD.replace("an invented railway", "an invented railway (UPDATE)")
    assert take_in(marked + rewritten + UPDATED + link(999002)) == ["version"]


def test_an_update_comes_with_the_batch_of_its_text(take_in, kg):
    marked = HEAD.replace("an invented railway", "an invented railway (UPDATE)")
    first, second = HEAD + BODY + link(999001), marked + UPDATED + link(999002)
    assert take_in(first, second) == ["created", "version"]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        (HEAD.replace("an invented railway", "an invented railway (UPDATE)"), 0),
        (HEAD.replace("12-18", "12-28").replace("railway", "railway (UPDATE)"), 999002),
        (HEAD, 999002),
    ],
    ids=["no outlet", "ten days later", "no mark"],
)
def test_what_may_be_an_update_of_something_else_is_a_text(take_in, kg, head, number):
    take_in(HEAD + BODY + link(999001))
    assert take_in(head + UPDATED + (link(number) if number else "")) == ["created"]


def test_another_article_takes_it_back_in_one_step(take_in, editor):
    take_in(HEAD + BODY, BODY + LINK)
    text = Translation.objects.get()
    made = detach(the_attachment(), user=editor)
    assert made.status == Status.DRAFT
    assert made.body == text.body
    assert made.article != text.article
    assert the_attachment().detached_by == editor
    pair = ArticleJudgement.objects.get()
    assert (pair.verdict, pair.decided_by) == (Verdict.DIFFERENT, editor)
    with pytest.raises(NotAllowed):
        detach(the_attachment(), user=editor)


def test_what_was_told_apart_stays_so_when_it_comes_in_again(take_in, editor):
    take_in(HEAD + BODY, BODY + LINK)
    detach(the_attachment(), user=editor)
    assert take_in(HEAD + BODY, BODY + LINK) == ["unchanged", "unchanged"]
    assert Article.objects.count() == 2
    assert the_attachment().detached_at


def test_telling_apart_can_be_undone(take_in, editor):
    take_in(HEAD + BODY, BODY + LINK)
    before = Translation.objects.values().get()
    detach(the_attachment(), user=editor)
    attach_again(the_attachment(), user=editor)
    assert Translation.objects.values().get() == before
    assert Article.objects.count() == 1
    assert not ArticleJudgement.objects.exists()
    assert the_attachment().detached_at is None
    with pytest.raises(NotAllowed):
        attach_again(the_attachment(), user=editor)


def test_an_article_that_somebody_worked_on_is_not_undone(take_in, editor):
    take_in(HEAD + BODY, BODY + LINK)
    made = detach(the_attachment(), user=editor)
    made.headline = "An editor's headline (invented)"
    save_text(made, user=editor)
    with pytest.raises(NotAllowed, match="worked on"):
        attach_again(the_attachment(), user=editor)
    publish(made, user=editor)
    with pytest.raises(NotAllowed, match="worked on"):
        attach_again(the_attachment(), user=editor)


def test_an_undone_merge_is_in_nobodys_way(take_in, make_text, editor):
    take_in(HEAD + BODY, BODY + LINK)
    split = split_document(the_attachment(), user=editor)
    other = make_text(language="kk")
    undo_merge(merge(other.article, split.made, user=editor), user=editor)
    undo_split(split, user=editor)
    assert not Article.objects.filter(pk=split.made_id).exists()


def settle_a_doubt(text: Translation, editor) -> None:
    settle_flag(text.flags.first(), user=editor)


def publish_and_bring_back(text: Translation, editor) -> None:
    """A draft again, but readers have its address."""
    publish(text, user=editor)
    withdraw(text, user=editor, reason="An invented reason")
    dismiss(text, user=editor, reason="An invented reason")
    restore(text, user=editor)


def say_when_it_happened(text: Translation, editor) -> None:
    text.article.event_date = "2020-01-02"
    text.article.save()


@pytest.mark.parametrize("work", [settle_a_doubt, publish_and_bring_back, say_when_it_happened])
def test_no_decision_on_an_article_is_lost_by_attaching_again(take_in, editor, work):
    take_in(HEAD + BODY, BODY + LINK)
    made = detach(the_attachment(), user=editor)
    work(Translation.objects.get(pk=made.pk), editor)
    with pytest.raises(NotAllowed, match="worked on"):
        attach_again(the_attachment(), user=editor)
    assert Translation.objects.filter(pk=made.pk).exists()


def test_a_version_waits_until_it_is_settled(take_in, kg, editor):
    take_in(HEAD + BODY + LINK, HEAD + BODY.replace("412", "417") + LINK)
    settle_version(the_attachment(), user=editor)
    assert the_attachment().settled_by == editor
    with pytest.raises(NotAllowed):
        settle_version(the_attachment(), user=editor)
    reopen_version(the_attachment())
    assert the_attachment().settled_at is None


def test_a_copy_has_nothing_to_settle(take_in, editor):
    take_in(HEAD + BODY, BODY)
    with pytest.raises(NotAllowed):
        settle_version(the_attachment(), user=editor)


def test_a_version_is_shown_as_a_difference(take_in, kg):
    newer = (
        HEAD.replace("11:26", "15:40") + BODY.replace("412", "417") + "\nOne more sentence now.\n"
    )
    take_in(HEAD + BODY + LINK, newer + LINK)
    found = difference(the_attachment())
    changed = [change for change in found.paragraphs if not change.is_none]
    assert "412" in changed[0].ours
    assert "417" in changed[0].theirs
    assert changed[-1] == Change(None, "One more sentence now.")
    assert [(one.field, one.ours, one.theirs) for one in found.fields] == [
        ("published_time", "11:26:00", "15:40:00")
    ]


def test_paragraphs_that_stand_for_each_other_stand_side_by_side():
    found = list(compare_paragraphs(["a", "b", "c"], ["a", "x", "c", "d"]))
    assert found == [
        Change("a", "a"), Change("b", "x"), Change("c", "c"), Change(None, "d"),
    ]  # fmt: skip


def test_nothing_received_is_lost(take_in):
    take_in(HEAD + BODY, BODY)
    kept = {bytes(document.content) for document in Document.objects.all()}
    assert kept == {(HEAD + BODY).encode(), BODY.encode()}
