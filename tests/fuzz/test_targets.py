"""What the fuzzer starts from, and what once escaped, goes through its target; the fuzzer itself is not needed for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness.reading.files import examine_document

from .differences import DIFFERENCES, Difference
from .targets import CORPUS, TARGETS, inputs_of

KEPT = [(name, path) for name in TARGETS for path in inputs_of(name)]


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}/{path.name}" for name, path in KEPT])
def test_every_input_that_is_kept_breaks_nothing(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


def test_each_target_has_inputs_and_all_inputs_together_are_small() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == set(TARGETS)
    assert sum(path.stat().st_size for _, path in KEPT) < 200_000


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.name)
def test_each_difference_of_the_parsers_has_an_example_that_both_refuse(difference: Difference) -> None:
    """And none stands in the table that is none any more."""
    assert difference.pattern.search(difference.example)
    in_c, pure = (examine_document(difference.example, pure=pure)[1] for pure in (False, True))
    assert in_c
    assert pure
    assert in_c != pure


@pytest.mark.parametrize("text", ["{? : b}", "[? ]", "[a,? :]", "{: b}", "{a: {? : b}}"])
@pytest.mark.parametrize("pure", [False, True])
def test_a_key_of_nothing_within_brackets_is_refused_by_both_parsers(text: str, pure: bool) -> None:
    assert examine_document(text, pure=pure)[1]


def test_the_advice_on_a_key_alone_shows_nothing_that_cannot_be_printed() -> None:
    problem = examine_document("{ro\x85le: candidate, designate}")[1][0]
    assert problem.code == "yaml-key-alone"
    assert str(problem).isprintable()
