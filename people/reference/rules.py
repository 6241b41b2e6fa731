"""Rules that items of several tables obey: the model's own, countries, languages, order of dates.

Each is a generator of reasons, empty where all is well.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from ots_desk.languages import validate_language
from ots_desk.partial_dates import PartialDate
from people.choices import LOW_CONFIDENCE

_COUNTRY = re.compile(r"[A-Z]{2}")


def field_problems(model: type[Model], values: dict[str, Any]) -> Iterator[str]:
    """What the model's fields refuse: choices, lengths, languages. Asks no database."""
    for name, value in values.items():
        field = {field.name: field for field in model._meta.fields}.get(name)
        if field is None or isinstance(value, list):
            continue
        try:
            field.clean(value, None)
        except ValidationError as error:
            yield f"{name} “{value}”: {' '.join(error.messages)}"


def order_problems(data: dict[str, Any], first: str, last: str) -> Iterator[str]:
    """Is `last` certainly before `first`? Both are keys of partial dates that can be read."""
    start, end = data.get(first), data.get(last)
    if start and end and PartialDate.parse(end).latest < PartialDate.parse(start).earliest:
        yield f"{last} {end} is before {first} {start}"


def confidence_problems(data: dict[str, Any]) -> Iterator[str]:
    if data.get("confidence") not in (None, "", LOW_CONFIDENCE):
        yield f"confidence “{data['confidence']}” is neither null nor “{LOW_CONFIDENCE}”"


def country_problems(data: dict[str, Any]) -> Iterator[str]:
    if data.get("country") and not _COUNTRY.fullmatch(data["country"]):
        yield f"country “{data['country']}” is not an ISO 3166 code such as KG"


def language_problems(languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        try:
            validate_language(language)
        except ValidationError:
            yield f"“{language}” is not a language code such as en, ru, uz-Cyrl"
