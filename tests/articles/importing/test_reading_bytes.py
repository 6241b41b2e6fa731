"""Decoding: what is text, in which encoding, what was repaired or lost, what is refused."""

import random
from contextlib import suppress

import pytest

from articles.importing import MAX_BYTES, REASONS, Flag, Unreadable, decode, open_page
from articles.importing.decoding import read_text
from articles.importing.pages import MAX_CHARACTERS, MAX_LINES

RUSSIAN = "Министры тюркских государств провели в Бишкеке встречу и подписали протокол.\n" * 3
TURKISH = 'Türk devletlerinin bakanları İstanbul\'da görüştü, "değerli" bir çalışma başladı.\n' * 3
ENGLISH = "The ministers met in Baku — Türkiye’s delegation signed the “example” protocol.\n" * 3
KAZAKH = "Түркі мемлекеттерінің министрлері Астанада кездесіп, үлгі хаттамаға қол қойды.\n" * 3


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        decode(content)
    assert str(refused.value) == REASONS[refused.value.reason]
    return refused.value.reason


def flags(content: bytes) -> list[tuple[str, dict]]:
    return [(flag.kind, flag.values) for flag in read_text(content).flags]


def test_utf8_is_decoded_as_it_is():
    assert decode("Түрк u\u0308\r\n".encode()) == "Түрк u\u0308\r\n"
    assert read_text(b"Summit").flags == ()


def test_byte_order_mark_is_dropped():
    assert decode(b"\xef\xbb\xbfSummit") == "Summit"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\xa0\u2003".encode()])
def test_nothing_but_white_space_is_empty(content):
    assert refusal(content) == "empty"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\xff\xff", b"\x01\x02\x03\x04 ab", bytes(range(256)) * 9]
)
def test_many_controls_are_binary(content):
    assert refusal(content) == "binary"


def test_a_stray_control_character_is_still_text():
    assert decode(b"A long enough line of text with one\x07 bell in it.").count("\x07") == 1


def test_a_few_stray_nuls_are_left_out():
    assert decode(b"A long line of \0text, damaged\0 on its way to us.") == (
        "A long line of text, damaged on its way to us."
    )


def test_size_is_limited():
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    assert refusal(b"a" * (MAX_BYTES + 1)) == "too large"


@pytest.mark.parametrize("line_break", ["\n", "\r", "\u2028"])
def test_no_article_has_that_many_lines(line_break):
    assert open_page(line_break.join("a" * MAX_LINES).encode()).text
    with pytest.raises(Unreadable, match="longer than any article"):
        open_page(line_break.join("a" * (MAX_LINES + 2)).encode())


def test_no_article_has_that_many_characters():
    assert open_page(b"a " * (MAX_CHARACTERS // 2)).text
    with pytest.raises(Unreadable, match="longer than any article"):
        open_page(b"a " * MAX_CHARACTERS)


@pytest.mark.parametrize("text", [RUSSIAN, TURKISH, ENGLISH, KAZAKH])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_known_by_its_mark_or_its_nuls(text, encoding):
    content = text.encode(encoding)
    assert decode(content) == text
    guessed = [("encoding_guessed", {"encoding": encoding})] if encoding != "utf-16" else []
    assert flags(content) == guessed


def test_utf16_cut_in_a_letter_is_read():
    assert decode(RUSSIAN.encode("utf-16")[:-1]) == RUSSIAN[:-1]
    assert flags(RUSSIAN.encode("utf-16")[:-1]) == [("cut_short", {})]


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "windows-1251"), (TURKISH, "windows-1254")]
)
def test_one_byte_a_letter_is_told_by_the_letters(text, encoding):
    assert decode(text.encode(encoding)) == text
    assert flags(text.encode(encoding)) == [("encoding_guessed", {"encoding": encoding})]


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_other_code_pages_are_refused_rather_than_misread(encoding):
    assert refusal(RUSSIAN.encode(encoding)) == "unknown encoding"


def test_a_word_is_no_evidence_of_an_encoding():
    assert refusal("Саммит".encode("cp1251")) == "unknown encoding"


def test_text_cut_inside_its_last_letter_is_read():
    content = (ENGLISH + "…").encode()[:-1]
    assert decode(content) == ENGLISH
    assert flags(content) == [("cut_short", {})]


def test_lost_letters_are_counted():
    content = bytearray(RUSSIAN.encode())
    content[20] = content[90] = 0xFF
    assert flags(bytes(content)) == [("letters_lost", {"count": "4"})]
    assert decode(bytes(content)).count("\ufffd") == 4


@pytest.mark.parametrize("text", [RUSSIAN, TURKISH, ENGLISH, KAZAKH])
@pytest.mark.parametrize("wrong", ["latin-1", "sloppy-windows-1252", "sloppy-windows-1254"])
@pytest.mark.parametrize("times", [1, 2])
def test_garbled_letters_are_repaired(text, wrong, times):
    garbled = text
    for _ in range(times):
        garbled = garbled.encode().decode(wrong)
    assert decode(garbled.encode()) == text
    assert [kind for kind, _ in flags(garbled.encode())] == ["letters_repaired"]


def test_russian_garbled_as_windows_1251_is_repaired():
    garbled = RUSSIAN.encode().decode("sloppy-windows-1251")
    assert decode(garbled.encode()) == RUSSIAN
    assert read_text(garbled.encode()).flags == (
        Flag("letters_repaired", {"encoding": "windows-1251"}),
    )


def test_only_garbled_lines_are_touched():
    garbled = RUSSIAN.encode().decode("latin-1") + "Genuine: Ã la carte, «АБВ…» “В»\n"
    assert decode(garbled.encode()) == RUSSIAN + "Genuine: Ã la carte, «АБВ…» “В»\n"


@pytest.mark.parametrize("text", [RUSSIAN, TURKISH, ENGLISH, KAZAKH, "«ОТГ» в Вене… «В»\n"])
def test_what_is_right_stays(text):
    assert read_text(text.encode()).flags == ()


@pytest.mark.parametrize("seed", range(30))
def test_damaged_bytes_end_in_text_or_a_refusal(seed):
    dice = random.Random(seed)  # noqa: S311
    content = bytearray((RUSSIAN + TURKISH + ENGLISH).encode(dice.choice(["utf-8", "utf-16"])))
    for _ in range(dice.randrange(400)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    with suppress(Unreadable):
        text = decode(bytes(content))
        assert "\0" not in text
        text.encode()  # no half of a pair, which no database takes
