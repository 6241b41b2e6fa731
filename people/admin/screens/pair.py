"""Two records of who's who side by side: why the desk proposes them, what agrees, what differs.

Deciding is `people.judging`; the evidence comes from `people.doubles.weighing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale
from django.utils.translation import gettext as _

from ots_desk.admin import change_url
from ots_desk.implying import words_of_source
from ots_desk.interface import country_name, date_words, interface_language
from ots_desk.pair_admin import Answer
from ots_desk.text import script_of
from people.admin.addresses import entity_address
from people.choices import Verdict
from people.implying import pairs_of_entities
from people.labels import term_dates, what_it_is, what_of
from people.models import Entity, EntityJudgement, Name

# The key of each verdict by its place on the keyboard.
_KEYS = {Verdict.SAME: "1", Verdict.DIFFERENT: "2", Verdict.UNSURE: "0"}

MOST_OTHERS, MOST_TEXTS = 8, 10


@dataclass(frozen=True)
class Side:
    """One of the two."""

    entity: Entity
    about: str
    address: str
    terms: list[str]


@dataclass(frozen=True)
class Line:
    """One fact of both beside each other."""

    label: str
    first: str
    second: str

    @property
    def agrees(self) -> bool:
        return bool(self.first) and self.first == self.second

    @property
    def differs(self) -> bool:
        return bool(self.first and self.second) and self.first != self.second


@dataclass(frozen=True)
class ScriptRow:
    """The spellings of both in one script; those that both have stand in `shared`."""

    script: str
    first: list[Name]
    second: list[Name]
    shared: frozenset[str]


def pair_page(judgement: EntityJudgement, *, may_read: bool) -> dict:
    """Template values of the page of a pair; `may_read` also the texts that name both."""
    first, second = _entities(judgement)
    return {
        "sides": [_side(first), _side(second)],
        "facts": [line for line in _facts(first, second) if line.first or line.second],
        "scripts": _by_script(first, second),
        "reasons": reasons_of(judgement.evidence),
        "score": f"{judgement.score:.2f}" if judgement.score is not None else "",
        "texts": _texts_with_both(first, second) if may_read else [],
        "others": _others(judgement),
    }


def answers_of() -> list[Answer]:
    """What can be said of the two; "the same" is what is proposed."""
    return [Answer(v, v.label, key, v == Verdict.SAME) for v, key in _KEYS.items()]


def _entities(judgement: EntityJudgement) -> list[Entity]:
    """The two as they were entered; where one was merged, what it became is said beside it."""
    related = ("names", "memberships__post", "memberships__organization")
    known = Entity.objects.select_related("parent", "location", "merged_into")
    found = known.prefetch_related(*related).in_bulk(judgement.ends)
    return [found[pk] for pk in judgement.ends]


def _side(entity: Entity) -> Side:
    terms = list(entity.memberships.all())
    terms.sort(key=lambda term: str(term.began_earliest or ""), reverse=True)
    words = [f"{what_of(term)}, {term_dates(term)}" for term in terms]
    return Side(entity, what_it_is(entity), entity_address(entity), words)


def _facts(first: Entity, second: Entity) -> Iterator[Line]:
    both = (first, second)
    yield Line(_("Country"), *(country_name(one.country) for one in both))
    yield Line(_("Classification"), *(one.classification for one in both))
    yield Line(_("Part of"), *(str(one.parent or "") for one in both))
    yield Line(_("Place"), *(str(one.location or "") for one in both))
    yield Line(_("Began"), *(date_words(one.began) or "" for one in both))
    yield Line(_("Ended"), *(date_words(one.ended) or "" for one in both))
    yield Line("Wikidata", *(one.wikidata for one in both))
    yield Line(_("Reference data"), *(one.reference or "" for one in both))
    yield Line(_("Description"), *(one.description for one in both))


def _by_script(first: Entity, second: Entity) -> list[ScriptRow]:
    """Spellings under each other by script, so that the eye compares like with like."""
    scripts = sorted({script_of(n.text) for one in (first, second) for n in one.names.all()})
    return [_script_row(script, first, second) for script in scripts]


def _script_row(script: str, first: Entity, second: Entity) -> ScriptRow:
    mine, theirs = (
        [name for name in one.names.all() if script_of(name.text) == script]
        for one in (first, second)
    )
    shared = {name.folded for name in mine} & {name.folded for name in theirs}
    words = Locale.parse(interface_language().split("-")[0]).scripts.get(script, script)
    return ScriptRow(words, _unique(mine), _unique(theirs), frozenset(shared))


def _unique(names: list[Name]) -> list[Name]:
    return list({name.text: name for name in names}.values())


def reasons_of(evidence: dict) -> list[tuple[str, str]]:
    """(finding, what it is about) in words, what speaks for it first."""
    return [*_for(evidence), *_against(evidence)]


def _for(evidence: dict) -> Iterator[tuple[str, str]]:
    for alike in evidence.get("spellings", [])[:3]:
        words = f"{alike['first']} – {alike['second']}"
        yield _("Spellings alike: %(score)s") % {"score": f"{alike['score']:.2f}"}, words
    if shared := evidence.get("shared"):
        yield _("Spelled the same"), ", ".join(shared)
    if identifier := evidence.get("identifier"):
        yield _("One Wikidata id"), identifier
    if offices := evidence.get("offices"):
        yield _("The same office"), _("%(count)d in common") % {"count": len(offices)}
    if evidence.get("country") == "same":
        yield _("The same country"), ""
    if evidence.get("began") == "same":
        yield _("The same day"), ""


def _against(evidence: dict) -> Iterator[tuple[str, str]]:
    if evidence.get("country") == "other":
        yield _("Speaks against it"), _("different countries")
    if "other" in (evidence.get("began"), evidence.get("ended")):
        yield _("Speaks against it"), _("different dates")
    if together := evidence.get("together"):
        words = _("%(count)d texts name both") % {"count": together}
        yield _("Speaks against it"), words
    if evidence.get("both_in_reference"):
        yield _("Speaks against it"), _("both are in the reference data")


def _texts_with_both(first: Entity, second: Entity) -> list[tuple[str, str]]:
    """(headline, address) of texts in which both are named for certain."""
    named = Entity._meta.get_field("mentions").related_model.objects.confirmed()
    theirs = named.filter(entity=second).values("translation")
    own = named.filter(entity=first, translation__in=theirs).order_by("-translation")
    texts = {one.translation_id: one.translation for one in own.select_related("translation")[:50]}
    return [(str(text), change_url(text)) for text in list(texts.values())[:MOST_TEXTS]]


def _others(judgement: EntityJudgement) -> list[tuple[str, str]]:
    """What was decided before about these two, by whichever records stood for them."""
    around = pairs_of_entities.around(judgement.ends)
    decided = [one for one in around.decided if one.pk != judgement.pk][:MOST_OTHERS]
    return [(words_of_source(one), change_url(one)) for one in decided]
