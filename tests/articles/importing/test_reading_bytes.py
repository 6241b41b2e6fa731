"""Decoding: what is text, what is refused, and with which reason."""

import pytest

from articles.importing import MAX_BYTES, REASONS, Unreadable, decode


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        decode(content)
    assert str(refused.value) == REASONS[refused.value.reason]
    return refused.value.reason


def test_utf8_is_decoded_as_it_is():
    assert decode("Түрк u\u0308\r\n".encode()) == "Түрк u\u0308\r\n"


def test_byte_order_mark_is_dropped():
    assert decode(b"\xef\xbb\xbfSummit") == "Summit"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\xa0\u2003".encode()])
def test_nothing_but_white_space_is_empty(content):
    assert refusal(content) == "empty"


@pytest.mark.parametrize("content", [b"text\0text", b"\x89PNG\r\n\x1a\n\0", b"\x01\x02\x03\x04 ab"])
def test_nul_and_many_controls_are_binary(content):
    assert refusal(content) == "binary"


def test_a_stray_control_character_is_still_text():
    assert decode(b"A long enough line of text with one\x07 bell in it.").count("\x07") == 1


@pytest.mark.parametrize("content", ["Саммит".encode("cp1251"), b"abc\xff", "Саммит".encode()[:-1]])
def test_other_encodings_are_refused(content):
    assert refusal(content) == "not UTF-8"


def test_size_is_limited():
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    assert refusal(b"a" * (MAX_BYTES + 1)) == "too large"
