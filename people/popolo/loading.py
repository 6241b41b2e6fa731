"""The file loaded into a desk: what it lacks is added, what it has is left as it is.

Checks and rows are those of the reference data (`people.reference`).
"""

from dataclasses import replace

from django.db import transaction

from people.models import ReferenceItem
from people.popolo.reading import SECTION_OF_FILE, read_whoswho
from people.reference import TABLES, BrokenReference, Problem, ReferenceResult, add, find_problems
from people.reference.reading import Unreadable
from people.reference.storing import Progress


def load_whoswho(raw: bytes, name: str, progress: Progress = iter) -> ReferenceResult:
    """Load what `export_whoswho` wrote to the file `name`; loading it twice changes nothing.

    Raises `BrokenReference`, with file, id and reason of every problem, and then loads nothing.
    """
    try:
        reference, memory = read_whoswho(raw)
    except Unreadable as reason:
        raise BrokenReference([Problem(name, "", str(reason))]) from reason
    try:
        if problems := find_problems(reference, TABLES):
            raise BrokenReference(problems)
        with transaction.atomic():
            result = add(reference, TABLES, progress)
            _remember(memory)
            return result
    except BrokenReference as broken:
        raise BrokenReference([_named(problem, name) for problem in broken.problems]) from broken


def _named(problem: Problem, name: str) -> Problem:
    """A problem in the words of this file: its name, and the section in it."""
    section = SECTION_OF_FILE.get(problem.file, problem.file)
    return replace(problem, file=f"{name}: {section}")


def _remember(memory: dict[str, dict]) -> None:
    """What the reference data said, where this desk hasn't loaded it."""
    rows = [ReferenceItem(reference=id, item=item) for id, item in memory.items()]
    ReferenceItem.objects.bulk_create(rows, ignore_conflicts=True)
