"""Whatever a file holds, reading it gives a document or an ``InputError``, soon, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yaml.events import Event

from npm_readiness.problems import InputError, Problem
from npm_readiness.reading import files
from npm_readiness.reading.events import parse_events
from npm_readiness.reading.files import examine_document, parse_document
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


def _blocks(depth: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(depth))


UNITS = ["[", "{a: ", "- ", "? ", "[[a,", "[{a: ", "[\n"]
NESTED = {repr(unit): unit * (100_000 // len(unit)) for unit in UNITS}
NESTED["between the limit of libyaml and how far it reads ahead"] = "[" * 1001
NESTED["blocks"] = _blocks(1500)
NESTED["brackets in a block"] = _blocks(30) + " " * 30 + "[" * 2000


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("name", NESTED)
def test_nesting_is_stopped_at_once(name: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that calls itself for each level would overflow the stack and end the process.

    For each level there is one event of its beginning, one at most of a key, and one of an item beside it, and nothing after
    the one that is too deep.
    """
    asked = _count_events(monkeypatch)
    assert _code_of(NESTED[name], pure) == "yaml-too-deep"
    assert asked() <= 3 * MAX_DEPTH + 5


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        (NESTED["'['"], "f:1:33"),
        (NESTED["'{a: '"], "f:1:129"),
        (NESTED["'- '"], "f:1:65"),
        (NESTED["blocks"], "f:33:33"),
        (NESTED["brackets in a block"], "f:31:33"),
        ("a: 1\na: " + "[" * 1001, "f:2:35"),
    ],
)
def test_nesting_is_refused_where_it_becomes_too_deep(text: str, place: str, pure: bool) -> None:
    """Whatever the parser does first: libyaml has a limit of its own since 0.2.6, and meets it before it gives any event."""
    with pytest.raises(InputError) as caught:
        parse_document(text, "f", pure=pure)
    assert [str(problem.place) for problem in caught.value.problems if problem.code == "yaml-too-deep"] == [place]


@pytest.mark.parametrize("pure", [False, True])
def test_a_mistake_before_the_nesting_is_named_at_its_place(pure: bool) -> None:
    """The brackets are never reached, though the parser in C meets its limit on depth before it looks at the mistake."""
    with pytest.raises(InputError) as caught:
        parse_document("[a " + "[" * 1100, "f", pure=pure)
    assert [(str(problem.place), problem.code) for problem in caught.value.problems] == [("f:1:4", "yaml-syntax")]


def _count_events(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Count the events that are asked of the parser; the function that is returned says how many there were."""
    numbers = count()

    def counted(text: str, *, pure: bool) -> Iterator[Event]:
        for event in parse_events(text, pure=pure):
            next(numbers)
            yield event

    monkeypatch.setattr(files, "parse_events", counted)
    return lambda: next(numbers)


LARGE = [
    ("%\n", "yaml-directive"),
    ("\0", "yaml-character"),
    ("*a : *a\n", "yaml-anchor"),
    ('"', "yaml-syntax"),
    (": ", "yaml-syntax"),
    ("\t", "yaml-syntax"),
    ("!", "yaml-tag"),
    ("- a\n", ""),
    ("- 'a' # b\n", ""),
    ("- |\n  a\n", ""),
    ("- b #a\n", "yaml-lost-text"),
    ("#\n", "yaml-empty"),
    ("[]\n", "yaml-syntax"),
    ("a\n", ""),
    ("- [a, {b: c}]\n", ""),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("unit", "code"), LARGE)
def test_twice_as_large_a_file_takes_twice_as_many_steps(unit: str, code: str, pure: bool) -> None:
    """Steps are calls, of Python and of C. Work that grows with the square of the size would take four times as many."""
    once, twice = (_steps(unit * (size // len(unit)), code, pure) for size in (20_000, 40_000))
    assert twice <= 2.2 * once + 200


@pytest.mark.parametrize(("unit", "code"), LARGE)
def test_large_files_are_read_or_refused(unit: str, code: str) -> None:
    assert _code_of(unit * (MAX_BYTES // 20 // len(unit)), pure=False) == code


def _steps(text: str, code: str, pure: bool) -> int:
    numbers = count()
    before = sys.getprofile()
    sys.setprofile(lambda _frame, event, _argument: next(numbers) if event in ("call", "c_call") else None)
    try:
        found = _code_of(text, pure)
    finally:
        sys.setprofile(before)
    assert found == code
    return next(numbers)


def _code_of(text: str, pure: bool) -> str:
    """The code of the first problem of a text; an empty one where there is none."""
    _, problems = examine_document(text, pure=pure)
    return problems[0].code if problems else ""


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
