"""Learning what the matcher's facts weigh from invented stories. A desk never runs this."""

from .learning import COLLECTIONS, Learned, learn
from .stories import STORIES, hashes_of, read_stories

__all__ = ["COLLECTIONS", "STORIES", "Learned", "hashes_of", "learn", "read_stories"]
