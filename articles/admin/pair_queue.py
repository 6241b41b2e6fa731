"""The queue of pairs as a list: its rows with what they show."""

from dataclasses import dataclass

from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.choices import Verdict
from articles.matching.backing import complete_evidence
from articles.models import Article, ArticleJudgement, Translation
from ots_desk.interface import date_words


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
    """Gives each row of the page its two texts and its evidence, in queries that don't grow with
    the rows."""

    def get_results(self, request):
        if request.resolver_match.url_name.endswith("_changelist"):
            super().get_results(request)
            self.result_list = list(self.result_list)
            show_texts(self.result_list)
            complete_evidence(self.result_list)


def show_texts(pairs: list[ArticleJudgement]) -> None:
    """Set `sides` on each: the two texts that were compared, else what stands for the article."""
    ends = {end for pair in pairs for end in pair.ends}
    survivors = Article.objects.survivors_of(ends)
    texts = Translation.objects.standing().filter(article__in=set(survivors.values()))
    texts = texts.select_related("source", "agency").defer("body", "folded").order_by("-pk")
    by_id = {text.pk: text for text in texts}
    by_article = {text.article_id: text for text in by_id.values()}
    for pair in pairs:
        compared = pair.evidence.get("texts", [None, None])
        pair.sides = [
            Seen(survivors[end], by_id.get(text) or by_article.get(survivors[end]))
            for end, text in zip(pair.ends, compared, strict=True)
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
