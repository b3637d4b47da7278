"""An assessment is read back only whole: figures that agree, and every id that is named is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import Assessment, InputError, assess, load_profile

STORED = assess(load_profile(Path(__file__).parents[2] / "examples" / "turkmenistan.yaml")).to_json()


def changed(*path: str | int, to: object) -> str:
    data: Any = json.loads(STORED)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return json.dumps(data)


def test_what_was_written_is_read_back_the_same() -> None:
    assert Assessment.from_json(STORED).to_json() == STORED


@pytest.mark.parametrize(
    "path",
    [
        ("stages", 1, "blockers"),
        ("stages", 1, "open"),
        ("stages", 1, "undecided_by"),
        ("criteria", 0, "provisions"),
        ("gaps", 0, "provisions"),
        ("dimensions", 0, "criteria"),
    ],
)
def test_an_id_that_is_not_there_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(InputError, match="it names nope, which is not in it"):
        Assessment.from_json(changed(*path, to=["nope"]))


@pytest.mark.parametrize("part", ["criteria", "provisions", "instruments", "dimensions", "gaps"])
def test_a_part_that_is_missing_is_refused(part: str) -> None:
    with pytest.raises(InputError, match="which is not in it"):
        Assessment.from_json(changed(part, to=[]))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "99"),
        (("score", "lower"), 0.9),
        (("score", "exact"), ["1/0", "1/1"]),
        (("criteria", 0, "lost"), {"sure": float("nan"), "open": 0}),
        (("criteria", 0, "lost"), {"sure": -7, "open": 0}),
        (("country",), "Turkmenistan"),
        (("no-such-key",), 1),
    ],
)
def test_a_value_that_cannot_be_is_refused(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(InputError):
        Assessment.from_json(changed(*path, to=value))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"a": 1}'])
def test_what_is_no_assessment_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="this is not an assessment"):
        Assessment.from_json(text)


STANDARDS = assess(
    load_profile(Path(__file__).parents[2] / "examples" / "turkmenistan.yaml"), checklists=["opcat", "women"]
).to_json()


def spoilt(spoil: Callable[[Any], object]) -> str:
    data: Any = json.loads(STANDARDS)
    spoil(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["criteria"][0].update(checklist="nope"),
        lambda data: data["checklists"].clear(),
        lambda data: data["situation"]["treaties"].pop(),
        lambda data: data["checklists"][0].update(id="renamed"),
        lambda data: data["checklists"].append(data["checklists"][0]),
        lambda data: data["standards"][0].update(checklist="nope"),
        lambda data: data["standards"][0].update(checklist="opcat"),
        lambda data: data["standards"].clear(),
        lambda data: data["dimensions"][0]["criteria"].pop(),
        lambda data: data["dimensions"][0]["criteria"].append(data["dimensions"][1]["criteria"][0]),
        lambda data: data["standards"][0]["dimensions"][0]["criteria"].pop(),
        lambda data: data["criteria"].append(data["criteria"][0]),
        lambda data: data["gaps"].append(data["gaps"][0]),
        lambda data: data["roadmap"].append(data["roadmap"][0]),
        lambda data: data["criteria"][0].update(status="not_applicable"),
        lambda data: data["criteria"][0].update(score=None),
        lambda data: data["criteria"][0].update(finding="nope"),
    ],
)
def test_what_cannot_be_drawn_is_refused(spoil: Callable[[Any], object]) -> None:
    assert Assessment.from_json(STANDARDS)
    with pytest.raises(InputError, match="this is not an assessment"):
        Assessment.from_json(spoilt(spoil))


def test_the_reason_is_short_and_can_be_printed() -> None:
    with pytest.raises(InputError) as caught:
        Assessment.from_json(spoilt(lambda data: data["criteria"][0].update(checklist="\x1b[2J\u202e" + "x" * 500_000)))
    assert len(str(caught.value.problems[0])) < 1_000
    assert str(caught.value.problems[0]).isprintable()
