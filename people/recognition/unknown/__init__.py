"""Persons whom nobody knows yet, proposed from cues: never linked, never certain.

Pure: the words of a text and the spans found already in, further spans out. What a word may be
is `kinds` (with the word lists of `lexicon`), where a name can stand `runs`, what stands around
it `cues`, the decision `weighing`, the nominative `calling`.
"""

from people.recognition.unknown.finding import find_unknown

__all__ = ["find_unknown"]
