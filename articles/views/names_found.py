"""Names for the search page: entities that have the words as a spelling, or nearly."""

from dataclasses import dataclass

from articles.visibility import public_entities
from ots_desk.text import fold
from people.choices import NameKind
from people.models import Entity, Name
from people.names import matching_key, similarity

# Bounds, so that a search costs the same in a desk of many names.
_CANDIDATES, _BEST, _OTHERS, _NEAREST = 60, 3, 6, 3
_NEAR_CANDIDATES = 400

# Below this two spellings are of two names, not of one.
_NEAR_ENOUGH = 0.6


@dataclass(frozen=True)
class Found:
    """An entity, the spelling in the reader's language, and all others it is searched by."""

    name: str
    url: str
    kind: str
    spellings: list[str]


@dataclass(frozen=True)
class Names:
    """`best` have the words as a whole spelling or as whole words of one; `others` contain
    them."""

    best: list[Found]
    others: list[Found]

    def __bool__(self) -> bool:
        return bool(self.best or self.others)


@dataclass(frozen=True)
class Near:
    name: str
    url: str
    spelling: str
    language: str


def find_names(asked: str) -> Names:
    """The entities that readers may see and that have a spelling like `asked`, best first."""
    rows = public_entities(Entity.objects.named_like(asked)).order_by("pk")
    candidates = list(rows.prefetch_related("names")[:_CANDIDATES])
    ranked = sorted(candidates, key=lambda entity: (_rank(entity, asked), entity.name))
    best = [entity for entity in ranked if _rank(entity, asked) <= 1][:_BEST]
    others = [entity for entity in ranked if entity not in best][:_OTHERS]
    return Names([_found(e) for e in best], [_found(e) for e in others])


def _rank(entity: Entity, asked: str) -> int:
    """0: a whole spelling; 1: whole words of one; 2: part of a word."""
    folded, key = fold(asked), matching_key(asked)
    names = list(entity.names.all())
    if any(folded == name.folded or (key and key == name.key) for name in names):
        return 0
    if any(_has_words(name.folded, folded) or _has_words(name.key, key) for name in names):
        return 1
    return 2


def _has_words(spelling: str, words: str) -> bool:
    return bool(words) and f" {words} " in f" {spelling} "


def _found(entity: Entity) -> Found:
    kinds = {NameKind.FULL, NameKind.SHORT, NameKind.INITIALS, NameKind.FORMER, NameKind.ALIAS}
    sure = [n.text for n in entity.names.all() if n.kind in kinds and not n.needs_context]
    return Found(
        entity.display_name,
        entity.get_absolute_url(),
        str(entity.get_kind_display()),
        list(dict.fromkeys(sure)),
    )


def nearest_names(asked: str) -> list[Near]:
    """Names spelled nearly so, for a search that found nothing; the nearest first."""
    scored: dict[int, tuple[float, Name]] = {}
    for name in _near_candidates(asked):
        score = max(similarity(asked, part) for part in {name.text, *name.text.split()})
        if score >= _NEAR_ENOUGH and score > scored.get(name.entity_id, (0.0, None))[0]:
            scored[name.entity_id] = (score, name)
    nearest = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].pk))[:_NEAREST]
    return [_near(name) for _score, name in nearest]


def _near_candidates(asked: str):
    """Public names of which a word sounds as one of `asked` begins, in any script."""
    names = Name.objects.sounding_like(asked).filter(entity__in=public_entities())
    names = names.select_related("entity").prefetch_related("entity__names")
    return names.exclude(kind=NameKind.ABBREVIATION).order_by("pk")[:_NEAR_CANDIDATES]


def _near(name: Name) -> Near:
    entity = name.entity
    spelling = name.text if name.text != entity.display_name else ""
    return Near(entity.display_name, entity.get_absolute_url(), spelling, name.language)
