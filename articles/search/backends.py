"""Which index serves which database."""

from types import ModuleType

from articles.search import postgresql, sqlite

_BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}


def backend(vendor: str) -> ModuleType:
    """The module with `CREATE`, `DROP`, `store`, `delete`, `clear` and `matching` for a database;
    raises LookupError for one that the desk doesn't know."""
    return _BACKENDS[vendor]
