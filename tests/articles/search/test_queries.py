"""What a reader typed, and where it hits."""

from articles.search.queries import MOST_WORDS, hit_spans, parse


def hits(query, text, language="en"):
    return [text[start:end] for start, end in hit_spans(parse(query), text, language)]


def test_a_word_hits_its_other_forms():
    assert hits("meeting", "Meetings, then one meeting") == ["Meetings", "meeting"]


def test_the_beginning_of_a_word_hits_it():
    assert hits("Omurali", "Kubanychbek Omuraliev spoke.") == ["Omuraliev"]


def test_three_letters_hit_only_a_whole_word():
    assert hits("OTS", "The OTS and otsego") == ["OTS"]


def test_a_query_is_cut_in_every_language():
    assert hits("секретарей", "Секретари ОТГ", "ru") == ["Секретари"]
    assert hits("мемлекет", "Түркі мемлекеттері", "kk") == ["мемлекеттері"]


def test_a_spelling_hits_as_a_phrase_only():
    query = parse("жапаров", ["Sadyr Japarov"])
    text = "Japarov: Sadyr Japarov"
    assert [text[a:b] for a, b in hit_spans(query, text, "en")] == ["Sadyr Japarov"]


def test_hits_do_not_overlap():
    query = parse("Japarov", ["Sadyr Japarov"])
    assert hit_spans(query, "Sadyr Japarov", "en") == [(0, 13)]


def test_signs_alone_are_no_query():
    assert not parse('" * ( ) : ^ -')
    assert not parse("")


def test_a_query_of_thousands_of_words_is_cut_short():
    query = parse("ab " * 5000 + "cd")
    assert all(len(alternative) <= MOST_WORDS for alternative in query.alternatives)
