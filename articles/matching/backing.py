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


def full_evidence(judgement: ArticleJudgement) -> dict:
    """Return the evidence for a pair, made now where a run over the whole desk left it out."""
    evidence = judgement.evidence
    texts = Translation.objects.in_bulk(evidence.get("texts", ()))
    if "paragraph_counts" in evidence or len(texts) < 2:
        return evidence
    one, other = (texts[pk] for pk in evidence["texts"])
    return {**evidence, **explain_pairs([(one, other, judgement.score)])[0]}


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
