"""What the command line does, in Python: assess two real profiles and compare how far they are.

Run it from anywhere: python examples/use_the_library.py
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from npm_readiness import Assessment, InputError, assess, load_catalogue, load_profile, render

HERE = Path(__file__).parent


def stage_lines(assessment: Assessment) -> Iterator[str]:
    """One line a stage: the verdict, and what blocks it."""
    for stage in assessment.stages:
        blockers = f", blocked by {', '.join(stage.blockers)}" if stage.blockers else ""
        yield f"  {stage.id}: {stage.verdict}{blockers}"


def main() -> None:
    """Assess, print, and show what else can be asked."""
    catalogue = load_catalogue()
    for name in ("turkmenistan", "georgia"):
        profile = load_profile(HERE / f"{name}.yaml", catalogue)
        assessment = assess(profile, catalogue)
        print(f"{assessment.country.name} as of {assessment.as_of}")
        print(*stage_lines(assessment), sep="\n")

        # The same, counting only what names a source and a place in it.
        strict = assess(profile, catalogue, require_evidence=True)
        if assessment.score and strict.score:
            print(f"  surely in place: {assessment.score.lower:.0%}, with evidence only: {strict.score.lower:.0%}")

        # An assessment is data: it can be stored, read back, and rendered later.
        stored = Assessment.from_json(assessment.to_json())
        html = render(stored, "html")
        print(f"  the report has {len(html):,} characters")

    # Another date: what is dated after it has not happened.
    earlier = assess(load_profile(HERE / "georgia.yaml", catalogue), catalogue, as_of=date(2008, 1, 1))
    overdue = [deadline.latest for deadline in earlier.deadlines if deadline.overdue]
    print(f"Georgia on 2008-01-01: overdue since {max(overdue)}" if overdue else "Georgia on 2008-01-01: not overdue")

    # Wrong input gives every problem at once, with its place.
    try:
        load_profile(HERE / "no-such-file.yaml", catalogue)
    except InputError as error:
        for problem in error.problems:
            print(problem.code, problem.line, problem.message)


if __name__ == "__main__":
    main()
