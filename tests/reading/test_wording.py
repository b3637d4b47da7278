"""How words of a file are shown in a sentence, and which word was meant."""

from __future__ import annotations

import pytest

from npm_readiness.reading.wording import LONGEST, did_you_mean, joined, shown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("desgnated", "designated"),
        ("Legal Basis", "legal_basis"),
        ("legal-basis", "legal_basis"),
        ("colour", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_named_if_one_is_near(word: str, meant: str | None) -> None:
    found = did_you_mean(word, ["designated", "legal_basis", "role"])
    assert found == (None if meant is None else f"did you mean {meant}?")


def test_long_words_are_told_apart_by_their_ends() -> None:
    beginning = "the-mechanism-visits-every-place-of-detention-"
    allowed = [f"{beginning}in-practice", f"{beginning}by-law"]
    assert did_you_mean(f"{beginning}by-laws", allowed) == f"did you mean {beginning}by-law?"


def test_what_is_shown_is_as_long_as_a_line_has_room_for() -> None:
    assert shown("a" * LONGEST) == "a" * LONGEST
    assert len(shown("a" * (LONGEST + 1))) == LONGEST


def test_words_are_joined_as_in_a_sentence() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a or b"
    assert joined(["a", "b", "c"], "and") == "a, b and c"
