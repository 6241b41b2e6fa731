"""Walking what an import is given: files, folders, archives, standard input. No database.

Yields documents as bytes, one after the other; what they say is read elsewhere.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Larger files are refused unread, so that one stray disk image can't fill the memory.
MAX_FILE_SIZE = 50_000_000
STANDARD_INPUT = Path("-")
MAX_PATH = 500  # characters that the journal holds
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class RawFile:
    """A document as received; `problem` says why it could not be read: a code of
    `decoding.REASONS`, or the operating system's own words."""

    path: str
    content: bytes = b""
    problem: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def walk(paths: Iterable[Path]) -> Iterator[RawFile]:
    """Yield every document that the paths name, lazily and always in the same order.

    A folder is walked to its last subfolder, but hidden files, links to folders and a
    `reference` folder directly in it (reference data) are left out. "-" is standard input. What
    can't be read comes with its problem, and the rest goes on.
    """
    for path in _files(paths):
        yield _read(path)


def count(paths: Iterable[Path]) -> int:
    """Return how many files `walk` will open; one file can hold many documents."""
    return sum(1 for _ in _files(paths))


def name_of(path: Path) -> str:
    """How editors see where a file was: from the working folder, where it lies below that."""
    here = Path.cwd()
    name = os.fsencode(path.relative_to(here) if path.is_relative_to(here) else path)
    return printable(name.decode("utf-8", "replace"))


def printable(path: str) -> str:
    """Return `path` as the journal holds it: no control characters, and a long one shortened
    in the middle, with a hash so that two stay two."""
    clean = _CONTROLS.sub("\ufffd", path)
    if len(clean) <= MAX_PATH:
        return clean
    mark = f"…{hashlib.sha256(path.encode('utf-8', 'replace')).hexdigest()[:16]}…"
    return clean[:300] + mark + clean[-(MAX_PATH - 300 - len(mark)) :]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    given = list(dict.fromkeys(paths))
    folders = {path.resolve() for path in given if path.is_dir()}
    for path in given:
        if path.exists() and folders & set(path.resolve().parents):
            continue  # it comes with the folder that it lies in
        yield from _below(path, skipped="reference") if path.is_dir() else [path]


def _below(folder: Path, *, skipped: str = "") -> Iterator[Path]:
    """The files in a folder, by name; links to folders are not followed, since they can loop."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it will name the problem
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path)) if entry.name != skipped else ()
        elif entry.is_file():
            yield Path(entry.path)


def _read(path: Path) -> RawFile:
    if path == STANDARD_INPUT:
        return _read_stream(sys.stdin.buffer, "standard input")
    name = name_of(path)
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, name)
    except OSError as error:
        return RawFile(name, problem=error.strerror or str(error))


def _read_stream(stream, name: str) -> RawFile:
    content = stream.read(MAX_FILE_SIZE + 1)
    if len(content) > MAX_FILE_SIZE:
        return RawFile(name, problem="too large")
    return RawFile(name, content)
