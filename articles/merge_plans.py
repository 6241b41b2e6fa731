"""What merging two articles would do: shown to an editor, then carried out by
`articles.merging`. Changes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.addresses import address, in_language
from articles.choices import Status
from articles.implying import refuse_contradiction
from articles.models import Article, Translation
from articles.projection import project
from ots_desk.bonds import Kind
from ots_desk.implying import Contradiction
from ots_desk.languages import INTERFACE, own_name
from ots_desk.merging import (
    Choices,
    Difference,
    MergePlan,
    Redirect,
    Side,
    basic_refusals,
    differences,
)
from ots_desk.relations import JOIN, MOVE, STAY, moving
from ots_desk.slugs import slug_of

# Every relation of an article, by the name under which an article knows it. A test walks the
# models and fails when one is missing here.
RELATIONS = {
    "translations": MOVE,
    "topics": JOIN,
    "about": JOIN,
    "merged": STAY,
    "coverage": JOIN,
    "splits": STAY,
    "split_from": STAY,
    "judgements_as_first": STAY,
    "judgements_as_second": STAY,
    "merges_as_survivor": STAY,
    "merges_as_duplicate": STAY,
}

# What an editor chooses of two articles, and what each keeps to itself; likewise of two texts in
# one language, where what follows from a save or says how a text came here stays with it.
CHOSEN = ("event_date",)
STAYING = {"id", "version", "merged_into", "created_at"}
CHOSEN_OF_TEXTS = tuple(
    name for name in Translation.TEXT_FIELDS if name not in ("language", "headline_is_proposed")
)

# The choice of the text that stands, after the language and a colon.
STANDS = "stands"


@dataclass(frozen=True)
class TextConflict:
    """Two texts in one language: one gives way to the other, and nothing is deleted. Where
    nobody chooses, every field is that of the text that stands."""

    language: str
    survivors: Translation
    duplicates: Translation
    stands: Side

    @property
    def scope(self) -> str:
        return self.language or "und"

    @property
    def kept(self) -> Translation:
        return self.duplicates if self.stands is Side.DUPLICATE else self.survivors

    @property
    def retired(self) -> Translation:
        return self.survivors if self.stands is Side.DUPLICATE else self.duplicates

    @property
    def differences(self) -> tuple[Difference, ...]:
        found = differences(self.survivors, self.duplicates, CHOSEN_OF_TEXTS, self.scope)
        return tuple(replace(difference, wins=self.stands) for difference in found)


@dataclass(frozen=True)
class ArticleMergePlan(MergePlan):
    """`conflicts` are the languages in which both have a text; `texts` are all standing texts of
    both as they are now."""

    conflicts: tuple[TextConflict, ...] = ()
    texts: tuple[Translation, ...] = ()

    @property
    def state(self) -> str:
        """Posted back, it shows whether anything was changed since the plan was looked at."""
        rows = (self.survivor, self.duplicate, *self.texts)
        return " ".join(f"{row.pk}.{row.version}" for row in rows)


def plan_merge(
    survivor: Article, duplicate: Article, choices: Choices | None = None
) -> ArticleMergePlan:
    """Return what merging `duplicate` into `survivor` would do, with these choices of an editor's
    or without any."""
    if refusals := basic_refusals(survivor, duplicate):
        return ArticleMergePlan(survivor, duplicate, refusals=tuple(refusals))
    texts = _standing_texts(survivor, duplicate)
    conflicts = tuple(_conflicts(survivor, texts, choices or {}))
    shown = _shown_then(texts, conflicts)
    return ArticleMergePlan(
        survivor,
        duplicate,
        refusals=tuple(_contradictions(survivor, duplicate)),
        differences=differences(survivor, duplicate, CHOSEN),
        moving=moving(survivor, duplicate, RELATIONS),
        redirects=tuple(_redirects(survivor, duplicate, texts, shown)),
        warnings=tuple(_warnings(texts, conflicts, shown)),
        conflicts=conflicts,
        texts=tuple(texts),
    )


def _contradictions(survivor: Article, duplicate: Article) -> Iterator[str]:
    """What was decided of the two, or of others, and rules a merge out."""
    try:
        refuse_contradiction(survivor.pk, duplicate.pk, Kind.SAME)
    except Contradiction as error:
        yield str(error)


def _standing_texts(*articles: Article) -> list[Translation]:
    texts = Translation.objects.standing().filter(article__in=articles)
    return list(texts.select_related("source", "agency").order_by("pk"))


def _conflicts(
    survivor: Article, texts: Iterable[Translation], choices: Choices
) -> Iterator[TextConflict]:
    own = {text.language: text for text in texts if text.article_id == survivor.pk}
    for theirs in texts:
        mine = own.get(theirs.language)
        if mine and theirs != mine:
            conflict = TextConflict(theirs.language, mine, theirs, _stands(mine, theirs))
            chosen = choices.get(f"{conflict.scope}:{STANDS}", conflict.stands)
            yield replace(conflict, stands=Side(chosen))


def _stands(mine: Translation, theirs: Translation) -> Side:
    """The text that readers know stands, then one whose outlet gave it a headline, then the
    survivor's."""
    return Side.DUPLICATE if _worth(theirs) > _worth(mine) else Side.SURVIVOR


def _worth(text: Translation) -> tuple[bool, bool]:
    return text.status == Status.PUBLISHED, bool(text.headline) and not text.headline_is_proposed


# What readers see then


def _shown_then(
    texts: Iterable[Translation], conflicts: Iterable[TextConflict]
) -> dict[str, Translation]:
    """The texts that readers will see in the one article, by language, the original first."""
    retired = {conflict.retired for conflict in conflicts}
    public = _public(texts)
    return {text.language: text for text in texts if text in public and text not in retired}


def _public(texts: Iterable[Translation]) -> set[Translation]:
    return set(Translation.objects.published().filter(pk__in=[text.pk for text in texts]))


def _redirects(
    survivor: Article,
    duplicate: Article,
    texts: Iterable[Translation],
    shown: dict[str, Translation],
) -> Iterator[Redirect]:
    """The addresses of the duplicate that readers know."""
    public = _public(texts)
    for text in texts:
        if text in public and text.article_id == duplicate.pk:
            standing = shown.get(text.language) or next(iter(shown.values()), None)
            yield Redirect(address(text), _address_in(survivor, standing) if standing else "")


def _address_in(article: Article, text: Translation) -> str:
    """Where a text will be read once it is the article's."""
    language = text.language if text.language in INTERFACE else "en"
    path = in_language(language, article.pk, slug_of(project(text).headline))
    return path if text.language in INTERFACE else f"{path}?text={text.language}"


def _warnings(
    texts: Iterable[Translation],
    conflicts: Iterable[TextConflict],
    shown: dict[str, Translation],
) -> Iterator[str]:
    """No text that readers see goes out of their sight without a word."""
    public = _public(texts)
    for conflict in conflicts:
        if conflict.retired not in public:
            continue
        values = {
            "retired": conflict.retired,
            "kept": conflict.kept,
            "language": own_name(conflict.language),
        }
        if conflict.language in shown:
            yield _("“%(retired)s” is published; readers will see “%(kept)s” instead.") % values
        else:
            yield (
                _(
                    "“%(retired)s” is published and “%(kept)s” is not: readers will see no text "
                    "in %(language)s any more."
                )
                % values
            )
