"""The codes of recognition and the words that editors read for them."""

import re
from pathlib import Path

import people.recognition
from articles.choices import MentionRule
from people.recognition.offices.rules import RULES
from people.recognition.unknown.rules import RULES as UNKNOWN


def test_every_code_of_recognition_has_words_and_no_word_is_without_a_code():
    """A verdict names its code as a literal; a new one needs words in `MentionRule`."""
    folder = Path(people.recognition.__file__).parent
    source = "".join(path.read_text() for path in folder.glob("*.py"))
    verdicts = re.findall(r"(?:return|Verdict\(|rule =).*", source)
    codes = {code for line in verdicts for code in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', line)}
    # Kinds, origins and cues that the choice of a code depends on.
    codes = {code for code in codes if "-" in code} | (codes & set(MentionRule.values))
    assert codes | RULES | UNKNOWN == set(MentionRule.values)
