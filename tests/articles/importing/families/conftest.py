"""What the tests of outlets' families share."""

import pytest

from articles.importing import CleanedDocument


@pytest.fixture(scope="session")
def told():
    """Say what became of every line of a page, for the message of a failed test."""

    def tell(raw: str, document: CleanedDocument) -> str:
        lines = (line for line in document.lines if line.fate != "blank")
        return "\n" + "\n".join(
            f"{line.number:>4} {line.fate:8} {line.rule:20} {raw[line.start : line.end].strip()}"
            for line in lines
        )

    return tell
