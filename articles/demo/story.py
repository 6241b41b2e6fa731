"""Invented reports of one invented event, to try the desk with: a story, and a pair that waits.

No two of the real seeds report one event. Nothing here is presented as real: headlines, outlets
and texts say of themselves that they are invented.
"""

from pathlib import Path

from django.db.models import QuerySet

from articles.choices import PublicUse, Status, Verdict
from articles.importing.run import import_paths
from articles.judging import decide
from articles.models import ArticleJudgement, Source, Translation
from articles.publishing import publish

FOLDER = Path(__file__).parent / "reports"

# By the file: the outlet that "printed" it, and the zone of its clock, where it states one.
OUTLETS = {
    "1-example-times-en.txt": ("Example Times (invented)", "Asia/Bishkek"),
    "2-example-times-ru.txt": ("Example Times (invented)", "Asia/Bishkek"),
    "3-ornek-postasi-tr.txt": ("Örnek Postası (uydurma)", "Europe/Istanbul"),
    "4-sample-wire-en.txt": ("Sample Wire (invented)", ""),
}


def tell_invented_story(user) -> None:
    """Take the reports in and publish them; tell those of different outlets together, and leave
    the translation among them to whoever tries the desk."""
    for name, (outlet, zone) in OUTLETS.items():
        import_paths([FOLDER / name], user=user, source=_outlet(outlet, zone))
    for text in invented_texts().filter(status=Status.DRAFT).order_by("pk"):
        publish(text, user=user, note="demo")
    proposed = ArticleJudgement.objects.filter(
        first__translations__in=invented_texts(), proposed_verdict=Verdict.SAME_STORY
    )
    for pair in proposed.order_by("-score"):
        # What an earlier one answers isn't asked any more.
        if ArticleJudgement.objects.open().filter(pk=pair.pk).exists():
            decide(pair, Verdict.SAME_STORY, user=user, reason="Demo: accepted as proposed.")


def invented_texts() -> QuerySet[Translation]:
    names = {outlet for outlet, _zone in OUTLETS.values()}
    return Translation.objects.filter(source__name__in=names)


def _outlet(name: str, zone: str) -> Source:
    own = {"zone": zone, "public_use": PublicUse.FULL, "public_use_basis": "Invented for the demo."}
    return Source.objects.get_or_create(name=name, defaults=own)[0]
