"""A run over the whole desk: compares what waits for it, and can be stopped. Texts are invented."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.choices import Container, Verdict
from articles.judging import decide
from articles.matching import proposing
from articles.matching.backing import complete_evidence
from articles.matching.fingerprints import RULES_VERSION
from articles.matching.proposing import propose_all, propose_pairs
from articles.matching.queueing import Proposal, queue
from articles.models import ArticleJudgement, Fingerprint
from tests.articles.matching.invented import FAIR_EN, FAIR_RU, TALKS_RU

DAY = "2025-09-12"


@pytest.fixture
def fair(make_text):
    return make_text(headline="", body=FAIR_EN, published=DAY)


@pytest.fixture
def fair_ru(make_text):
    return make_text(headline="", language="ru", body=FAIR_RU, published=DAY)


def waiting() -> int:
    return Fingerprint.objects.waiting(RULES_VERSION).count()


def test_what_waits_is_compared_once(fair, fair_ru, capsys):
    call_command("propose_pairs")
    assert "Compared 2 texts, proposed 1 pairs." in capsys.readouterr().out
    call_command("propose_pairs")
    assert "Compared 0 texts, proposed 0 pairs." in capsys.readouterr().out


def test_all_are_compared_again_if_asked_and_decisions_stand(fair, fair_ru):
    propose_all()
    ArticleJudgement.objects.update(verdict=Verdict.DIFFERENT, decided_at=timezone.now())
    assert propose_all(anew=True) == (2, 0)
    assert ArticleJudgement.objects.get().verdict == Verdict.DIFFERENT


def test_a_run_finds_what_single_texts_find(fair, fair_ru, make_text):
    make_text(headline="", body=FAIR_EN, published="2025-10-20")
    make_text(language="ru", body=TALKS_RU, published=DAY)
    make_text(headline="", language="ru", body=FAIR_RU)
    propose_all()
    at_once = pairs()
    ArticleJudgement.objects.all().delete()
    for fingerprint in Fingerprint.objects.order_by("pk"):
        propose_pairs([fingerprint.translation])
    assert pairs() == at_once
    assert len(at_once) > 2


def pairs() -> set[tuple]:
    rows = ArticleJudgement.objects.values_list("first", "second", "proposed_verdict")
    return set(rows)


def test_a_run_that_was_stopped_goes_on_where_it_was(fair, fair_ru, make_text, monkeypatch):
    monkeypatch.setattr(proposing, "AT_ONCE", 2)
    for day in (1, 2, 3):
        make_text(body=TALKS_RU, language="ru", published=f"2025-09-{20 + day}")

    def stopped(ids, _total):
        yield from ids[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        propose_all(progress=stopped)
    assert waiting() == 3
    done, _pairs = propose_all()
    assert done == 3
    assert ArticleJudgement.objects.filter(first=fair.article, second=fair_ru.article).exists()


def test_evidence_of_a_run_is_made_when_somebody_looks(fair, fair_ru):
    propose_all()
    judgement = ArticleJudgement.objects.get()
    assert judgement.evidence["texts"] == [fair.pk, fair_ru.pk]
    assert "paragraphs" not in judgement.evidence
    complete_evidence([judgement])
    assert judgement.evidence["paragraphs"] == [[0, 0], [1, 1], [2, 2], [3, 3]]


def test_an_imported_text_is_compared_already(fair):
    propose_pairs([fair])
    assert not waiting()


def test_the_article_with_the_lower_id_is_first_and_the_container_follows(fair, fair_ru):
    queue([Proposal.of(fair_ru, fair, Verdict.CONTAINS, 0.8, Container.FIRST)])
    judgement = ArticleJudgement.objects.get()
    assert judgement.first == fair.article
    assert judgement.container == Container.SECOND


def test_a_pair_is_asked_until_the_queue_is_renewed_at_commit(
    fair, fair_ru, make_text, editor, django_capture_on_commit_callbacks
):
    """So one that a killed import left behind is asked once too often, and not lost."""
    third = make_text(body=TALKS_RU, language="ky")
    for pair, verdict in (
        ((fair, third), Verdict.SAME_STORY),
        ((fair_ru, third), Verdict.DIFFERENT),
    ):
        queue([Proposal.of(*pair, Verdict.SAME_STORY, 0.8)])
        decide(ArticleJudgement.objects.open().get(), verdict, user=editor)
    with django_capture_on_commit_callbacks() as waiting:
        queue([Proposal.of(fair, fair_ru, Verdict.TRANSLATION, 0.8)])
    pair = ArticleJudgement.objects.open().get()
    [renew] = waiting
    renew()
    assert not ArticleJudgement.objects.open().exists()
    pair.refresh_from_db()
    assert pair.implied_by.verdict == Verdict.DIFFERENT


def test_two_articles_make_one_pair_and_the_same_text_says_the_most(fair, fair_ru):
    queue(
        [
            Proposal.of(fair, fair_ru, Verdict.SAME_STORY, 0.9),
            Proposal.of(fair, fair_ru, Verdict.TRANSLATION, 0.6),
        ]
    )
    assert ArticleJudgement.objects.get().proposed_verdict == Verdict.TRANSLATION


def test_what_a_digest_holds_is_no_copy_of_it(fair, fair_ru):
    queue(
        [
            Proposal.of(fair, fair_ru, Verdict.DUPLICATE, 0.95),
            Proposal.of(fair_ru, fair, Verdict.CONTAINS, 0.8, Container.FIRST),
        ]
    )
    pair = ArticleJudgement.objects.get()
    assert (pair.proposed_verdict, pair.container) == (Verdict.CONTAINS, Container.SECOND)
