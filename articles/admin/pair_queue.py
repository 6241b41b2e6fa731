"""The queue of pairs as a list: its rows with what they show, and the way from pair to pair."""

from copy import copy
from dataclasses import dataclass

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from articles.choices import Verdict
from articles.models import Article, ArticleJudgement, Translation
from ots_desk.admin import change_url
from ots_desk.interface import date_words

# Nobody goes through more pairs one by one.
MOST = 1000
_FILTERS = "_changelist_filters"


@dataclass(frozen=True)
class Seen:
    """One of the two in a row of the queue: its text, None where none is left."""

    article: int
    text: Translation | None

    @property
    def outlet(self) -> str:
        return str(self.text.rights_holder or "") if self.text else ""

    @property
    def date(self) -> str:
        return date_words(self.text.published) if self.text else ""


class QueueList(ChangeList):
    """Gives each row of the page its two texts, in queries that don't grow with the rows."""

    def get_results(self, request):
        if request.resolver_match.url_name.endswith("_changelist"):
            super().get_results(request)
            self.result_list = list(self.result_list)
            show_texts(self.result_list)


def show_texts(pairs: list[ArticleJudgement]) -> None:
    """Set `sides` on each: the two texts that were compared, else what stands for the article."""
    ends = {end for pair in pairs for end in (pair.first_id, pair.second_id)}
    survivors = Article.objects.survivors_of(ends)
    texts = Translation.objects.standing().filter(article__in=set(survivors.values()))
    texts = texts.select_related("source", "agency").defer("body", "folded").order_by("-pk")
    by_id = {text.pk: text for text in texts}
    by_article = {text.article_id: text for text in by_id.values()}
    for pair in pairs:
        compared = pair.evidence.get("texts", [None, None])
        ends = (pair.first_id, pair.second_id)
        pair.sides = [
            Seen(survivors[end], by_id.get(text) or by_article.get(survivors[end]))
            for end, text in zip(ends, compared, strict=True)
        ]


def with_sorting(queryset):
    """With `day`, the source date of the first article, and `touching`, how many open questions
    there are about the two. Both are asked only for the rows shown, or to sort by them."""
    texts = Translation.objects.standing().order_by("pk").values("published_earliest")
    of_first, of_second = (
        Subquery(texts.filter(article=OuterRef(end))[:1]) for end in ("first_now", "second_now")
    )
    waiting = ArticleJudgement.objects.filter(verdict=Verdict.UNDECIDED, implied_by=None)
    either = Q(pk__in=[])
    for end in ("first", "second"):
        either |= Q(first=OuterRef(end)) | Q(second=OuterRef(end))
    touching = waiting.filter(either).order_by()
    counted = touching.values("verdict").annotate(count=Count("pk")).values("count")
    return queryset.of_today().annotate(
        day=Coalesce(of_first, of_second), touching=Coalesce(Subquery(counted), 0)
    )


class Walk:
    """The way through the queue as the editor has filtered and sorted it."""

    def __init__(self, model_admin, request):
        self._user, self._filters = request.user, request.GET.get(_FILTERS, "")
        self._queue = _listed(model_admin, request, self._filters)

    def neighbours(self, judgement: ArticleJudgement) -> tuple[str, str]:
        """The addresses of the pairs before and behind this one; empty at the ends."""
        ids = self._ids()
        at = ids.index(judgement.pk) if judgement.pk in ids else -1
        before = ids[at - 1] if at > 0 else None
        behind = ids[at + 1] if at + 1 < len(ids) else None
        return self._address(before), self._address(behind)

    def behind(self, judgement: ArticleJudgement) -> list[int]:
        """The pairs to be asked next: those behind this one, then those before it."""
        ids = self._ids()
        at = ids.index(judgement.pk) if judgement.pk in ids else -1
        return [*ids[at + 1 :], *ids[: max(at, 0)]]

    def next_of(self, ids: list[int]) -> str:
        """The address of the first of these that is still open, and that nobody else looks at;
        the list where there is none."""
        waiting = ArticleJudgement.objects.open().free_for(self._user)
        for some in (ids[:50], ids[50:]):
            still = set(waiting.filter(pk__in=some).values_list("pk", flat=True)) if some else ()
            if found := next((pk for pk in some if pk in still), None):
                return self._address(found)
        return self.list_address

    @property
    def list_address(self) -> str:
        address = reverse("admin:articles_articlejudgement_changelist")
        return f"{address}?{self._filters}" if self._filters else address

    def here(self, judgement: ArticleJudgement) -> str:
        return self._address(judgement.pk)

    def _address(self, pk: int | None) -> str:
        if pk is None:
            return ""
        address = change_url(ArticleJudgement(pk=pk))
        return f"{address}?{urlencode({_FILTERS: self._filters})}" if self._filters else address

    def _ids(self) -> list[int]:
        return list(self._queue.values_list("pk", flat=True)[:MOST])


def _listed(model_admin, request, filters: str):
    """The rows that the list shows with these filters."""
    listing = copy(request)
    listing.GET = QueryDict(filters)
    try:
        return model_admin.get_changelist_instance(listing).queryset
    except IncorrectLookupParameters:
        return ArticleJudgement.objects.open().order_by("-score", "pk")
