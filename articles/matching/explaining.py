"""Why two texts are proposed as a pair, in a form that an editor's page can show.

Only shows; whether they are a pair is decided by `translations` and `duplicates`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ots_desk.paragraphs import paragraphs_of

from .alignment import align
from .differing import differences, same_paragraphs
from .figures import printed_figures
from .fingerprints import day_of
from .phonetics import skeleton, sound
from .sounds import words_in

# Texts longer than this are shown without aligned paragraphs: the work grows with the square.
MAX_PARAGRAPHS = 120

# Names of fewer consonants are too much alike.
SHORTEST = 3

# Fields that one of two texts can have alone, and the codes that say so.
_FIELDS = {"title": "headline", "caption": "caption", "credit": "credit", "published": "date"}


def explain(one: Mapping, other: Mapping, *, score: float | None = None) -> dict:
    """Return the evidence for a pair of texts, ready for JSON.

    Takes dicts `{language, title, body, published}`, and where known `caption`, `credit` and
    `persons` (the id of each person named, with the spelling used). Returns

    `paragraphs`        [[i, j], …], positions of the paragraphs that stand for each other
    `paragraph_counts`  [n, m]
    `persons`           [[spelling, spelling], …] of persons that both name
    `person_counts`     [n, m]
    `names`             [[spelling, spelling], …] of capitalised words that sound alike
    `figures`           figures that both print
    `figure_counts`     [n, m]
    `days_apart`        days between the two dates, None where one is undated
    `differs`           codes: `only_first_headline`, `only_second_caption`, `longer_first`, …
    `score`             as given
    `same_paragraphs`   [[i, j], …] of paragraphs that say the same word for word, in one language;
                        one may stand for several
    `only_paragraphs`   [[i, …], [j, …]], those that stand for none
    `only_figures`      [[figure, …], [figure, …]] that the other lacks
    `only_names`        [[spelling, …], [spelling, …]] that sound like none of the other
    `unlike`            of `title`, `published`, `outlet` those that both have, and not the same
    `update_marks`      [mark, mark] by which a text says that it is a later version, or empty
    """
    ours, theirs = paragraphs_of(one["body"]), paragraphs_of(other["body"])
    figures = [_figures(text) for text in (one, other)]
    persons = [text.get("persons") or {} for text in (one, other)]
    aligned = [list(pair) for pair in _aligned(one, other, ours, theirs)]
    is_one_language = _language(one) == _language(other)
    same = same_paragraphs(ours, theirs) if is_one_language else []
    named = _names(one), _names(other)
    names = _shared_names(*named)
    return {
        "paragraphs": aligned,
        "paragraph_counts": [len(ours), len(theirs)],
        "persons": [[persons[0][key], persons[1][key]] for key in persons[0] if key in persons[1]],
        "person_counts": [len(named) for named in persons],
        "names": names,
        "figures": [figure for figure in figures[0] if figure in figures[1]],
        "figure_counts": [len(printed) for printed in figures],
        "days_apart": _days_apart(one, other),
        "differs": _differences(one, other, (len(ours), len(theirs))),
        "score": score,
        "same_paragraphs": same,
        "only_paragraphs": _alone((len(ours), len(theirs)), [*aligned, *same]),
        **differences(one, other, figures, _own_names(named, names)),
    }


def _alone(counts: tuple[int, int], pairs: Sequence[Sequence[int]]) -> list[list[int]]:
    held = [{pair[side] for pair in pairs} for side in (0, 1)]
    return [[place for place in range(counts[side]) if place not in held[side]] for side in (0, 1)]


def _own_names(
    named: Sequence[Mapping[str, str]], shared: Sequence[Sequence[str]]
) -> list[list[str]]:
    found = []
    for side, names in enumerate(named):
        known = {pair[side] for pair in shared}
        found.append([name for name in names.values() if name not in known])
    return found


def _aligned(one, other, ours, theirs) -> Sequence[tuple[int, int]]:
    if max(len(ours), len(theirs)) > MAX_PARAGRAPHS:
        return []
    return align(ours, theirs, (_language(one), _language(other)))


def _language(text: Mapping) -> str:
    return (text.get("language") or "").split("-")[0]


def _words(text: Mapping) -> str:
    return f"{text.get('title') or ''}\n{text['body']}"


def _figures(text: Mapping) -> list[str]:
    return printed_figures(_words(text))


def _shared_names(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[list[str]]:
    """The capitalised words of both whose consonants sound the same, up to an ending."""
    left = defaultdict(list)
    for bones in theirs:
        left[bones[:SHORTEST]].append(bones)
    pairs = []
    for bones, spelling in ours.items():
        alike = left[bones[:SHORTEST]]
        match = next((key for key in alike if _sound_alike(bones, key)), None)
        if match:
            alike.remove(match)
            pairs.append([spelling, theirs[match]])
    return pairs


def _names(text: Mapping) -> dict[str, str]:
    """The capitalised words by their consonants, each as it is spelt first."""
    found, language = {}, _language(text)
    for word in dict.fromkeys(words_in(_words(text))):
        if word[0].isupper():
            bones = skeleton(sound(word, language))
            if len(bones) >= SHORTEST:
                found.setdefault(bones, word)
    return found


def _sound_alike(one: str, other: str) -> bool:
    """Endings add a consonant or two (Бишкеке, Бишкекте); short names have to be equal."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 2:
        return one == other
    return one.startswith(other) or other.startswith(one)


def _days_apart(one: Mapping, other: Mapping) -> int | None:
    first, second = day_of(one.get("published")), day_of(other.get("published"))
    return None if first is None or second is None else abs(first - second)


def _differences(one: Mapping, other: Mapping, counts: tuple[int, int]) -> list[str]:
    codes = []
    for field, name in _FIELDS.items():
        if bool(one.get(field)) != bool(other.get(field)):
            codes.append(f"only_{'first' if one.get(field) else 'second'}_{name}")
    if counts[0] != counts[1]:
        codes.append("longer_first" if counts[0] > counts[1] else "longer_second")
    return codes
