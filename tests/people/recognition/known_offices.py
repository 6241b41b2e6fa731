"""The offices of the reference data, as the recogniser takes them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from ots_desk.partial_dates import PartialDate
from people.recognition.offices import KnownOffice, KnownTerm, Offices

REFERENCE = Path(__file__).resolve().parents[3] / "seeds" / "reference"


def reference_offices() -> Offices:
    countries = {
        item["id"]: item["country"]
        for file in ("places", "organizations")
        for item in json.loads((REFERENCE / f"{file}.json").read_text())["items"]
    }
    posts = json.loads((REFERENCE / "posts.json").read_text())["items"]
    memberships = json.loads((REFERENCE / "memberships.json").read_text())
    as_of = date.fromisoformat(memberships["as_of"])
    terms = [item for item in memberships["items"] if item["post"]]
    return Offices(
        [_office(item, countries[item["organization"]]) for item in posts],
        [_term(item, as_of) for item in terms],
    )


def _office(item: dict, country: str | None) -> KnownOffice:
    return KnownOffice(
        post=item["id"],
        body=item["organization"],
        country=country,
        is_for_one=item["one_person"],
        labels=tuple((la["language"], la["text"], la["kind"] == "full") for la in item["labels"]),
    )


def _term(item: dict, as_of: date) -> KnownTerm:
    began, ended = (item[key] and PartialDate.parse(item[key]) for key in ("from", "to"))
    is_sure = began and item["confidence"] != "low"
    last = ended.earliest - timedelta(days=1) if ended else as_of
    return KnownTerm(
        person=item["member"],
        post=item["post"],
        first=began.earliest if began else None,
        last=ended.latest if ended else None,
        sure_from=began.latest if is_sure else None,
        sure_to=last if is_sure else None,
    )
