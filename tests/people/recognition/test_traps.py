"""What must not be linked, and what is only proposed: rule 2 of the desk, case by case."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from people.recognition import Gazetteer, KnownName, find_mentions
from people.recognition.unknown.rules import RULES as UNKNOWN

from .conftest import known

SADYR, AKYLBEK = "person/japarov-sadyr", "person/japarov-akylbek"


def verdicts(spans) -> list[tuple]:
    return [(span.text, span.entity, span.status, span.rule) for span in spans]


def invented(text: str, entity: str = "person/invented", **changes) -> KnownName:
    """A name of nobody, attested and needing no context."""
    values = {
        "language": "en",
        "kind": "full",
        "attested": True,
        "needs_context": False,
        "entity_kind": "person",
    }
    return KnownName(entity=entity, text=text, **(values | changes))


def found(text: str, *names: KnownName, language: str = "en", on: date | None = None):
    spans = find_mentions({"body": text}, language=language, gazetteer=Gazetteer(names), on=on)
    return verdicts(known(spans))


# Persons


def test_an_unattested_full_name_is_proposed(find):
    assert verdicts(find("Akylbek Japarov spoke.", "en")) == [
        ("Akylbek Japarov", AKYLBEK, "suggested", "unattested-name")
    ]


def test_an_unattested_spelling_of_somebody_settled_is_certain():
    names = [invented("Invented Person"), invented("Inwented Person", attested=False)]
    text = "Invented Person came, and Inwented Person left."
    assert found(text, *names)[1] == (
        "Inwented Person",
        "person/invented",
        "confirmed",
        "spelling-of-named",
    )


def test_a_surname_is_settled_by_a_full_name_in_another_field(find):
    spans = find("Olzhas Bektenov spoke.", "en", headline="Bektenov in Bishkek")
    assert ("Bektenov", "person/bektenov-olzhas", "confirmed", "surname-of-named") in verdicts(
        spans
    )


def test_a_surname_that_nobody_settled_has_its_bearers_as_candidates(find):
    [span] = find("Japarov spoke.", "en")
    assert (span.entity, span.status, span.rule) == (None, "suggested", "surname")
    assert span.candidates == (AKYLBEK, SADYR)


def test_a_surname_with_two_bearers_in_the_text_is_left(linked):
    text = "Садыр Жапаров и Акылбек Жапаров пришли. Позже Жапаров ушел."
    assert linked(text, "ru") == [("Садыр Жапаров", SADYR), ("Акылбек Жапаров", AKYLBEK)]


def test_another_given_name_before_the_surname_is_another_person(linked):
    erdogan = "person/erdogan-recep-tayyip"
    text = "We saw Recep Tayyip Erdoğan, his son Bilal Erdoğan and others."
    assert linked(text, "en") == [("Recep Tayyip Erdoğan", erdogan)]


def test_a_surname_shared_with_a_stranger_is_only_proposed(find):
    text = "Recep Tayyip Erdoğan came with Bilal Erdoğan. Then Erdoğan left."
    assert verdicts(find(text, "en"))[-1] == (
        "Erdoğan",
        "person/erdogan-recep-tayyip",
        "suggested",
        "surname-with-namesake",
    )


def test_a_surname_as_a_given_name_is_another_person(linked):
    text = "Erlan Karin spoke to us, then to Karin Invented about it."
    assert linked(text, "en") == [("Erlan Karin", "person/karin-erlan")]


def test_a_title_before_a_surname_is_no_given_name(linked):
    text = "President Sadyr Japarov spoke. Later President Japarov left."
    assert linked(text, "en") == [("Sadyr Japarov", SADYR), ("Japarov", SADYR)]


def test_a_word_that_opens_a_sentence_and_stands_small_elsewhere_is_no_given_name(linked):
    text = "О визите Садыра Жапарова. Визит Жапарова завершен."
    assert linked(text, "ru") == [("Садыра Жапарова", SADYR), ("Жапарова", SADYR)]


def test_an_abbreviation_before_a_surname_is_no_given_name(linked):
    text = "Вот Садыр Жапаров. После него в ООН Жапаров молчал."
    assert linked(text, "ru") == [("Садыр Жапаров", SADYR), ("Жапаров", SADYR)]


def test_where_the_verb_stands_last_a_name_may_follow_the_surname(linked):
    text = "Садыр Жапаров келди. Андан кийин Жапаров Сингапурга барды."
    assert linked(text, "ky") == [("Садыр Жапаров", SADYR), ("Жапаров", SADYR)]


def test_a_known_given_name_before_the_surname_is_a_namesake_even_at_a_sentence_start(find):
    text = "We met Sadyr Japarov here. Baktybek Japarov spoke. Then Japarov left."
    assert [span.status for span in find(text, "en")] == ["confirmed", "suggested"]


def test_initials_of_nobody_settled_are_proposed(find):
    assert verdicts(find("B. Amreyev spoke.", "en")) == [
        ("B. Amreyev", "person/amreyev-baghdad", "suggested", "initials")
    ]


def test_wrong_initials_are_another_person(linked):
    text = "Baghdad Amreyev spoke with K. Amreyev."
    assert linked(text, "en") == [("Baghdad Amreyev", "person/amreyev-baghdad")]


def test_initials_need_their_dot():
    text = "Садыр Инвентов пришел. С Инвентовым говорили."
    name = invented("Садыр Инвентов", language="ru")
    assert [words for words, *_ in found(text, name, language="ru")] == [
        "Садыр Инвентов",
        "Инвентовым",
    ]


def test_initials_that_fit_two_persons_have_candidates():
    names = [invented("Ann Invented", "person/ann"), invented("Amy Invented", "person/amy")]
    [span] = find_mentions(
        {"body": "A. Invented spoke."}, language="en", gazetteer=Gazetteer(names)
    )
    assert (span.entity, span.status) == (None, "suggested")
    assert span.candidates == ("person/amy", "person/ann")


def test_a_full_name_that_two_persons_bear_has_candidates():
    names = [invented("Ann Invented", "person/one"), invented("Ann Invented", "person/two")]
    [span] = find_mentions({"body": "Ann Invented"}, language="en", gazetteer=Gazetteer(names))
    assert (span.entity, span.candidates) == (None, ("person/one", "person/two"))


def test_surname_first_is_proposed_and_certain_once_settled(find):
    assert verdicts(find("Жапаров Садыр", "ru")) == [
        ("Жапаров Садыр", SADYR, "suggested", "surname-first")
    ]


def test_a_country_in_brackets_that_contradicts_makes_a_proposal(find):
    spans = find("Ramil Usubov (Kazakhstan), Okay Memiş (Türkiye)", "en")
    assert verdicts(spans)[0] == (
        "Ramil Usubov",
        "person/usubov-ramil",
        "suggested",
        "other-country",
    )
    assert verdicts(spans)[2] == ("Okay Memiş", "person/memis-okay", "confirmed", "full-name")


def test_an_azerbaijani_surname_is_not_a_shorter_one_in_a_case(find):
    names = [invented("Süreyya Er", language="tr", country="TR")]
    assert found("Süreyya Erdən danışdı.", *names, language="az") == []


def test_half_of_a_double_name_is_nobody(linked):
    assert linked("We met Sadyr Japarov-Invented there.", "en") == []


def test_a_name_does_not_run_over_a_paragraph(linked):
    assert linked("by Sadyr\n\nJaparov", "en") == []


def test_a_name_needs_its_capitals(linked):
    assert linked("a turkey in china, and sadyr japarov", "en") == []


# Bodies, places, documents


def test_the_longest_name_counts(linked):
    assert linked("OTS Secretariat and OTS", "en") == [
        ("OTS Secretariat", "org/ots-secretariat"),
        ("OTS", "org/ots"),
    ]


def test_a_plus_makes_another_name(linked):
    assert linked("OTS+ format", "en") == [("OTS+", "document/ots-plus-2025")]


def test_abbreviations_count_letter_for_letter(linked):
    assert linked("Usa, ots; USA, OTS.", "en") == [
        ("USA", "place/united-states"),
        ("OTS", "org/ots"),
    ]


def test_the_dot_of_an_abbreviation_belongs_to_it(linked):
    assert linked("the U.S. side", "en") == [("U.S.", "place/united-states")]


def test_dashes_quotes_and_spaces_may_differ(linked):
    text = "«Видение тюркского\u00a0мира – 2040»"
    assert linked(text, "ru") == [("Видение тюркского\u00a0мира – 2040", "document/twv-2040")]


def test_a_single_word_of_another_language_names_no_place(find):
    assert find("Baki Ersoy geldi.", "tr") == []


def test_former_names_count_on_their_days_only(find):
    nur_sultan = "He flew to Nur-Sultan."
    rules = [
        verdicts(find(nur_sultan, "en", on=day))[0][2:]
        for day in (date(2022, 1, 31), date(2025, 1, 1), None)
    ]
    assert rules == [
        ("confirmed", "former-name-valid-then"),
        ("suggested", "former-name-not-valid-then"),
        ("suggested", "former-name"),
    ]


def test_a_name_that_needs_context_is_left_without_it_and_proposed_with_it(find):
    assert find("The Coordination Committee met.", "en") == []
    assert verdicts(find("The OTS Coordination Committee met.", "en")) == [
        ("OTS", "org/ots", "confirmed", "abbreviation"),
        ("Coordination Committee", "org/ots-coordination", "suggested", "name-in-context"),
    ]


def test_a_misspelt_abbreviation_is_proposed_beside_the_right_name(find):
    assert find("The UTC met.", "en") == []
    assert verdicts(find("The Organization of Turkic States (UTC) met.", "en"))[1] == (
        "UTC",
        "org/ots",
        "suggested",
        "misspelling",
    )


# Offsets

WORDS = st.lists(
    st.sampled_from(
        [
            "Садыра Жапарова",
            "Жапаров",
            "S. Japarov",
            "Akylbek Japarov",
            "Sadyr Japarov'un",
            "Ankara’da",
            "U.S.",
            "«Видение тюркского мира — 2040»",
            "Nur-Sultan",
            "OTS+",
            "i̇stanbul",
            "İstanbul",
            "(Kazakhstan)",
            "\n\n",
            "e\u0301",
            "😀",
        ]
    )
    | st.text(max_size=8),
    max_size=12,
)


@given(words=WORDS, language=st.sampled_from(["en", "ru", "tr", "kk", "ky", "az", "uz", ""]))
def test_offsets_cut_out_the_words_and_never_overlap(gazetteer, words, language):
    fields = {"headline": " ".join(words[:3]), "body": " ".join(words)}
    spans = find_mentions(fields, language=language, gazetteer=gazetteer)
    end = {"headline": 0, "body": 0}
    for span in spans:
        assert span.text == fields[span.field][span.start : span.end]
        assert end[span.field] <= span.start < span.end
        assert span.entity is not None or span.candidates or span.rule in UNKNOWN
        end[span.field] = span.end
    assert [span.field for span in spans] == sorted(
        (span.field for span in spans), key=list(fields).index
    )


@given(words=WORDS)
def test_finding_twice_gives_the_same(gazetteer, words):
    text = {"body": " ".join(words)}
    once, again = (find_mentions(text, language="ru", gazetteer=gazetteer) for _ in range(2))
    assert once == again
