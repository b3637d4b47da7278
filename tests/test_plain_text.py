"""Texts of strangers: on one line, with nothing in them that steers a terminal, and still told from one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.plain_text import REPLACEMENT, one_line, printable


@given(st.text())
def test_a_line_is_one_line_without_controls(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([line], [])
    assert not any(sign in line for sign in "\x1b\x07\u202e\u2066")
    assert one_line(line) == line


@given(st.text(st.characters(exclude_categories=("C", "Z", "Mn", "Me"))))
def test_an_ordinary_word_stays_as_it_is(text: str) -> None:
    assert one_line(text) == text


@pytest.mark.parametrize("text", ["Việt Nam", "Z\u0351\u036b\u0343", "عَرَبِيٌّ", "ที่นี่", "e\u0301" * 100])
def test_the_marks_of_languages_stay(text: str) -> None:
    assert one_line(text) == text


def test_marks_upon_marks_are_cut() -> None:
    assert one_line("a" + "\u0301" * 9_900 + "b") == "a" + "\u0301" * 8 + REPLACEMENT + "b"


@given(st.text())
def test_what_is_printed_can_be_printed(text: str) -> None:
    assert printable(text).isprintable()
    assert printable(text) == text or not text.isprintable()


def test_names_are_still_told_apart() -> None:
    assert printable("a\x1b[2J\u202e\udcff\n") == "a\\x1b[2J\\u202e\\udcff\\n"
    assert printable("a\nb", kept="\n") == "a\nb"
