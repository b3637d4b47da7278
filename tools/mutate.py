"""How many mutants the tests kill: python tools/mutate.py [--sample 150] [--seed 1] [--only scoring] [--seconds 600].

Each mutant changes one place of one module: a comparison, a boolean, an operator, a number, a condition. Of each package
a sample is drawn with a fixed seed (``--sample 0`` takes all), and each mutant meets the tests that reach its line, the
quickest first, until one fails:

1. Once, every test is run with coverage, which tells the lines that it reaches and how long it takes. That is kept outside of
   the tree, and measured anew where a file has changed.
2. A process collects all tests. For each mutant it forks: the child puts the changed code into the living functions, and
   runs the tests.
3. What is outside of functions, or was run while the tests were collected, is imported as a mutant by a child that has
   imported nothing yet.

A mutant that makes a test take more than ten times its time counts as killed. One whose tests all pass, or at which
``--budget`` seconds on the processor were spent, has survived; so has one that no test reaches, which is said. Hypothesis draws
the same examples each time, at most ``--examples`` of them: with more, as the suite draws, more may be killed. Nothing is
written to the tree.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from mutating.changes import Mutant, mutants_of
from mutating.choosing import NEAR, Choice, Chosen
from mutating.living import Host, born_again
from mutating.processes import in_child
from mutating.reaching import reach
from mutating.testing import Ran, Session, files_of_tests, run_pytest

NOT_REACHED, SURVIVED, KILLED = "NOT REACHED", "SURVIVED", "killed"
HOURS = 24


@dataclass(frozen=True)
class Tried:
    """What became of one mutant."""

    mutant: Mutant
    fate: str
    tests: int
    ran: int
    by: str | None

    def __str__(self) -> str:
        seen = f"by {self.by}" if self.by else f"{self.ran} of {self.tests} tests"
        line = f"{self.fate:11} {self.mutant} ({seen})"
        return line if self.fate == KILLED else f"{line}\n            {self.mutant.source()}"


@dataclass
class Trial:
    """Tries mutants one after another until the time is over."""

    choice: Choice
    examples: int
    budget: float
    until: float
    shown: bool

    def all_of(self, mutants: list[Mutant]) -> list[Tried]:
        """What became of each, as far as the time went; each is printed as soon as it is known."""
        inside = [mutant for mutant in mutants if mutant.names is None]
        known = in_child(lambda: self._inside(inside), HOURS * 3600, quiet=False, idle=HOURS * 3600)
        if known is None:
            raise SystemExit("the process that holds the tests was lost")
        tried = [each for each in known.values() if each]
        for mutant in mutants:
            if time.monotonic() > self.until:
                break
            if mutant.names is not None or (mutant in known and known[mutant] is None):
                chosen = self.choice.of(mutant).nearest(mutant, self.budget)
                tried.append(_told(mutant, chosen, born_again(mutant, chosen, self.examples, self.budget)))
        return tried

    def _inside(self, mutants: list[Mutant]) -> dict[Mutant, Tried | None]:
        """What became of those within functions; None for one that has to be born again to be seen."""
        known: dict[Mutant, Tried | None] = {}

        def run(session: Session, collected: list[pytest.Item]) -> None:
            host = Host(session, collected)
            gc.collect()
            gc.freeze()
            for mutant in mutants:
                if time.monotonic() > self.until:
                    break
                chosen, ran = self._swapped(mutant, host)
                if ran is None or (ran.by is None and chosen.again):
                    known[mutant] = None
                    continue
                known[mutant] = _told(mutant, chosen, ran)
                if ran.by in host.items:
                    self.choice.killers[mutant.file][ran.by] += 1

        run_pytest(files_of_tests(shown=self.shown), Session(run, self.examples))
        return known

    def _swapped(self, mutant: Mutant, host: Host) -> tuple[Chosen, Ran | None]:
        chosen = self.choice.of(mutant)
        ran = host.swapped(mutant, chosen, self.budget) if chosen.tests else Ran(0, None)
        if ran and ran.by in host.items and not host.stands(ran.by):
            print(f"{ran.by} fails where nothing is changed, and is left out", flush=True)
            self.choice.broken.add(ran.by)
            return self._swapped(mutant, host)
        return chosen, ran


def _told(mutant: Mutant, chosen: Chosen, ran: Ran) -> Tried:
    fate = KILLED if ran.by else SURVIVED if chosen.tests else NOT_REACHED
    tried = Tried(mutant, fate, len(chosen.tests), ran.tests, ran.by)
    print(tried, flush=True)
    return tried


def drawn(packages: list[str], size: int, seed: int) -> Iterator[tuple[str, list[Mutant], int]]:
    """Of each package: a sample of its mutants, and how many there are."""
    for package in packages:
        every = list(mutants_of(package))
        sample = random.Random(f"{seed} {package}").sample(every, min(size or len(every), len(every)))  # noqa: S311
        yield package, sample, len(every)


def main() -> None:
    """Draw the sample, try each, print the survivors and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=60, help="how many of each package; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="packages, with commas between them")
    parser.add_argument(
        "--at",
        default="",
        help="all mutants of whose FILE:LINE: this is a part, and no others; with commas between them",
    )
    parser.add_argument("--seconds", type=float, default=float("inf"), help="no new mutant after so long")
    parser.add_argument("--budget", type=float, default=20, help="seconds on the processor for one mutant")
    parser.add_argument("--examples", type=int, default=25, help="how many examples of a property are drawn at most")
    parser.add_argument(
        "--shown", action="store_true", help="the tests of reports, commands and pages are to see them too"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        _try(chosen)


def _try(chosen: argparse.Namespace) -> None:
    packages = [name for name in NEAR if not chosen.only or name in chosen.only.split(",")]
    choice = Choice(reach(shown=chosen.shown))
    trial = Trial(choice, chosen.examples, chosen.budget, time.monotonic() + chosen.seconds, chosen.shown)
    lines = []
    for package, sample, every in drawn(packages, 0 if chosen.at else chosen.sample, chosen.seed):
        places = chosen.at.split(",") if chosen.at else [""]
        wanted = [mutant for mutant in sample if any(place in f"{mutant.file}:{mutant.line}:" for place in places)]
        print(
            f"\n{package}: {every} mutants, of which {len(wanted)} are tried, with the seed {chosen.seed}", flush=True
        )
        fates = Counter(each.fate for each in trial.all_of(wanted))
        tried = sum(fates.values())
        share = f"{100 * fates[KILLED] / tried:.1f} %" if tried else "none"
        lines.append(
            f"{package:11} {every:6} {tried:6} {fates[KILLED]:7} {fates[SURVIVED]:9} {fates[NOT_REACHED]:12} {share:>8}"
        )
    print("\npackage     mutants tried  killed  survived  not reached    share", *lines, sep="\n")


if __name__ == "__main__":
    main()
