"""The page of a story: what several outlets report of one event."""

from collections import Counter

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from articles.addresses import story_address
from articles.models import Story, Translation
from articles.reports import is_shown, reports_of
from articles.views.entries import listed
from articles.views.report_rows import Row, by_outlet, heading_of, rows_of
from articles.views.rolls import Named, named
from articles.views.structured import json_ld, report_list
from articles.visibility import public_entities
from ots_desk.languages import INTERFACE
from ots_desk.slugs import slug_of
from people.models import Entity


def story(request, pk: int, slug: str = ""):
    """One story. The id decides: a merged one and a wrong slug lead to the right address, by a
    redirect that nobody keeps, because merges can be undone and titles edited again."""
    wanted = get_object_or_404(Story.objects.select_related("merged_into"), pk=pk)
    found = wanted.survivor()
    reports = reports_of(found, listed(Translation.objects.published()))
    if not is_shown(reports):
        raise Http404
    rows = rows_of(found, reports, reports)
    lead = next(row for row in rows if row.is_lead)
    heading = heading_of(found, lead.entry)
    address = story_address(get_language(), found.pk, heading.words)
    if found != wanted or slug != slug_of(heading.words):
        query = request.GET.urlencode()
        return HttpResponseRedirect(f"{address}?{query}" if query else address)
    request.addresses = {code: story_address(code, found.pk, heading.words) for code in INTERFACE}
    context = {
        "canonical": request.build_absolute_uri(address),
        "heading": heading,
        "lead": lead,
        "groups": by_outlet(rows),
        "event": _event(found),
        "counts": _counts(rows),
        "languages": _languages(rows),
        "structured": json_ld(
            report_list(
                heading.words,
                request.build_absolute_uri(address),
                [report.text for report in reports],
                request.build_absolute_uri,
            )
        ),
    }
    return render(request, "articles/story.html", context)


def _event(story: Story) -> Named | None:
    """The event as readers may see it; a merged one leads to the survivor."""
    found = story.event.survivor() if story.event else None
    event = public_entities(Entity.objects.filter(pk=found.pk)).first() if found else None
    return named(event) if event else None


def _counts(rows: list[Row]) -> dict[str, int]:
    """How many there are; texts of unknown outlets are of no known number of outlets."""
    outlets = {row.entry.outlet for row in rows} - {""}
    return {"reports": len(rows), "outlets": len(outlets)}


def _languages(rows: list[Row]) -> list[tuple[str, str, int]]:
    """Code, name and number of reports of each language, the most first."""
    found = Counter((row.entry.language, row.entry.language_name) for row in rows)
    return [(code, name, count) for (code, name), count in found.most_common()]
