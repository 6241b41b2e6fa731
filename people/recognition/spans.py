"""What goes into recognition and what comes out of it: known names and spans of text.

Only the shapes; how a span is found is in `finding`, who may be confirmed in `verdicts`.
"""

from dataclasses import dataclass
from datetime import date

PERSON = "person"

CONFIRMED = "confirmed"
SUGGESTED = "suggested"

EntityId = int | str


@dataclass(frozen=True, slots=True)
class KnownName:
    """One spelling of an entity, as the reference data or an editor wrote it.

    `kind` is one of full, short, initials, abbreviation, former, alias, error; `entity_kind` one
    of person, organization, place, event, document. `country` is an ISO 3166 code.
    """

    entity: EntityId
    text: str
    language: str
    kind: str
    attested: bool
    needs_context: bool
    entity_kind: str
    valid_from: date | None = None
    valid_to: date | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """What beside a name showed that it is one, or of which office it is told.

    `cue` is a short code; `words` are the text's own, such as "премьер-министр"; `post` is the
    office of the record that they mean and `country` an ISO 3166 code, where those are known.
    """

    cue: str
    words: str = ""
    post: EntityId | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one field that name an entity: `text == fields[field][start:end]`, in code points.

    `rule` is a short code that says why; without an entity, `candidates` holds who it may be, the
    likeliest first. `kind` is "name", or "office" where the words stand for whoever holds it.
    `called` is the name without its case ending, as far as that can be told.
    """

    field: str
    start: int
    end: int
    text: str
    entity: EntityId | None
    status: str
    rule: str
    candidates: tuple[EntityId, ...] = ()
    kind: str = "name"
    called: str = ""
    clue: Clue | None = None
