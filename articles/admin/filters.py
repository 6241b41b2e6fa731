"""Filters of the lists of texts and articles: status, language, open doubt, who is named, when.

Each goes by an index and an EXISTS, never by a join that doubles rows.
"""

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.choices import FlagKind, Status
from articles.coverage import desk_texts_naming, printed_within
from articles.models import Translation
from articles.timescale import stretch_words
from ots_desk.admin import number_of
from ots_desk.languages import TEXTS
from ots_desk.partial_dates import PartialDate
from people.models import Entity


class StatusFilter(SimpleListFilter):
    """Without a choice: everything but what is not for us."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return Status.choices

    def choices(self, changelist):
        everything, *statuses = super().choices(changelist)
        yield {**everything, "display": _("all that is for us")}
        yield from statuses

    def queryset(self, request, queryset):
        if self.value() in Status.values:
            return queryset.filter(status=self.value())
        return queryset.exclude(status=Status.NOT_FOR_US)


class LanguageFilter(SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return list(TEXTS.items())

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


class FlagFilter(SimpleListFilter):
    title = _("open doubt")
    parameter_name = "flag"

    def lookups(self, request, model_admin):
        return FlagKind.choices

    def queryset(self, request, queryset):
        return queryset.flagged(self.value()) if self.value() in FlagKind.values else queryset


class StaleFilter(SimpleListFilter):
    """Translations of the desk's whose source says other things by now."""

    title = _("source")
    parameter_name = "stale"

    def lookups(self, request, model_admin):
        return [("yes", _("has changed since"))]

    def queryset(self, request, queryset):
        return queryset.stale() if self.value() == "yes" else queryset


class _AskedFilter(SimpleListFilter):
    """Narrows a list that another page leads to; without being asked for it isn't offered."""

    def lookups(self, request, model_admin):
        asked = request.GET.get(self.parameter_name, "")
        return [(asked, words)] if (words := self.words(asked)) else []

    def words(self, asked: str) -> str:
        """What `asked` means, "" for nothing."""
        raise NotImplementedError


class NamingFilter(_AskedFilter):
    """Texts that name an entity: its page in the admin leads here."""

    title = _("names")
    parameter_name = "naming"

    def words(self, asked):
        return str(_entity(asked) or "")

    def queryset(self, request, queryset):
        entity = _entity(self.value())
        return (
            queryset.filter(pk__in=desk_texts_naming(entity).values("pk")) if entity else queryset
        )


def _entity(asked: str | None) -> Entity | None:
    return Entity.objects.filter(pk=number_of(asked or "")).first()


class PrintedFilter(_AskedFilter):
    """Texts that were printed in a stretch of time: 2025, 2025-09, 2025-07/2025-09."""

    title = _("printed")
    parameter_name = "when"

    def words(self, asked):
        stretch = _stretch(asked)
        return stretch_words(stretch, get_language()) if stretch else ""

    def queryset(self, request, queryset):
        stretch = _stretch(self.value())
        return printed_within(queryset, stretch) if stretch else queryset


def _stretch(asked: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(asked or "")
    except ValueError:
        return None


class _OfATextMixin:
    """The same question about an article: has it a standing text that fits?"""

    def queryset(self, request, queryset):
        texts = super().queryset(request, Translation.objects.standing())
        return queryset.filter(Exists(texts.filter(article=OuterRef("pk"))))


class ArticleStatusFilter(_OfATextMixin, StatusFilter):
    """Without a choice: articles with a text that is of use, and those still without any. One
    that was merged away stands under its survivor's merges, not here."""

    def queryset(self, request, queryset):
        queryset = queryset.standing()
        if self.value() in Status.values:
            return super().queryset(request, queryset)
        own = Translation.objects.standing().filter(article=OuterRef("pk"))
        return queryset.filter(Exists(own.for_us()) | ~Exists(own))


class ArticleLanguageFilter(_OfATextMixin, LanguageFilter):
    def queryset(self, request, queryset):
        return super().queryset(request, queryset) if self.value() else queryset


class ArticleFlagFilter(_OfATextMixin, FlagFilter):
    def queryset(self, request, queryset):
        return super().queryset(request, queryset) if self.value() else queryset
