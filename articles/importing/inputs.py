"""Walking what an import is given: files, folders, archives, standard input. No database.

Yields documents as bytes, one after the other; what they say is read elsewhere.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from .archives import Budget, archive_kind, members
from .raw_files import MAX_FILE_SIZE, RawFile, printable
from .splitting import is_json_lines, split, split_lines

STANDARD_INPUT = Path("-")
_HEAD = 65_536  # bytes that show what a file is


def walk(paths: Iterable[Path]) -> Iterator[RawFile]:
    """Yield every document that the paths name, lazily and always in the same order.

    A folder is walked to its last subfolder, but hidden files, links to folders and a
    `reference` folder directly in it (reference data) are left out. "-" is standard input. Each
    member of an archive, record of a JSON file and entry of a feed is a document of its own,
    with a path such as "week.zip/monday/list.jsonl:12". What can't be read comes with its
    problem, and the rest goes on.
    """
    for path in _files(paths):
        yield from _documents_of(path)


def documents_in(name: str, content: bytes) -> Iterator[RawFile]:
    """Yield the documents that a file holds which was handed over as bytes, as `walk` does."""
    for file in _documents(name, BytesIO(content), Budget(len(content))):
        yield RawFile(printable(file.path), file.content, file.problem)


def count(paths: Iterable[Path]) -> int:
    """Return how many files `walk` will open; one file can hold many documents."""
    return sum(1 for _ in _files(paths))


def name_of(path: Path | str) -> str:
    """How editors see where a file was: from the working folder, where it lies below that."""
    name = os.fspath(path)
    if name == str(STANDARD_INPUT):
        return "standard input"
    name = "." if name == os.getcwd() else name.removeprefix(os.path.join(os.getcwd(), ""))
    return os.fsencode(name).decode("utf-8", "replace")


def _files(paths: Iterable[Path]) -> Iterator[str]:
    """Plain strings: among a hundred thousand files, paths as objects cost as much as reading."""
    given = list(dict.fromkeys(paths))
    folders = {path.resolve() for path in given if path.is_dir()}
    for path in given:
        if path.exists() and folders & set(path.resolve().parents):
            continue  # it comes with the folder that it lies in
        name = os.fspath(path)
        yield from _below(name, skipped="reference") if path.is_dir() else [name]


def _below(folder: str, *, skipped: str = "") -> Iterator[str]:
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
            yield from _below(entry.path) if entry.name != skipped else ()
        elif entry.is_file():
            yield entry.path


def _documents_of(path: str) -> Iterator[RawFile]:
    name = name_of(path)
    try:
        with _opened(path) as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            for file in _documents(name, stream, Budget(size)):
                yield RawFile(printable(file.path), file.content, file.problem)
    except OSError as error:
        yield RawFile(printable(name), problem=error.strerror or str(error))


def _opened(path: str) -> BinaryIO:
    if path != str(STANDARD_INPUT):
        return open(path, "rb")
    return _rewindable(sys.stdin.buffer)


def _rewindable(stream: BinaryIO) -> BinaryIO:
    """A copy, on disk where it is large: archives are read back and forth."""
    copy = SpooledTemporaryFile(max_size=MAX_FILE_SIZE)  # noqa: SIM115 (the caller closes it)
    shutil.copyfileobj(stream, copy)
    return copy


def _documents(name: str, stream: BinaryIO, budget: Budget, depth: int = 0) -> Iterator[RawFile]:
    head = stream.read(_HEAD)
    stream.seek(0)
    kind = archive_kind(name, head, is_piped=name == name_of(STANDARD_INPUT))
    if kind and depth > 1:
        yield RawFile(name, problem="archive in archive")
    elif kind:
        for member in members(name, kind, stream, budget):
            yield from _member_documents(member, budget, depth)
    elif is_json_lines(name, head):
        yield from split_lines(name, stream)
    else:
        yield from _whole(name, stream)


def _member_documents(member: RawFile, budget: Budget, depth: int) -> Iterator[RawFile]:
    if member.problem:
        yield member
    else:
        yield from _documents(member.path, BytesIO(member.content), budget, depth + 1)


def _whole(name: str, stream: BinaryIO) -> Iterator[RawFile]:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    if size > MAX_FILE_SIZE:
        yield RawFile(name, problem="too large")
    else:
        yield from split(name, stream.read())
