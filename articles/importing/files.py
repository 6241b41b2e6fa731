"""Finding the files that a path names, and reading their bytes. No database."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Larger files are refused unread, so that one stray disk image can't fill the memory.
MAX_FILE_SIZE = 50_000_000


@dataclass(frozen=True)
class RawFile:
    """A file as received; `problem` says why it could not be read."""

    path: str
    content: bytes = b""
    problem: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that the paths name, in order: a file is itself, a folder the visible
    files in it (subfolders hold other things, such as the reference data); each only once."""
    found = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                file for file in path.iterdir() if file.is_file() and file.name[0] != "."
            )
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def read_file(path: Path) -> RawFile:
    """Read a file; what can't be read comes back with its problem instead of its bytes."""
    name = name_of(path)
    try:
        size = path.stat().st_size
        if size > MAX_FILE_SIZE:
            return RawFile(name, problem=f"larger than {MAX_FILE_SIZE:,} bytes")
        return RawFile(name, path.read_bytes())
    except OSError as error:
        return RawFile(name, problem=error.strerror or str(error))


def name_of(path: Path) -> str:
    """How editors see where a file was: from the working folder, where it lies below that."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
