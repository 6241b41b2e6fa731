"""Backing: the evidence for pairs of stored texts, with the persons whom both name.

What two texts show is `explaining`, which is pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.choices import MentionStatus
from articles.fingerprinting import as_matched
from articles.models import ArticleJudgement, Mention, Translation
from people.choices import EntityKind

from .explaining import explain


def explain_pairs(pairs: Sequence[tuple[Translation, Translation, float]]) -> list[dict]:
    """Return what speaks for each pair of texts, given with its score, ready for JSON."""
    persons = _person_spellings({text.pk for pair in pairs for text in pair[:2]})
    return [
        explain(
            {**as_matched(one), "persons": persons.get(one.pk)},
            {**as_matched(other), "persons": persons.get(other.pk)},
            score=score,
        )
        for one, other, score in pairs
    ]


def complete_evidence(judgements: Iterable[ArticleJudgement]) -> None:
    """Give each pair its evidence, made now where a run over the whole desk left it out; saved is
    nothing."""
    bare = [one for one in judgements if "paragraph_counts" not in one.evidence]
    texts = Translation.objects.in_bulk({pk for one in bare for pk in _compared(one)})
    bare = [one for one in bare if _compared(one) and texts.keys() >= set(_compared(one))]
    pairs = [(*(texts[pk] for pk in _compared(one)), one.score) for one in bare]
    for judgement, evidence in zip(bare, explain_pairs(pairs), strict=True):
        judgement.evidence = {**judgement.evidence, **evidence}


def _compared(judgement: ArticleJudgement) -> list[int]:
    return judgement.evidence.get("texts", [])


def _person_spellings(texts: Iterable[int]) -> dict[int, dict[int, str]]:
    """For each text the persons it names, by id, in the spelling they have there first."""
    mentions = (
        Mention.objects.names()
        .filter(translation__in=texts, entity__kind=EntityKind.PERSON)
        .filter(status__in=(MentionStatus.CONFIRMED, MentionStatus.SUGGESTED))
        .order_by("field", "start")
        .values_list("translation", "entity", "text")
    )
    spellings = defaultdict(dict)
    for text, person, spelling in mentions:
        spellings[text].setdefault(person, spelling)
    return spellings
