"""Names across scripts: keys to find a spelling by, and a score to compare two.

Pure text; the spellings themselves are rows of `people.models.Name`.
"""

from people.names.comparing import SAME_NAME, similarity
from people.names.keys import (
    CANDIDATE_KEY_LENGTH,
    candidate_keys,
    matching_key,
    word_candidate_keys,
)

__all__ = [
    "CANDIDATE_KEY_LENGTH",
    "SAME_NAME",
    "candidate_keys",
    "matching_key",
    "similarity",
    "word_candidate_keys",
]
