"""The archive: texts by the day that the outlet printed, with the clock as printed.

Texts that are dated by month or year only stand with their month or year, undated ones apart.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton, get_day_names
from django.db.models import Count, F, Max
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from articles.bars import texts_words
from articles.models import Translation
from articles.querysets import TranslationQuerySet
from articles.views.entries import entries_of, listed
from articles.views.paging import page_of
from ots_desk.partial_dates import babel_locale

PAGE = 50


@dataclass(frozen=True)
class DayLink:
    """A day or month of the archive; without an address it has no texts."""

    number: int
    url: str = ""
    words: str = ""
    count_words: str = ""
    is_this: bool = False


@dataclass(frozen=True)
class Month:
    """A calendar page: weekday names (short, long) and weeks; None stands for another month."""

    words: str
    url: str
    weekdays: list[tuple[str, str]]
    weeks: list[list[DayLink | None]]


def newest(request):
    """Lead to the newest month that has texts; an archive without any says so."""
    day = _dated().aggregate(day=Max("published_earliest"))["day"]
    if not day:
        return render(request, "articles/archive_empty.html", {"undated": _undated_count()})
    return redirect("articles:archive_month", day.year, day.month)


def day(request, year: int, month: int, day: int):
    """The texts of one day: those with a clock first, the latest on top."""
    this = _date(year, month, day)
    texts = listed(_dated().filter(published_earliest=this))
    ordered = texts.order_by(F("published_time").desc(nulls_last=True), "-pk")
    page = page_of(ordered, request, PAGE)
    context = {
        "title": _day_title(this),
        "page": page,
        "entries": entries_of(page.rows),
        "month": _month(this.year, this.month, this),
        "earlier": _neighbour(this, before=True),
        "later": _neighbour(this, before=False),
        "year": this.year,
        "undated": _undated_count(),
    }
    return render(request, "articles/archive_day.html", context)


def month(request, year: int, month: int):
    """A month: its days with texts, and the texts that are dated by no more than the month."""
    first, last = _ends(year, month)
    vague = Translation.objects.published().filter(published_earliest=first, published_latest=last)
    page = page_of(listed(_between(first, last).newest_first()), request, PAGE)
    context = {
        "title": _month_words(first),
        "page": page,
        "entries": entries_of(page.rows),
        "vague": entries_of(listed(vague.newest_first())[:PAGE]),
        "month": _month(year, month),
        "earlier": _neighbour_month(first, before=True),
        "later": _neighbour_month(last, before=False),
        "year": year,
        "undated": _undated_count(),
    }
    return render(request, "articles/archive_month.html", context)


def year(request, year: int):
    """A year: its months, each with how many texts, and what is dated by no more than the year."""
    first, last = _date(year, 1, 1), _date(year, 12, 31)
    vague = Translation.objects.published().filter(published_earliest=first, published_latest=last)
    days = _between(first, last).order_by().values_list("published_earliest__month")
    counts = dict(days.annotate(count=Count("pk")))
    context = {
        "title": str(year),
        "months": [
            DayLink(m, _month_url(year, m), _month_words(date(year, m, 1)), texts_words(counts[m]))
            for m in sorted(counts, reverse=True)
        ],
        "vague": entries_of(listed(vague.newest_first())[:PAGE]),
        "undated": _undated_count(),
    }
    return render(request, "articles/archive_year.html", context)


def undated(request):
    """Texts whose outlet printed no date: the one that came in last on top."""
    texts = Translation.objects.published().filter(published_earliest__isnull=True)
    page = page_of(listed(texts.order_by("-pk")), request, PAGE)
    context = {"page": page, "entries": entries_of(page.rows)}
    return render(request, "articles/archive_undated.html", context)


def _dated() -> TranslationQuerySet:
    """Published texts that are dated to the day."""
    return Translation.objects.published().filter(published_earliest=F("published_latest"))


def _between(first: date, last: date) -> TranslationQuerySet:
    return _dated().filter(published_earliest__range=(first, last))


def _undated_count() -> int:
    return Translation.objects.published().filter(published_earliest__isnull=True).count()


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404 from error


def _ends(year: int, month: int) -> tuple[date, date]:
    first = _date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def _neighbour(this: date, before: bool) -> DayLink | None:
    """The nearest day before or after that has texts."""
    found = _nearest(this, before)
    return _day_link(found, _between(found, found).count()) if found else None


def _neighbour_month(this: date, before: bool) -> DayLink | None:
    found = _nearest(this, before)
    if not found:
        return None
    return DayLink(found.month, _month_url(found.year, found.month), _month_words(found))


def _nearest(this: date, before: bool) -> date | None:
    days = _dated().order_by("-published_earliest" if before else "published_earliest")
    side = {"published_earliest__lt" if before else "published_earliest__gt": this}
    return days.filter(**side).values_list("published_earliest", flat=True).first()


def _day_link(day: date, count: int, this: date | None = None) -> DayLink:
    url = reverse("articles:archive_day", args=[day.year, day.month, day.day])
    words = format_skeleton("MMMMd", day, locale=_locale())
    return DayLink(day.day, url, words, texts_words(count), day == this)


def _month(year: int, month: int, this: date | None = None) -> Month:
    first, last = _ends(year, month)
    per_day = _between(first, last).order_by().values_list("published_earliest")
    counts = dict(per_day.annotate(count=Count("pk")))
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    return Month(
        _month_words(first),
        _month_url(year, month),
        _weekdays(),
        [
            [_cell(first.replace(day=day), counts, this) if day else None for day in week]
            for week in weeks
        ],
    )


def _cell(day: date, counts: dict, this: date | None) -> DayLink:
    return _day_link(day, counts[day], this) if day in counts else DayLink(day.day)


def _weekdays() -> list[tuple[str, str]]:
    short, wide = (get_day_names(w, "stand-alone", _locale()) for w in ("short", "wide"))
    return [(short[number], wide[number]) for number in range(7)]


def _month_url(year: int, month: int) -> str:
    return reverse("articles:archive_month", args=[year, month])


def _month_words(first: date) -> str:
    return _sentence_case(format_skeleton("yMMMM", first, locale=_locale()))


def _day_title(day: date) -> str:
    return _sentence_case(format_date(day, "full", _locale()))


def _sentence_case(words: str) -> str:
    """CLDR writes months in lower case where they stand in a sentence; here they begin one.
    Of Turkish and Azerbaijani i the capital is İ."""
    first = words[:1]
    capital = "İ" if first == "i" and get_language() in ("tr", "az") else first.upper()
    return capital + words[1:]


def _locale() -> str:
    return babel_locale(get_language())
