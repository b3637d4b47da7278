"""Plain scalars follow the core schema of YAML 1.2; everything that it does not name is a text."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from npm_readiness.reading.limits import MAX_NUMBER_LENGTH
from npm_readiness.reading.scalars import NumberRefusedError, Scalar, read_plain

from .strategies import relaxed, typed


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_only_true_and_false_are_booleans(text: str, value: bool) -> None:
    assert read_plain(text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-7", -7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0xff", 255),
        ("1.0", 1.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5e1", -5.0),
        ("1e3", 1000.0),
        ("+1.5E-2", 0.015),
        ("00.5", 0.5),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert typed(read_plain(text)) == typed(value)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "on",
        "off",
        "NO",
        "No",
        "y",
        "n",
        "nUll",
        "tRUE",
        ".inf",
        "-.INF",
        ".nan",
        ".NaN",
        "2023-12-14",
        "1_000",
        "1:30",
        "0b1",
        "0o8",
        "0xG",
        "-0x1F",
        "+0o7",
        "1e",
        "e3",
        ".",
        "+",
        "-",
        "1.2.3",
        "1,5",
        "٣",
        "०",
        "<<",
        "=",
    ],
)
def test_everything_else_is_a_text(text: str) -> None:
    """Among them what YAML 1.1 took for booleans, dates, base 60 and base 2; and digits outside ASCII."""
    assert read_plain(text) == text


@pytest.mark.parametrize("text", ["9" * (MAX_NUMBER_LENGTH + 1), "0x" + "f" * MAX_NUMBER_LENGTH, "1e400", "-1e999"])
def test_numbers_too_long_or_too_large_are_refused(text: str) -> None:
    with pytest.raises(NumberRefusedError):
        read_plain(text)


def test_the_longest_number() -> None:
    assert read_plain("9" * MAX_NUMBER_LENGTH) == 10**MAX_NUMBER_LENGTH - 1


@relaxed
@given(st.integers(-(10**38), 10**38) | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_as_python_writes_them_come_back(number: float) -> None:
    read = read_plain(str(number))
    assert typed(read) == typed(number)
    assert isinstance(read, int | float)


@relaxed
@given(st.text("0123456789+-._eExXoOabfn~", max_size=8))
@example("1E400")
def test_a_scalar_is_never_infinite_and_a_text_is_kept_as_it_is(text: str) -> None:
    """A number that is too large to be held is refused."""
    try:
        value: Scalar = read_plain(text)
    except NumberRefusedError:
        assert math.isinf(float(text))
        return
    assert value == text if isinstance(value, str) else not (isinstance(value, float) and not math.isfinite(value))
