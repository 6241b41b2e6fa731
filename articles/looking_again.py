"""Which texts are to be looked at again when who's who has changed: at once where they are few,
the rest by `manage.py recognise`.

Every text remembers the state of who's who in which names were looked for, so that none is
forgotten, and no run that was stopped begins anew.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db import reset_queries, transaction
from django.db.models import Q, QuerySet

from articles.models import Mention, Translation
from articles.recognising import recognise
from ots_desk.text import fold
from people.known_names import are_quickly_known, known_names, names_version

# So many texts take a request less than a second; so many spellings are looked for in it.
AT_ONCE = 200
_MOST_SPELLINGS = 24

BATCH = 200


def texts_to_look_at() -> QuerySet[Translation]:
    """Texts in which names were last looked for before who's who changed."""
    return Translation.objects.exclude(names_version=names_version())


def look_again(names: Iterable[str], *, without: Iterable[int] = ()) -> int:
    """Look at the newest texts that may spell one of these names, `without` these; returns how
    many.

    Call it in the transaction that changed a spelling, with the old one and the new. Where the
    known names must be built anew and are too many for a request, the texts wait; so do those
    that somebody else is changing, who may be waiting for this editor's mentions.
    """
    names = list(dict.fromkeys(name for name in names if name))
    if not names or not are_quickly_known():
        return 0
    texts = texts_to_look_at().filter(_may_spell(names)).exclude(pk__in=without).order_by("-pk")
    return _look(texts.values_list("pk", flat=True)[:AT_ONCE], skip_locked=True)


def look_at_all(
    *,
    anew: bool = False,
    limit: int | None = None,
    progress: Callable[[list[int], int], Iterable[int]] = lambda texts, _total: texts,
) -> int:
    """Look at every text that waits for it, the newest first; returns how many.

    `anew` makes all texts wait. A batch is one transaction; stopped in between, the next call
    goes on. `progress` wraps the texts for a progress bar, given how many there are.
    """
    if anew:
        Translation.objects.update(names_version="")
    waiting = texts_to_look_at().order_by("-pk").values_list("pk", flat=True)
    ids = list(waiting[:limit])
    count = 0
    for batch in _batches(progress(ids, len(ids))):
        count += _look(batch)
        reset_queries()  # with DEBUG, Django keeps every query
    return count


@transaction.atomic
def _look(ids: Iterable[int], skip_locked: bool = False) -> int:
    """The texts are held, so that nobody edits them between reading and writing; a step with a
    name of theirs may be stored (`no_key`), or an editor and this would wait for each other."""
    texts = Translation.objects.select_for_update(no_key=True, skip_locked=skip_locked)
    texts = list(texts.filter(pk__in=list(ids)).order_by("pk"))
    if texts:
        recognise(texts, known_names())
    return len(texts)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    batch = []
    for pk in ids:
        batch.append(pk)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _may_spell(names: list[str]) -> Q:
    """Texts with an open proposal that is called so, or with all words of a name."""
    keys = [fold(name) for name in names]
    called_so = Mention.objects.open().filter(called_key__in=keys)
    found = Q(pk__in=called_so.values("translation"))
    for words in _finding(keys)[:_MOST_SPELLINGS]:
        found |= Q(*(("folded__contains", word) for word in sorted(words)))
    return found


def _finding(keys: list[str]) -> list[frozenset[str]]:
    """The words of the names by which texts are found, without those that find no more than
    others do: of "amreyev" and "baghdad amreyev" the first."""
    all_words = dict.fromkeys(filter(None, (frozenset(_beginnings(key)) for key in keys)))
    return [words for words in all_words if not any(fewer < words for fewer in all_words)]


def _beginnings(key: str) -> list[str]:
    """The words of a folded name without what case endings change of them: "мирзиее", as in
    Мирзиёева."""
    words = [word for word in key.split() if len(word.strip(".")) > 2]
    return [word if len(word) < 5 else word[:-1] for word in words]
