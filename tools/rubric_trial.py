"""How far two readers of one description agree: read the answers under docs/trials/ and print the figures and the differences.

Each file in ``docs/trials/*/answers`` holds ``description:`` (the name of the file beside that folder without its ending),
``reader:`` and ``answers:``, for each question a word (yes, partial, no, unknown or not_applicable) or, where the description
leaves two answers open, these two, the worse first: ``[no, partial]``. ``homeless:`` lists the numbers of the facts of a
description to which no question fits; the facts of a description are numbered in bold (**12.**). Run it as
``python tools/rubric_trial.py [--differences]``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from npm_readiness import load_catalogue
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.reading.files import read_document

TRIALS = Path(__file__).parent.parent / "docs" / "trials"
FACT = re.compile(r"^\*\*(\d+)\.\*\*", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """What one reader answered from one description; two answers left open are written ``no-or-partial``."""

    trial: str
    description: str
    reader: str
    answers: dict[str, str]
    homeless: frozenset[int]

    @property
    def said(self) -> list[str]:
        """The answers that the description carries, in full or between two."""
        return [answer for answer in self.answers.values() if answer not in ("unknown", "not_applicable")]

    @property
    def between(self) -> int:
        """How many of them leave two answers open."""
        return sum("-or-" in answer for answer in self.said)


@dataclass(frozen=True)
class Comparison:
    """Two readings of one description; ``pairs`` are the two answers to each question that both answered."""

    description: str
    pairs: dict[str, tuple[str, str]]

    @property
    def agreed(self) -> int:
        """How many questions both answered alike."""
        return sum(first == second for first, second in self.pairs.values())

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what chance would give, at most 1.

        J. Cohen, A coefficient of agreement for nominal scales, 1960. It is 1 where both gave one and the same answer throughout.
        """
        total = len(self.pairs)
        first, second = (Counter(pair[side] for pair in self.pairs.values()) for side in (0, 1))
        by_chance = sum(first[answer] * second[answer] for answer in first) / total**2
        return 1.0 if by_chance == 1 else (self.agreed / total - by_chance) / (1 - by_chance)

    @property
    def opposed(self) -> int:
        """How many questions one answered yes and the other no."""
        return sum(set(pair) == {"yes", "no"} for pair in self.pairs.values())

    def by_dimension(self, catalogue: Catalogue) -> Mapping[str, Comparison]:
        """The same for each dimension of the catalogue, in its order; questions that it does not know are left out."""
        dimensions: dict[str, dict[str, tuple[str, str]]] = {name: {} for name in catalogue.dimensions}
        for question, pair in self.pairs.items():
            if question in catalogue.uses:
                criterion = catalogue.criteria[catalogue.uses[question][0]].criterion
                dimensions[criterion.dimension][question] = pair
        return {name: Comparison(name, pairs) for name, pairs in dimensions.items() if pairs}


def facts_of(trial: str, description: str) -> int:
    """How many numbered facts a description has; 0 where they have no numbers."""
    return len(FACT.findall((TRIALS / trial / f"{description}.md").read_text(encoding="utf-8")))


def readings(trial: str) -> list[Reading]:
    """The readings of a trial, sorted by file name."""
    found = [read_document(file).data for file in sorted((TRIALS / trial / "answers").glob("*.yaml"))]
    return [
        Reading(
            trial,
            data["description"],
            data["reader"],
            {question: _as_one_word(answer) for question, answer in data["answers"].items()},
            frozenset(int(number) for number in data.get("homeless", ())),
        )
        for data in found
    ]


def _as_one_word(answer: str | list[str]) -> str:
    return answer if isinstance(answer, str) else "-or-".join(answer)


def compared(found: Sequence[Reading]) -> list[Comparison]:
    """Every two readings of one description."""
    return [
        Comparison(
            f"{first.description} ({first.reader}, {second.reader})",
            {key: (first.answers[key], second.answers[key]) for key in first.answers if key in second.answers},
        )
        for first, second in combinations(found, 2)
        if first.description == second.description
    ]


def pooled(comparisons: Sequence[Comparison]) -> Comparison:
    """Several comparisons as one, over the questions of all descriptions."""
    pairs = {f"{one.description}: {name}": pair for one in comparisons for name, pair in one.pairs.items()}
    return Comparison("all", pairs)


def _line(comparison: Comparison) -> str:
    total = len(comparison.pairs)
    return (
        f"{comparison.description}: {comparison.agreed} of {total} alike ({100 * comparison.agreed / total:.0f} %), "
        f"kappa {comparison.kappa:.2f}, yes against no {comparison.opposed}"
    )


def main() -> None:
    """Print the figures of each trial: of each pair of readings, of each dimension, and of each reader."""
    catalogue = load_catalogue()
    for folder in sorted(path.parent for path in TRIALS.glob("*/answers")):
        found = readings(folder.name)
        comparisons = compared(found)
        print(f"# {folder.name}")
        for comparison in comparisons:
            print(_line(comparison))
            if "--differences" in sys.argv[1:]:
                for question, (first, second) in comparison.pairs.items():
                    if first != second:
                        print(f"  {question}: {first} / {second}")
        print(_line(pooled(comparisons)))
        parts: dict[str, list[Comparison]] = {}
        for comparison in comparisons:
            for name, part in comparison.by_dimension(catalogue).items():
                parts.setdefault(name, []).append(Comparison(comparison.description, part.pairs))
        for name, of_dimension in parts.items():
            print("  " + _line(pooled(of_dimension)).replace("all:", f"{name}:", 1))
        for reading in found:
            facts = facts_of(reading.trial, reading.description)
            print(
                f"{reading.description}, {reading.reader}: {reading.between} of {len(reading.said)} answers between two, "
                f"{len(reading.homeless)} of {facts} facts without a question"
            )


if __name__ == "__main__":
    main()
