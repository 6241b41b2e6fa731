"""The members of an archive, one after the other, within limits that no bomb gets past.

Nothing is written to disk: names of members are labels, never places.
"""

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from .raw_files import MAX_FILE_SIZE, RawFile

MAX_MEMBERS = 200_000
MAX_UNPACKED = 4_000_000_000
# Texts shrink to a tenth, logs to a fiftieth; bombs to a thousandth and less.
MAX_RATIO = 200

# All that the standard library raises on damaged archives, found by damaging them.
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    ArithmeticError,
    LookupError,
)
_NAMED = ((".zip", "zip"), (".tar", "tar"), (".tar.gz", "tar.gz"), (".tgz", "tar.gz"))
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800  # flags of a zip's member


class TooMuch(Exception):
    """Raised when an archive unpacks to more than it may; `code` says to too much of what."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Budget:
    """What one input may still unpack to, with all archives inside it."""

    def __init__(self, size: int) -> None:
        self.bytes = min(MAX_UNPACKED, max(MAX_FILE_SIZE, MAX_RATIO * size))
        self.members = MAX_MEMBERS

    def spend(self, size: int) -> None:
        """Count `size` bytes that were unpacked; raises TooMuch."""
        self.bytes -= size
        if self.bytes < 0:
            raise TooMuch("unpacks too large")

    def spend_member(self) -> None:
        """Count one more member; raises TooMuch."""
        self.members -= 1
        if self.members < 0:
            raise TooMuch("too many files")


def archive_kind(name: str, head: bytes, *, is_piped: bool = False) -> str | None:
    """Return "zip", "tar", "tar.gz" or "gz" (one packed file) for an archive, by its first bytes.

    Office documents are zip files too; so a zip counts as an archive only when it is called one,
    or when it is piped in without a name.
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip" if is_piped or name.lower().endswith(".zip") else None
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(b"\x1f\x8b"):
        return "tar.gz" if _unzipped_head(head)[257:262] == b"ustar" else "gz"
    named = (kind for ending, kind in _NAMED if name.lower().endswith(ending))
    return next(named, None)  # called one, though it doesn't look like it: it is damaged


def _unzipped_head(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 512)
    except zlib.error:
        return b""


def members(name: str, kind: str, stream: BinaryIO, budget: Budget) -> Iterator[RawFile]:
    """Yield the files in an archive in its own order, each with the archive's name before its own.

    Hidden files and everything that is no file is left out. A member that can't be read comes
    with its problem; where the archive itself can't be read on, that is the last item.
    """
    seen: Counter[str] = Counter()
    try:
        for member in _READERS[kind](name, stream, budget):
            seen[member.path] += 1  # archives may hold two files of one name
            again = f"#{seen[member.path]}" if seen[member.path] > 1 else ""
            yield RawFile(f"{name}/{member.path}{again}", member.content, member.problem)
    except TooMuch as refusal:
        yield RawFile(name, problem=refusal.code)
    except _DAMAGE:
        yield RawFile(name, problem="damaged")


def _is_wanted(name: str) -> bool:
    parts = [part for part in PurePosixPath(name).parts if part != ".."]
    return "__MACOSX" not in name and not any(part.startswith(".") for part in parts)


def _zip_members(_name: str, stream: BinaryIO, budget: Budget) -> Iterator[RawFile]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir() and _is_wanted(info.filename):
                budget.spend_member()
                yield _zip_member(archive, info, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> RawFile:
    name = _zip_name(info)
    if info.flag_bits & _ENCRYPTED:
        return RawFile(name, problem="encrypted")
    try:
        with archive.open(info) as member:
            return _read(name, member, info.file_size, budget)
    except _DAMAGE:
        return RawFile(name, problem="damaged")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Names that aren't marked as UTF-8 are often it all the same, or of Russian Windows."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    for encoding in ("utf-8", "cp866"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _gz_member(name: str, stream: BinaryIO, budget: Budget) -> Iterator[RawFile]:
    inner = PurePosixPath(name).name.removesuffix(".gz")
    with gzip.GzipFile(fileobj=stream, mode="rb") as member:
        yield _read(inner, member, 0, budget)


def _packed_tar_members(name: str, stream: BinaryIO, budget: Budget) -> Iterator[RawFile]:
    return _tar_members(name, gzip.GzipFile(fileobj=stream, mode="rb"), budget)


def _tar_members(_name: str, stream: BinaryIO, budget: Budget) -> Iterator[RawFile]:
    limited = _Limited(stream, budget)
    with tarfile.open(fileobj=limited, mode="r:") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # it would remember every header
            if info.isfile() and _is_wanted(info.name):
                budget.spend_member()
                yield _read(info.name, archive.extractfile(info), info.size, budget)
        limited.seek(archive.offset)
        if limited.read(tarfile.BLOCKSIZE).strip(b"\0"):  # ended at what is no header
            raise tarfile.ReadError


class _Limited:
    """A tar's bytes, of which no more can be asked for than the budget allows."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self.stream, self.limit, self.tell = stream, budget.bytes, stream.tell

    def read(self, size: int) -> bytes:
        if size > MAX_FILE_SIZE + tarfile.BLOCKSIZE:  # a header that claims to be that long
            raise TooMuch("unpacks too large")
        self._check(self.tell() + size)
        return self.stream.read(size)

    def seek(self, place: int) -> None:
        self._check(place)
        self.stream.seek(place)

    def _check(self, place: int) -> None:
        if place > self.limit + MAX_FILE_SIZE:
            raise TooMuch("unpacks too large")


def _read(name: str, member, size: int, budget: Budget) -> RawFile:
    if size > MAX_FILE_SIZE:
        return RawFile(name, problem="too large")
    content = member.read(MAX_FILE_SIZE + 1)
    budget.spend(len(content))
    if len(content) > MAX_FILE_SIZE:  # its header lied
        return RawFile(name, problem="too large")
    if len(content) < size:
        return RawFile(name, problem="damaged")
    return RawFile(name, content)


_READERS = {
    "zip": _zip_members,
    "tar": _tar_members,
    "tar.gz": _packed_tar_members,
    "gz": _gz_member,
}
