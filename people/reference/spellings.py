"""The three-way load of spellings, which have no id: language, text and kind tell them apart.

An editor's spellings stay, those that an editor deleted don't come back, and those that left the
files go unless an editor has touched them.
"""

from collections import defaultdict

from django.utils import timezone

from people.models import Entity, Name, NameKey
from people.reference.reading import Item
from people.reference.storing import Load
from people.reference.tables import Data, partial_date
from people.reference.threeway import columns, follow, is_untouched

Key = tuple[str, str, str]


def name_key(name: Data) -> Key:
    """What makes a spelling this one and no other, as in the constraint of `Name`."""
    return name["language"], name["text"], name["kind"]


def name_values(name: Data) -> Data:
    """What an item says of one spelling beside its key."""
    return {
        "attested": name.get("attested") is not False,
        "needs_context": name.get("needs_context") or False,
        "source": name.get("source") or "",
        "valid_from": partial_date(name.get("valid_from")),
        "valid_to": partial_date(name.get("valid_to")),
    }


def store_spellings(items: list[Item], load: Load) -> None:
    """Load the `names` of entities whose own rows are stored already."""
    changes = _Changes(load)
    held = _held({load.links.key(Entity, item.id) for item in items})
    for item in items:
        entity = load.links.key(Entity, item.id)
        if entity is not None:
            changes.collect(item, entity, held[entity])
    changes.write()


def _held(entities: set[int | None]) -> dict[int, dict[Key, Name]]:
    """The spellings of today, by entity and key."""
    held = defaultdict(dict)
    for name in Name.objects.filter(entity__in=entities - {None}).select_for_update():
        held[name.entity_id][name.language, name.text, name.kind] = name
    return held


def _by_key(data: Data | None) -> dict[Key, Data]:
    names = (data or {}).get("names") or []
    return {name_key(name): name_values(name) for name in names}


class _Changes:
    """What is to be written, collected over all items so that it takes few statements."""

    def __init__(self, load: Load):
        self.load = load
        self.new: list[Name] = []
        self.changed: list[Name] = []
        self.attributes: set[str] = set()
        self.gone: list[int] = []

    def collect(self, item: Item, entity: int, held: dict[Key, Name]) -> None:
        before, now = _by_key(self.load.former.get(item.id)), _by_key(item.data)
        for key in before.keys() - now.keys():
            if key in held:
                self._remove(item, held[key], before[key])
        own = {key[:2] for key in held.keys() - before.keys()}
        for key, values in now.items():
            if key in held:
                self._follow(item, held[key], before.get(key, {}), values)
            elif key in before or key[:2] in own:
                self.load.kept.add(item.id)  # an editor deleted it, or has it as another kind
            else:
                self._add(item, entity, key, values, held)

    def _remove(self, item: Item, name: Name, before: Data) -> None:
        if is_untouched(name, before):
            self.gone.append(name.pk)
            self.load.updated.add(item.id)
        else:
            self.load.kept.add(item.id)

    def _follow(self, item: Item, name: Name, before: Data, now: Data) -> None:
        changed, kept = follow(name, before, now)
        if changed:
            # A bulk update sets no time by itself, and recognition goes by it.
            name.changed_at = timezone.now()
            self.changed.append(name)
            self.attributes |= changed | {"changed_at"}
            self.load.updated.add(item.id)
        if kept:
            self.load.kept.add(item.id)

    def _add(self, item: Item, entity: int, key: Key, values: Data, held: dict[Key, Name]) -> None:
        language, text, kind = key
        name = Name(entity_id=entity, language=language, text=text, kind=kind, **values)
        name.set_keys()
        self.new.append(name)
        held[key] = name
        self.load.updated.add(item.id)

    def write(self) -> None:
        Name.objects.filter(pk__in=self.gone).delete()
        Name.objects.bulk_create(self.new)
        NameKey.objects.add_for(self.new)
        if self.changed:
            Name.objects.bulk_update(self.changed, columns(Name, self.attributes))
