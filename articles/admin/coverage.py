"""The grid of articles by language, mixed into the admin of articles.

Its rows are made by `screens.coverage_grid`.
"""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext

from articles.admin.screens.coverage_grid import ROWS, SIGNS, chosen_articles, lines_of
from articles.forms import CoverageForm
from ots_desk.admin import number_of
from ots_desk.languages import INTERFACE

# Further on nobody turns pages: the filters lead there.
LAST_PAGE = 10_000


class CoverageMixin:
    """Adds the page `coverage`."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.coverage)
        return [path("coverage/", view, name="articles_article_coverage"), *super().get_urls()]

    def coverage(self, request):
        """Which article has which languages. Without a count: one row more than a page shows
        tells whether there is a next one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = CoverageForm(request.GET)
        asked = form.cleaned_data if form.is_valid() else {}
        number = min(max(number_of(request.GET.get("page", "")) or 1, 1), LAST_PAGE)
        start = (number - 1) * ROWS
        found = list(chosen_articles(asked)[start : start + ROWS + 1])
        return self.screen(
            request,
            "admin/articles/coverage.html",
            title=gettext("Coverage by language"),
            form=form,
            lines=lines_of(found[:ROWS]),
            columns=[*INTERFACE.items(), ("", gettext("others"))],
            signs=SIGNS.values(),
            previous_url=_page_url(request, number - 1) if number > 1 else "",
            next_url=_page_url(request, number + 1) if len(found) > ROWS else "",
            number=number,
        )


def _page_url(request, number: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(number)
    return f"?{asked.urlencode()}"
