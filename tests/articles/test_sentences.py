import time

from hypothesis import given
from hypothesis import strategies as st

from articles.sentences import REACH, sentence_around


def around(text: str, words: str) -> str:
    start = text.index(words)
    return "".join(sentence_around(text, start, start + len(words)))


def test_a_sentence_ends_at_a_full_stop():
    text = "The guests came. Testbek Example spoke. They left."
    assert around(text, "Testbek") == "Testbek Example spoke."


def test_an_initial_or_an_abbreviation_ends_none():
    text = "At noon T. Example spoke to the U.S. side. They left."
    assert around(text, "Example") == "At noon T. Example spoke to the U.S. side."


def test_a_paragraph_ends_one():
    assert around("A headline\n\nТестбек Пример сказал", "Пример") == "Тестбек Пример сказал"


def test_of_a_long_sentence_the_middle_is_shown():
    text = "word " * 100 + "Example" + " word" * 100
    shown = around(text, "Example")
    assert shown.startswith("… word")
    assert shown.endswith("word …")
    assert len(shown) <= 2 * REACH + len("Example") + 4


@given(st.text(max_size=300), st.data())
def test_the_words_are_always_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert sentence_around(text, start, end).words == text[start:end]


def test_a_text_of_pauses_is_read_in_bounded_time():
    text = "Ab. " * 200_000
    started = time.process_time()
    sentence_around(text, 250_000, 250_001)
    assert time.process_time() - started < 3
