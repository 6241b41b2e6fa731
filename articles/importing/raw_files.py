"""A document as received, before anybody looked into it. No database."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

# Larger files are refused unread, so that one stray disk image can't fill the memory.
MAX_FILE_SIZE = 50_000_000
MAX_PATH = 500  # characters that the journal holds
_HEAD = 300  # of a long path; the rest of the room is for its end
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class RawFile:
    """A document as received; `problem` says why it could not be read: a code of
    `decoding.REASONS`, or the operating system's own words."""

    path: str
    content: bytes = b""
    problem: str = ""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def printable(path: str) -> str:
    """Return `path` as the journal holds it: without control characters, and a long one shortened
    in the middle, with a hash so that two stay two."""
    clean = _CONTROLS.sub("\ufffd", path)
    if len(clean) <= MAX_PATH:
        return clean
    mark = f"…{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()[:16]}…"
    return clean[:_HEAD] + mark + clean[_HEAD + len(mark) - MAX_PATH :]
