"""Two wordings told apart, word by word."""

from ots_desk.word_differences import parts_of, told_apart


def told(parts) -> list[tuple[str, bool]]:
    return [(part.words, part.differs) for part in parts]


def test_words_that_only_one_side_has_are_marked():
    ours, theirs = parts_of("He left in the evening.", "He left at night.")
    assert told(ours) == [("He left ", False), ("in the evening", True), (".", False)]
    assert told(theirs) == [("He left ", False), ("at night", True), (".", False)]


def test_a_paragraph_that_one_side_lacks_differs_as_a_whole():
    ours, theirs = parts_of(None, "New words.")
    assert (told(ours), told(theirs)) == ([], [("New words.", True)])


def test_words_of_endless_paragraphs_are_not_compared_one_by_one():
    ours, theirs = parts_of("a " * 3000, "b " * 3000)
    assert [part.differs for part in (*ours, *theirs)] == [True, True]


def test_whole_texts_are_told_apart_by_paragraphs():
    ours, theirs = told_apart("Same.\n\nSix came.", "Same.\n\nTen came.\n\nMore.")
    assert list(map(told, ours)) == [[("Same.", False)], [("Six", True), (" came.", False)]]
    assert list(map(told, theirs))[1:] == [[("Ten", True), (" came.", False)], [("More.", True)]]


def test_a_text_is_told_apart_from_none():
    assert told_apart("", "") == ([], [])
    assert list(map(told, told_apart("One.", "")[0])) == [[("One.", True)]]
