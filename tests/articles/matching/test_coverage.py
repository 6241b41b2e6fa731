"""Coverage: which likely reports are proposed."""

from articles.matching.coverage import FEW, worth_proposing


def test_of_each_text_the_best_few_are_proposed():
    likely = {(0, other): 1 - other / 10 for other in range(1, FEW + 3)}
    assert set(worth_proposing(likely, ())) == {(0, other) for other in range(1, FEW + 1)}


def test_a_pair_is_among_the_best_of_both():
    crowded = {(0, other): 0.9 for other in range(1, FEW + 1)}
    assert (0, 9) not in worth_proposing({**crowded, (0, 9): 0.5, (8, 9): 0.1}, ())


def test_who_reports_on_one_text_reports_on_its_translations_and_copies():
    assert worth_proposing({(0, 1): 0.4}, {(1, 2), (1, 3)}) == {
        (0, 1): 0.4,
        (0, 2): 0.4,
        (0, 3): 0.4,
    }


def test_texts_that_are_one_are_no_two_reports():
    assert worth_proposing({(0, 1): 0.4}, {(0, 2), (1, 2)}).keys() == {(0, 1)}


def test_nothing_likely_gives_nothing():
    assert worth_proposing({}, {(0, 1)}) == {}
