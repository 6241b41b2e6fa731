"""How many texts came out in the days around two: that one is the likest of three says more than
that it is the likest of five hundred.
"""

from collections.abc import Iterable

import numpy as np

# Reports on one event come out within days.
WINDOW_DAYS = 4
# A text without a date may be of any day: at least so many came out around it.
LEAST_UNDATED = 200


class Crowd:
    """The days of texts, given as ordinals; None or 0 where there is no date."""

    def __init__(self, days: Iterable[int | None]):
        self._days = np.sort(np.array([day or 0 for day in days], np.int64))

    def around(self, one: int | None, other: int | None) -> float:
        """Return the logarithm of how many texts lie in the days around that of two texts which
        has more."""
        return float(self.around_all(np.array([[one or 0, other or 0]]))[0])

    def around_all(self, days: np.ndarray) -> np.ndarray:
        """The same for each row of two days."""
        start = np.searchsorted(self._days, days - WINDOW_DAYS)
        end = np.searchsorted(self._days, days + WINDOW_DAYS, side="right")
        undated = np.searchsorted(self._days, 1)
        alone = max(LEAST_UNDATED, len(self._days))
        return np.log(np.where(days > 0, end - start + undated, alone).max(axis=1))
