"""Nothing that plans, compares, brings together or gathers takes more than its share of work; the inputs are those of
``tests/large.py`` and ``tests/large_plans.py``, which ``tools/stress.py`` makes as large as files may be, and times.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from npm_readiness import (
    InputError,
    Profile,
    compare_bill,
    compare_models,
    gather,
    load_catalogue,
    load_profile,
    plan,
    reconcile,
)
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.planning.reconciling.answers import merged_answer
from npm_readiness.planning.roadmap.needs import Need
from npm_readiness.planning.roadmap.smallest import Smallest, smallest_set
from npm_readiness.situation.working_out import situation_of
from tests import large, large_plans
from tests.large import Files
from tests.steps import steps
from tests.test_growth import LINEAR


def written(files: Files, folder: Path) -> list[Path]:
    """The files, in the order in which they were made."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return [folder / name for name in files]


def profiles(files: Files, folder: Path) -> list[Profile]:
    return [load_profile(path) for path in written(files, folder)]


def grows_in_step(of: Callable[[int], int], number: int) -> bool:
    """Whether twice as much takes about twice the steps, beside what is taken whatever there is."""
    of(number // 4)
    small, middle, large_ = of(number // 4), of(number // 2), of(number)
    return large_ - middle <= LINEAR * (middle - small)


@pytest.mark.parametrize(
    "make",
    [large.evidence_of_one_answer, large.sources_and_evidence, large.bodies, large.recommendations],
)
def test_bringing_profiles_together(make: Callable[[int], Files], tmp_path: Path) -> None:
    def of(number: int) -> int:
        files = large_plans.two_of(make)(number)
        one, other, _ = profiles(files, tmp_path)
        return steps(lambda: _tried(lambda: reconcile([one, other])))

    assert grows_in_step(of, 160)


def _tried(work: Callable[[], object]) -> None:
    # What cannot be brought together is found with as few steps.
    with suppress(InputError):
        work()


def test_evidence_that_says_less_than_other_evidence_is_found_without_holding_each_against_each() -> None:
    def of(number: int) -> int:
        (file,) = large.evidence_of_one_answer(number).values()
        answer = next(iter(_profile_of(file).answers.values()))
        more = answer.model_copy(
            update={"evidence": tuple(e.model_copy(update={"note": "n"}) for e in answer.evidence[::2])}
        )
        made = merged_answer([("a", answer), ("b", more)]).answer
        assert len(made.evidence) == number
        assert sum(piece.note == "n" for piece in made.evidence) == number // 2
        return steps(lambda: merged_answer([("a", answer), ("b", more)]))

    of(10)
    assert of(400) <= LINEAR * of(200)


def _profile_of(text: str) -> Profile:
    from npm_readiness.loading.profiles import examine_profile
    from npm_readiness.reading.files import parse_document

    profile, _ = examine_profile(parse_document(text), default_catalogue())
    assert profile is not None
    return profile


@pytest.mark.parametrize(
    "make",
    [
        large_plans.submissions,
        large_plans.disputed_submissions,
        large_plans.sources_in_a_form,
        large_plans.alike_sources_in_a_form,
    ],
)
@pytest.mark.parametrize("keep", [False, True])
def test_gathering(make: Callable[[int], Files], keep: bool, tmp_path: Path) -> None:
    def of(number: int) -> int:
        profile, form = written(make(number), tmp_path)
        return steps(lambda: _tried(lambda: gather([form], profile, keep_disputes=keep)))

    assert grows_in_step(of, 160)


@pytest.mark.parametrize("make", [large_plans.bill_evidence, large_plans.bill_on_one_place])
def test_a_bill(make: Callable[[int], Files], tmp_path: Path) -> None:
    def of(number: int) -> int:
        (profile,) = profiles(make(number), tmp_path)
        return steps(lambda: compare_bill(profile, "draft"))

    assert grows_in_step(of, 400)


@pytest.mark.parametrize("make", [large.recommendations, large.bodies, large.evidence_of_one_answer])
def test_a_roadmap(make: Callable[[int], Files], tmp_path: Path) -> None:
    def of(number: int) -> int:
        (profile,) = profiles(make(number), tmp_path)
        return steps(lambda: plan(profile))

    assert grows_in_step(of, 160)


def test_the_smallest_set_of_pairs_that_share_questions_in_a_row() -> None:
    """It is found all the same, and proven: a row is cut in its middle, and falls apart."""

    def of(number: int) -> int:
        needs = [Need(f"c{i}", tuple(sorted((f"q{i}", f"q{i + 1}"))), one=True) for i in range(number)]
        found: list[Smallest] = []
        counted = steps(lambda: found.append(smallest_set(needs, {}, {})))
        assert (len(found[0].questions), found[0].proven) == (number // 2, True)
        return counted

    # As the number times its logarithm: a little more than in step.
    assert of(400) <= 2.8 * of(200)


def test_the_kinds_of_very_many_bodies(tmp_path: Path) -> None:
    def of(number: int) -> int:
        (profile,) = profiles(large.bodies(number), tmp_path)
        return steps(lambda: situation_of(profile, default_catalogue().instruments, profile.assessed_on))

    assert grows_in_step(of, 200)


def test_more_options_than_can_be_held_side_by_side_are_named(tmp_path: Path) -> None:
    (few,) = profiles(large.candidates(3), tmp_path)
    assert len(compare_models(few).models) == 10
    (many,) = profiles(large.candidates(100), tmp_path)
    with pytest.raises(InputError) as caught:
        compare_models(many)
    assert [problem.code for problem in caught.value.problems] == ["models-too-many"]


def test_more_packages_than_can_be_told_apart_are_named(tmp_path: Path) -> None:
    checklist, file = written(large.alternating_chain(400), tmp_path)
    catalogue = load_catalogue(checklist)
    profile = load_profile(file, catalogue)
    with pytest.raises(InputError) as caught:
        plan(profile, catalogue)
    assert [problem.code for problem in caught.value.problems] == ["packages-too-many"]
