"""Import runs in the admin: how far each has come, and every problem it met."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.screens.run import finding, run_page, state_of
from articles.choices import Outcome
from articles.models import ImportRun
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin


@admin.register(ImportRun)
class ImportRunAdmin(OwnPageMixin, ReadOnlyAdmin):
    list_display = ("started_at", "over", "state", "results", "started_by")
    list_select_related = ("started_by",)
    list_filter = (("finished_at", admin.EmptyFieldListFilter), "started_at")
    ordering = ("-started_at", "-pk")
    search_fields = ()

    @admin.display(description=_("over"))
    def over(self, run):
        return ", ".join(map(str, run.paths))

    @admin.display(description=_("state"))
    def state(self, run):
        return state_of(run)

    @admin.display(description=_("result"))
    def results(self, run):
        return finding(run) or None

    def page(self, request, run):
        return self.screen(
            request,
            "admin/articles/run.html",
            title=gettext("Import run"),
            original=run,
            over=self.over(run),
            outcomes=Outcome.choices,
            **run_page(run, request.GET.get("outcome", ""), request.GET.get("page", "")),
        )
