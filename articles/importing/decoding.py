"""From bytes to the raw text that all offsets refer to, or a clear refusal.

Nothing is repaired or normalised here: what comes out is what came in.
"""

MAX_BYTES = 5_000_000  # a long report has 100 kB; beyond this it is no news text but a dump

# A few stray control characters are ordinary scraping damage; one in twenty is no text.
MAX_CONTROL_SHARE = 0.05

# Encodings tried in order, each strictly. Guessing ones (UTF-16, Windows-1251, Windows-1254)
# need evidence before they are tried, and belong after this one.
ENCODINGS = ("utf-8-sig",)

REASONS = {
    "empty": "The document is empty or holds only white space.",
    "too large": f"The document is larger than {MAX_BYTES // 1_000_000} MB.",
    "binary": "The document holds binary data, not text.",
    "not UTF-8": "The document is not valid UTF-8.",
    "no body": "The document holds no running text that could be an article.",
}


class Unreadable(ValueError):
    """Raised when bytes are no text; `reason` is a code of REASONS, str() its sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(REASONS[reason])


def decode(content: bytes) -> str:
    """Return the text in `content` (UTF-8, a byte order mark is dropped), not normalised.

    Raises Unreadable with the reason "empty", "too large", "binary" or "not UTF-8".
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too large")
    if b"\0" in content:
        raise Unreadable("binary")
    text = _decoded(content)
    if not text.strip():
        raise Unreadable("empty")
    if _control_share(text) > MAX_CONTROL_SHARE:
        raise Unreadable("binary")
    return text


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("not UTF-8")


def _control_share(text: str) -> float:
    controls = sum(char < " " and not char.isspace() for char in text)
    return controls / len(text)
