"""The names that wait for an editor in all texts, each once: what the queue of names lists.

Deciding on them is `articles.settling`; how the queue looks is `articles.admin.screens`.
"""

from dataclasses import dataclass

from django.db.models import Count, Max, Min, QuerySet, Window

from articles.choices import MentionKind, mention_rules
from articles.models import Mention, Translation
from articles.querysets import MentionQuerySet
from ots_desk.languages import TEXTS
from ots_desk.text import fold
from people.choices import EntityKind
from people.models import Entity

NOBODY = "nobody"
ORDERS = {
    "texts": ("-texts", "called_key", "entity"),
    "newest": ("-newest", "called_key", "entity"),
    "name": ("called_key", "entity"),
}


@dataclass(frozen=True)
class Asked:
    """What of the queue is asked for. What is empty, or nothing that there is, asks for all."""

    kind: str = ""  # of entity, or NOBODY
    sort: str = ""  # name or office
    language: str = ""
    rule: str = ""
    words: str = ""
    order: str = ""

    def mentions(self) -> MentionQuerySet:
        """The open mentions that are asked for."""
        found = Mention.objects.open().of_texts_for_us()
        if self.kind == NOBODY:
            found = found.filter(entity=None)
        elif self.kind in EntityKind.values:
            of_kind = Entity.objects.of_kind(self.kind).order_by()
            found = found.filter(entity__in=of_kind.values("pk"))
        if self.language in TEXTS:
            texts = Translation.objects.in_language(self.language).order_by()
            found = found.filter(translation__in=texts.values("pk"))
        if self.sort in MentionKind.values:
            found = found.filter(kind=self.sort)
        if self.rule in dict(mention_rules()):
            found = found.filter(rule=self.rule)
        return found.filter(called_key__contains=fold(self.words)) if self.words else found

    def names(self) -> QuerySet:
        """One row a name and whom it is proposed to be: `called_key` and `entity`, how many
        `texts` and `mentions`, the `sample` and the `newest` of them, and, the same in every
        row, in `total` how many names there are. Asks only the index `mention_open_called`."""
        grouped = self.mentions().order_by().values("called_key", "entity")
        counted = grouped.annotate(
            texts=Count("translation", distinct=True),
            mentions=Count("pk"),
            sample=Min("pk"),
            newest=Max("pk"),
            total=Window(Count("*")),
        )
        return counted.order_by(*ORDERS.get(self.order, ORDERS["texts"]))

    def count(self) -> int:
        """How many names are asked for."""
        return self.mentions().order_by().values("called_key", "entity").distinct().count()
