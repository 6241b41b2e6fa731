"""What the tests of outlets' families share."""

import pytest

from articles.importing import CleanedDocument


@pytest.fixture(scope="session")
def told():
    """Say what was read of a page and what became of every line, for a failed test's message."""

    def tell(raw: str, document: CleanedDocument) -> str:
        fields = (
            f"     {name:15} {found.rule:20} {found.value}"
            for name, found in document.fields.items()
        )
        flags = (f"     flag {flag.kind} {flag.values}" for flag in document.flags)
        lines = (
            f"{line.number:>4} {line.fate:8} {line.rule:20} {raw[line.start : line.end].strip()}"
            for line in document.lines
            if line.fate != "blank"
        )
        return "\n" + "\n".join([*fields, *flags, *lines])

    return tell
