"""How far two readers of one description agree: read docs/trials/answers/ and print the figures and the differences.

Each file holds `description:` (the name of the file in docs/trials without its ending), `reader:` and `answers:`, an answer for
each question: yes, partial, no, unknown or not_applicable. Run it as `python tools/rubric_trial.py [--differences]`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from npm_readiness.reading.files import read_document

ANSWERS = Path(__file__).parent.parent / "docs" / "trials" / "answers"


@dataclass(frozen=True)
class Reading:
    """What one reader answered from one description."""

    description: str
    reader: str
    answers: dict[str, str]


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


def readings(folder: Path) -> list[Reading]:
    """The readings in a folder, sorted by file name."""
    found = [read_document(file).data for file in sorted(folder.glob("*.yaml"))]
    return [Reading(data["description"], data["reader"], data["answers"]) for data in found]


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


def main() -> None:
    """Print a line for each pair of readings, and the differences where they are asked for."""
    for comparison in compared(readings(ANSWERS)):
        total = len(comparison.pairs)
        print(
            f"{comparison.description}: {comparison.agreed} of {total} alike ({100 * comparison.agreed / total:.0f} %), "
            f"kappa {comparison.kappa:.2f}, yes against no {comparison.opposed}"
        )
        if "--differences" in sys.argv[1:]:
            for question, (first, second) in comparison.pairs.items():
                if first != second:
                    print(f"  {question}: {first} / {second}")


if __name__ == "__main__":
    main()
