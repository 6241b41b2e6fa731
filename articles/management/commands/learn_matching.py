"""`manage.py learn_matching`: learn what the facts about a pair weigh."""

from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.matching.learning import COLLECTIONS, STORIES, Learned, hashes_of, learn, read_stories
from articles.matching.learning.background import write_background
from articles.matching.learning.collecting import CONDITIONS
from articles.matching.learning.digests import learn_contains
from articles.matching.learning.events import learn_across, learn_same_story
from articles.matching.learning.measuring import quality, sure_recall, without_siblings
from articles.matching.learning.reports import REPORTS
from articles.matching.learning.stories import Story
from articles.matching.weights import (
    ACROSS_FILE,
    CONTAINS_FILE,
    SAME_STORY_FILE,
    WEIGHTS_FILE,
    write_weights,
)


class Command(BaseCommand):
    help = (
        "Learn from invented stories in seven languages how much each fact about two texts says "
        "for their being translations; print how the weights do on stories left out, and write "
        "them with what they were learned from. The same stories give the same file."
    )

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=STORIES, help="other stories")
        parser.add_argument("--output", type=Path, default=WEIGHTS_FILE, help="another file")
        parser.add_argument(
            "--collections",
            type=int,
            default=COLLECTIONS,
            metavar="N",
            help="make N collections of the stories in each condition",
        )

    def handle(self, *, folder: Path, output: Path, collections: int, **options):
        stories = read_stories(folder)
        if not stories:
            raise CommandError(f"There is no story in {folder}.")
        learned = learn(stories, collections=collections)
        self._print(learned)
        write_weights(
            learned.weights,
            {
                "collections": collections,
                "stories": len(stories),
                "texts": learned.texts,
                "files": hashes_of(folder),
            },
            output,
        )
        self.stdout.write(f"Wrote {output.name}.")
        if folder == STORIES and output == WEIGHTS_FILE:
            self._learn_answers(stories, folder)

    def _learn_answers(self, stories: Sequence[Story], folder: Path) -> None:
        """What tells the other answers: it is learned from the project's own stories only."""
        write_background(stories)
        learned_from = {"files": {**hashes_of(folder), **hashes_of(REPORTS)}}
        for path, learn_answer in (
            (CONTAINS_FILE, learn_contains),
            (SAME_STORY_FILE, learn_same_story),
            (ACROSS_FILE, learn_across),
        ):
            learned = learn_answer(stories)
            found = learned.quality(learned.weights.threshold)
            self.stdout.write(
                f"{path.stem}: precision {found.precision:.3f}, recall {found.recall:.3f}, "
                f"F1 {found.f1:.3f} from {learned.weights.threshold} on"
            )
            for kind, (count, accepted) in learned.found().items():
                self.stdout.write(f"  {kind}: {accepted} of {count}")
            write_weights(learned.weights, learned_from, path)

    def _print(self, learned: Learned) -> None:
        """Stories of one cluster taken for one another stand in the last column."""
        for name, value in vars(learned.weights).items():
            self.stdout.write(f"{name}: {value}")
        self.stdout.write("           true  precision  recall     F1  recall at .99  siblings")
        for condition in CONDITIONS:
            self._print_line(learned, condition, lambda pair, name=condition: name == pair[0])
        for languages in sorted({languages for _condition, languages in learned.true}):
            self._print_line(learned, languages, lambda pair, name=languages: name == pair[1])

    def _print_line(self, learned: Learned, name: str, belongs) -> None:
        threshold = learned.weights.threshold
        scored = [pair for pair in learned.scored if belongs((pair.condition, pair.languages))]
        true = sum(count for pair, count in learned.true.items() if belongs(pair))
        others = without_siblings(scored)
        found, sure = quality(others, true, threshold), sure_recall(others, true)
        siblings = quality(scored, true, threshold).accepted - found.accepted
        self.stdout.write(
            f"{name:9}{true:>6}{found.precision:>11.3f}{found.recall:>8.3f}{found.f1:>7.3f}"
            f"{sure:>15.3f}{siblings:>10}"
        )
