"""The names that the desk knows, as the recogniser takes them. The database half of
`people.recognition`, which is pure."""

from people.models import Name
from people.recognition import Gazetteer, KnownName


def load_gazetteer() -> Gazetteer:
    """Build a gazetteer of every spelling; names of a merged entity lead to its survivor."""
    return Gazetteer(_known(name) for name in Name.objects.select_related("entity"))


def _known(name: Name) -> KnownName:
    entity = name.entity.survivor()
    return KnownName(
        entity=entity.pk,
        text=name.text,
        language=name.language,
        kind=name.kind,
        attested=name.attested,
        needs_context=name.needs_context,
        entity_kind=entity.kind,
        valid_from=name.valid_from_earliest,
        valid_to=name.valid_to_latest,
        country=entity.country or None,
    )
