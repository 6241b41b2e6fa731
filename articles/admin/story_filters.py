"""Filters of the list of stories: by the texts that tell them.

Each asks with an EXISTS, never by a join that doubles rows.
"""

from datetime import timedelta

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Coverage, Source, Translation
from articles.querysets import TranslationQuerySet
from ots_desk.admin import number_of
from ots_desk.languages import TEXTS


def told_with(stories: QuerySet, texts: TranslationQuerySet) -> QuerySet:
    """The stories that one of `texts` tells."""
    standing = texts.standing().filter(article=OuterRef("article"))
    coverage = Coverage.objects.filter(Exists(standing), story=OuterRef("pk"))
    return stories.filter(Exists(coverage))


class ShownFilter(SimpleListFilter):
    """Without a choice: stories of several articles that stand."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("public", _("readers see it")),
            ("single", _("one article left, or none")),
            ("merged", _("merged into another")),
        ]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        yield {**first, "display": _("of several articles")}
        yield from others

    def queryset(self, request, queryset):
        several = queryset.told_by(Translation.objects.standing())
        if self.value() == "public":
            return queryset.published()
        if self.value() == "merged":
            return queryset.filter(merged_into__isnull=False)
        if self.value() == "single":
            return queryset.standing().exclude(pk__in=several.values("pk"))
        return several


class ReportLanguageFilter(SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return list(TEXTS.items())

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return told_with(queryset, Translation.objects.filter(language=self.value()))


class ReportOutletFilter(SimpleListFilter):
    """Outlets that tell a story."""

    title = _("outlet")
    parameter_name = "outlet"

    def lookups(self, request, model_admin):
        told = Coverage.objects.filter(article=OuterRef("article"))
        texts = Translation.objects.filter(Exists(told), source=OuterRef("pk"))
        return list(Source.objects.filter(Exists(texts)).order_by("name").values_list("pk", "name"))

    def queryset(self, request, queryset):
        pk = number_of(self.value() or "")
        return told_with(queryset, Translation.objects.filter(source=pk)) if pk else queryset


class PrintedFilter(SimpleListFilter):
    """By the source date of any of its reports."""

    title = _("a report printed in the past")
    parameter_name = "printed"

    def lookups(self, request, model_admin):
        return [("7", _("7 days")), ("30", _("30 days")), ("365", _("year"))]

    def queryset(self, request, queryset):
        days = number_of(self.value() or "")
        if days not in (7, 30, 365):
            return queryset
        since = timezone.localdate() - timedelta(days=days)
        return told_with(queryset, Translation.objects.filter(published_latest__gte=since))
