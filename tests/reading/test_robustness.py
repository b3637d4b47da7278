"""Whatever a file holds, reading it gives a document or an ``InputError``, soon, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from npm_readiness.problems import InputError, Problem
from npm_readiness.reading.files import parse_document
from npm_readiness.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_VALUES

from .strategies import nearly_yaml, relaxed

VALID = """\
country: TKM
assessed_on: 2023-12-14
npm: {model: undecided, candidates: [nhri, "nhri_plus"]}
answers:
  some-question:
    answer: partial
    evidence:
      - {source: a-law, pinpoint: 'art. 5'}
    comment: >-
      Several lines
      of text.
"""
SECONDS = 30.0
"""Far more than is needed, so that a slow machine does not fail; quadratic work would still be noticed."""


def _read(source: str | bytes, pure: bool) -> None:
    problems: tuple[Problem, ...] | None = None
    try:
        parse_document(source, pure=pure)
    except InputError as error:
        problems = error.problems
    assert problems is None or problems
    for problem in problems or ():
        assert str(problem).isprintable()


@relaxed
@given(st.text() | nearly_yaml, st.booleans())
@example("a: *\u2028", False)
@example("a: !b\u2028!c d", False)
@example("a: !%E2%80%AE b", True)
@example("a\u202e: 1\na\u202e: 2", False)
def test_any_text(text: str, pure: bool) -> None:
    _read(text, pure)


@relaxed
@given(st.binary(), st.booleans())
def test_any_bytes(source: bytes, pure: bool) -> None:
    _read(source, pure)


@relaxed
@given(
    st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), st.text(max_size=3)), min_size=1, max_size=4),
    st.booleans(),
)
def test_mutations_of_a_valid_file(changes: list[tuple[int, int, str]], pure: bool) -> None:
    text = VALID
    for start, length, put in changes:
        text = text[:start] + put + text[start + length :]
    _read(text, pure)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[[a,", "[{a: "])
def test_nesting_is_stopped_at_once(unit: str, pure: bool) -> None:
    """A parser that calls itself for each level would overflow the stack and end the process."""
    code = _code_of(unit * (100_000 // len(unit)), pure)
    assert code == "yaml-too-deep"


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("%\n", "yaml-directive"),
        ("\0", "yaml-character"),
        ("*a : *a\n", "yaml-anchor"),
        ('"', "yaml-syntax"),
        (": ", "yaml-syntax"),
        ("\t", "yaml-syntax"),
        ("!", "yaml-tag"),
    ],
)
def test_large_files_are_stopped_in_linear_time(unit: str, code: str) -> None:
    assert _code_of(unit * (MAX_BYTES // 10 // len(unit)), pure=False) == code


def _code_of(text: str, pure: bool) -> str:
    start = time.perf_counter()
    with pytest.raises(InputError) as caught:
        parse_document(text, pure=pure)
    assert time.perf_counter() - start < SECONDS
    return caught.value.problems[0].code


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    "nest", [lambda n: "[" * n + "]" * n, lambda n: "- " * n + "a", lambda n: "{a: " * n + "}" * n]
)
def test_the_depth_that_is_allowed(nest: Callable[[int], str], pure: bool) -> None:
    parse_document(nest(MAX_DEPTH), pure=pure)
    with pytest.raises(InputError):
        parse_document(nest(MAX_DEPTH + 1), pure=pure)


def test_the_number_of_values_that_is_allowed() -> None:
    """The list itself is one of them."""
    assert len(parse_document("- 1\n" * (MAX_VALUES - 1)).data) == MAX_VALUES - 1
    with pytest.raises(InputError):
        parse_document("- 1\n" * MAX_VALUES)
