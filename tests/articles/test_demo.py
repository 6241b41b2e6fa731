"""The demo desk: real seeds, and, where asked for, reports that say that they are invented."""

import pytest
from django.core.management import CommandError, call_command

from articles.demo.story import FOLDER, OUTLETS, invented_texts
from articles.management.commands import demo
from articles.models import ArticleJudgement, ArticleMerge, Story, Translation
from articles.reports import reports_by_story

MARKS = ("(invented)", "(вымышлено)", "(uydurma)")


@pytest.fixture
def filled(db, settings, monkeypatch, tmp_path):
    settings.DEBUG = True
    monkeypatch.setattr(demo, "PASSWORD_FILE", tmp_path / "accounts")
    call_command("demo", verbosity=0)


@pytest.fixture
def told(filled):
    call_command("demo", "--story", verbosity=0)


def test_the_demo_desk_holds_the_seeds_alone_and_a_merge(filled):
    assert ArticleMerge.objects.filter(undone_at=None).count() == 1
    assert not invented_texts().exists()


def test_where_asked_for_it_has_a_story_and_an_open_pair(told):
    story = Story.objects.standing().get()
    outlets = {
        report.outlet.name for report in reports_by_story([story], invented_texts())[story.pk]
    }
    assert outlets == {outlet for outlet, _zone in OUTLETS.values()}
    pair = ArticleJudgement.objects.open().get()
    assert pair.proposed_verdict == "translation"


def test_what_is_invented_says_so_in_headline_and_text(told):
    texts = list(invented_texts())
    assert len(texts) == len(OUTLETS)
    assert all(text.headline.endswith(MARKS) for text in texts)
    assert all("demo" in text.body or "демонстрац" in text.body or "tanıtım" in text.body
               for text in texts)  # fmt: skip


def test_every_invented_report_has_its_outlet():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(OUTLETS)


def test_filling_twice_changes_nothing(told):
    before = Translation.objects.count()
    call_command("demo", "--story", verbosity=0)
    assert Translation.objects.count() == before
    assert Story.objects.count() == 1


def test_the_demo_refuses_a_desk_that_is_no_developers_own(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("demo")
