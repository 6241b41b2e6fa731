"""The names of a text as its page shows them: groups beside the text, and for each mention what
is asked and what can be done. Plain values; deciding is `articles.tagging`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from articles.choices import MentionField, MentionKind, MentionStatus
from articles.models import Mention, Translation
from ots_desk.interface import country_name, interface_language
from people.labels import what_it_is
from people.models import Entity, Post
from people.nearest import nearest_people

# So many of those whom a name may mean have a button, and a key, of their own.
MOST_CANDIDATES = 3

# What can be done with a mention, by its state; without an entity it is nobody's yet.
_ACTIONS = {
    (MentionStatus.SUGGESTED, True): ("accept", "reject", "never"),
    (MentionStatus.SUGGESTED, False): ("nobody", "not_here"),
    (MentionStatus.CONFIRMED, True): ("reject", "never"),
    (MentionStatus.REJECTED, True): ("accept",),
    (MentionStatus.REJECTED, False): (),
    (MentionStatus.BROKEN, True): ("drop",),
    (MentionStatus.BROKEN, False): ("drop",),
}

WAITING = (MentionStatus.SUGGESTED, MentionStatus.BROKEN)


@dataclass
class Named:
    """One entity, or one name that is nobody's yet, and its mentions in the order of reading.

    What was rejected throughout has no number.
    """

    key: int | str
    entity: Entity | None
    about: str
    number: int | None = None
    mentions: list[Mention] = field(default_factory=list)

    def count(self, status: MentionStatus) -> int:
        return sum(mention.status == status for mention in self.mentions)

    @property
    def called(self) -> str:
        return self.mentions[0].called or self.mentions[0].text

    @property
    def confirmed(self) -> int:
        return self.count(MentionStatus.CONFIRMED)

    @property
    def suggested(self) -> int:
        return self.count(MentionStatus.SUGGESTED)

    @property
    def rejected(self) -> int:
        return self.count(MentionStatus.REJECTED)

    @property
    def broken(self) -> int:
        return self.count(MentionStatus.BROKEN)

    @property
    def offices(self) -> int:
        return sum(mention.kind == MentionKind.OFFICE for mention in self.mentions)

    @property
    def has_digit(self) -> bool:
        return bool(self.number and self.number < 10)


@dataclass(frozen=True)
class Ask:
    """What is asked about one mention; `clue` is what the text says beside it in words, `office`
    and `country` the same for the form of a new entry."""

    mention: Mention
    number: int | None
    about: str
    clue: str
    office: str
    country: str
    actions: tuple[str, ...]
    candidates: list[tuple[Entity, str]]

    @property
    def name(self) -> str:
        """The name in its basic form, as far as that can be told."""
        return self.mention.called or self.mention.text

    @property
    def does(self) -> str:
        """The actions as the script reads them."""
        return " ".join(self.actions)

    @property
    def is_open(self) -> bool:
        return self.mention.status in WAITING


@dataclass(frozen=True)
class Names:
    """All names of a text. `now` is the mention that is decided next, `near` are those whose
    names come nearest to it where it is nobody's yet."""

    groups: list[Named]
    rejected: list[Named]
    asks: list[Ask]
    now: Ask | None
    near: list[tuple[Entity, str]]

    @property
    def numbers(self) -> dict[int | str, int | None]:
        return {group.key: group.number for group in self.groups}

    @property
    def actions(self) -> tuple[str, ...]:
        return self.now.actions if self.now else ()

    @property
    def acceptable(self) -> int:
        """How many proposals say who is meant."""
        return sum(group.suggested for group in self.groups if group.entity)

    @property
    def waiting(self) -> int:
        return sum(ask.is_open for ask in self.asks)

    @property
    def last_seen(self) -> int:
        return max((ask.mention.pk for ask in self.asks), default=0)


def names_of(text: Translation, at: str = "") -> Names:
    """The names of a text; `at` is the id of the mention to look at, else the first that waits."""
    mentions = in_reading_order(
        text.mentions.select_related("entity", "decided_by").prefetch_related(
            "entity__memberships__post"
        )
    )
    day = text.tells_of.latest if text.tells_of else None
    groups = name_groups(mentions, day)
    asks = _asks(mentions, {group.key: group for group in groups}, day)
    by_id = {str(ask.mention.pk): ask for ask in asks}
    now = by_id.get(at) or next((ask for ask in asks if ask.is_open), None)
    standing = [group for group in groups if group.number]
    rejected = [group for group in groups if not group.number]
    near = near_names(now.mention) if now and now.is_open else []
    return Names(standing, rejected, asks, now, near)


