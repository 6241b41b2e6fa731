"""One text as every step of recognition takes it: its fields, cut into words once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from people.recognition.words import Words


@dataclass(frozen=True)
class ReadText:
    """The fields of one text and their words. `language` is a BCP 47 code, "" where unknown;
    `on` is the day that the text tells of."""

    fields: Mapping[str, str]
    language: str
    on: date | None = None
    words: dict[str, Words] = field(init=False)

    def __post_init__(self) -> None:
        words = {name: Words(text) for name, text in self.fields.items()}
        object.__setattr__(self, "words", words)
