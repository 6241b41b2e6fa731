"""Ways in which documents get damaged on their way here, each reproducible by its number."""

import random
from collections.abc import Callable

CONTROLS = "\x00\x01\x08\x0b\x1b\x7f\x85\u200b\u202e\u2066\ufeff\ufffe\ufff9"
SCRIPT = "<script>alert('example')</script><img src=x onerror=alert(1)>"


def damaged(content: bytes, number: int) -> bytes:
    """Return `content` after one to three kinds of damage; the same for the same number."""
    rng = random.Random(number)  # noqa: S311
    for damage in rng.choices(DAMAGES, k=rng.randint(1, 3)):
        content = damage(content, rng)
    return content


def _cut(content: bytes, rng: random.Random) -> bytes:
    return content[: rng.randint(0, len(content))]


def _cut_off_the_front(content: bytes, rng: random.Random) -> bytes:
    return content[rng.randint(0, len(content)) :]


def _flip_bits(content: bytes, rng: random.Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(min(len(flipped), rng.choice([1, 3, 20, 200]))):
        flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def _shuffle_lines(content: bytes, rng: random.Random) -> bytes:
    lines = content.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def _double_lines(content: bytes, rng: random.Random) -> bytes:
    return b"\n".join(line for one in content.split(b"\n") for line in [one] * rng.randint(1, 3))


def _join_lines(content: bytes, rng: random.Random) -> bytes:
    return content.replace(b"\n", rng.choice([b"", b" ", b"\r", b"\x0b"]))


def _drop_stops(content: bytes, rng: random.Random) -> bytes:
    return content.replace(rng.choice([b".", b" ", b"-", b":"]), b"")


def _insert_controls(content: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(content))
        content = content[:at] + rng.choice(CONTROLS).encode() + content[at:]
    return content


def _insert_script(content: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(content))
    return content[:at] + SCRIPT.encode() + content[at:]


def _lengthen(content: bytes, rng: random.Random) -> bytes:
    unit = rng.choice([b"a", b"word ", b"\n", b"12.12.2024 ", b"((((", b"Read more\n", b". "])
    at = rng.randint(0, len(content))
    return content[:at] + unit * rng.choice([50, 2_000, 60_000 // len(unit)]) + content[at:]


def _other_encoding(content: bytes, rng: random.Random) -> bytes:
    name = rng.choice(["utf-16", "utf-16-le", "cp1251", "cp1254", "latin-1", "cp866"])
    return content.decode("utf-8", "replace").encode(name, "replace")


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [
    _cut,
    _cut_off_the_front,
    _flip_bits,
    _shuffle_lines,
    _double_lines,
    _join_lines,
    _drop_stops,
    _insert_controls,
    _insert_script,
    _lengthen,
    _other_encoding,
]
