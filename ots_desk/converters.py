"""Parts of addresses: a slug that may be empty, a year of four digits, months and days of two."""

from django.urls.converters import StringConverter


class Slug(StringConverter):
    """Whatever stands after the id; the view decides whether it is the right one. Empty where a
    headline has no letter that could stand in an address."""

    regex = r"[-\w]*"


class _Digits:
    length: int

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:0{self.length}}"


class Year(_Digits):
    length = 4
    regex = "[0-9]{4}"


class MonthOrDay(_Digits):
    length = 2
    regex = "[0-9]{2}"