def near_names(mention: Mention) -> list[tuple[Entity, str]]:
    """Known people whom a name that is nobody's yet may mean by its sound; none where the text
    itself has shown who may be meant."""
    if mention.entity_id or mention.candidates:
        return []
    found = nearest_people(mention.called or mention.text, MOST_CANDIDATES)
    entities = Entity.objects.prefetch_related("memberships__post")
    known = entities.in_bulk([near.entity.pk for near in found])
    return [(known[near.entity.pk], what_it_is(known[near.entity.pk])) for near in found]


def key_of(mention: Mention) -> int | str:
    """By what mentions are grouped: the entity, or what nobody's name is called."""
    return mention.entity_id or mention.called_key


def in_reading_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=place_of)


def place_of(mention: Mention) -> tuple[bool, int, int]:
    """Where in the text; what an edit has broken has no place any more and comes last."""
    is_broken = mention.status == MentionStatus.BROKEN
    return is_broken, list(MentionField).index(mention.field), mention.start


def name_groups(mentions: Iterable[Mention], day: date | None = None) -> list[Named]:
    """One group an entity or name, numbered as they first appear in the text of that `day`."""
    groups: dict[int | str, Named] = {}
    for mention in mentions:
        entity = mention.entity
        about = what_it_is(entity, day) if entity else ""
        group = groups.setdefault(key_of(mention), Named(key_of(mention), entity, about))
        group.mentions.append(mention)
    standing = [group for group in groups.values() if group.rejected < len(group.mentions)]
    for number, group in enumerate(standing, start=1):
        group.number = number
    return list(groups.values())


def _asks(mentions: list[Mention], groups: dict[int | str, Named], day: date | None) -> list[Ask]:
    known = {pk: (entity, what_it_is(entity, day)) for pk, entity in _candidates(mentions).items()}
    posts = _posts(mentions)
    return [_ask(mention, groups[key_of(mention)], known, posts) for mention in mentions]


def _ask(
    mention: Mention,
    group: Named,
    known: dict[int, tuple[Entity, str]],
    posts: dict[int, Post],
) -> Ask:
    meant = [known[pk] for pk in mention.candidates[:MOST_CANDIDATES] if pk in known]
    found = {entity.pk: (entity, about) for entity, about in meant}
    return Ask(
        mention,
        group.number,
        group.about,
        _clue(mention),
        _office(mention, posts),
        mention.clue.get("country") or "",
        _actions(mention, group),
        [one for pk, one in found.items() if pk != mention.entity_id],
    )


def _actions(mention: Mention, group: Named) -> tuple[str, ...]:
    actions = _ACTIONS[mention.status, bool(mention.entity_id)]
    if not _may_be_dismissed(mention):
        actions = tuple(action for action in actions if action not in ("never", "nobody"))
    if "accept" in actions and mention.status == MentionStatus.SUGGESTED and group.suggested > 1:
        actions += ("accept_all",)
    if "reject" in actions and group.suggested + group.confirmed > 1:
        actions += ("reject_all",)
    return actions


def _may_be_dismissed(mention: Mention) -> bool:
    """For all texts? Not an office, which another will hold; nor what an editor has confirmed."""
    is_editor_s = mention.status == MentionStatus.CONFIRMED and mention.decided_at
    return mention.kind == MentionKind.NAME and not is_editor_s


def _candidates(mentions: list[Mention]) -> dict[int, Entity]:
    """By the ids that were noted; a merged one stands for its survivor."""
    wanted = {pk for mention in mentions for pk in mention.candidates[:MOST_CANDIDATES]}
    if not wanted:
        return {}
    survivors = Entity.objects.survivors_of(wanted)
    entities = Entity.objects.prefetch_related("memberships__post").in_bulk(survivors.values())
    return {pk: entities[end] for pk, end in survivors.items() if end in entities}


def _posts(mentions: list[Mention]) -> dict[int, Post]:
    wanted = {mention.clue["post"] for mention in mentions if mention.clue.get("post")}
    return Post.objects.in_bulk(wanted) if wanted else {}


def _clue(mention: Mention) -> str:
    """“minister, Kyrgyzstan”."""
    country = country_name(mention.clue.get("country") or "")
    return ", ".join(filter(None, [mention.clue.get("words", ""), country]))


def _office(mention: Mention, posts: dict[int, Post]) -> str:
    """The office of the record that stands beside a name, as a choice of it. The text's own words
    are shown and not entered: they may be in any case, or no whole office."""
    post = posts.get(mention.clue.get("post"))
    return f"{post.label(interface_language())} #{post.pk}" if post else ""
