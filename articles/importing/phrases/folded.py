"""A table of words in the form in which they are compared."""

from ots_desk.text import fold


def folded(*names: str) -> frozenset[str]:
    """Return `names` without case and accents."""
    return frozenset(fold(name) for name in names)
