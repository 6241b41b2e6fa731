"""What is wrong with a reference file: file, id and reason, all of them at once.

Finding problems is `reading` (a file as a whole) and `checking` (its items).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One reason to refuse the reference data; `id` is empty where the file itself is broken."""

    file: str
    id: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.id, self.reason) if part)


class BrokenReference(Exception):
    """The reference data is refused as a whole, and nothing of it was loaded.

    `problems` lists every reason; the message has one a line, as `file: id: reason`.
    """

    def __init__(self, problems: list[Problem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))
