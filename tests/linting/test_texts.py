"""Words, sentences, readability, and phrases that stand as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.linting.texts import phrases_in, readability, sentences, words


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one_word() -> None:
    assert words("The by-laws, the mechanism's own: art. 18(1).") == [
        "The",
        "by-laws",
        "the",
        "mechanism's",
        "own",
        "art",
        "18",
        "1",
    ]


def test_a_colon_ends_a_sentence_and_a_decimal_point_does_not() -> None:
    assert sentences("One thing: a list of 1.5 pages. Another?") == ["One thing:", "a list of 1.5 pages.", "Another?"]


def test_readability_is_words_per_sentence_plus_the_share_of_long_words() -> None:
    assert readability("The law is here. It binds.") == pytest.approx(6 / 2 + 0)
    assert readability("Parliament decides.") == pytest.approx(2 / 1 + 100 * 2 / 2)
    assert readability("…") == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Is there an NPM?", ["NPM"]),
        ("Is there an npm?", ["NPM"]),
        ("Are there NPMs?", []),
        ("An NPM-like body", []),
        ("an Ombudsman institution", []),
        ("an Ombudsman", ["Ombudsman"]),
        ("an  Ombudsman\n institution and an Ombudsman", ["Ombudsman"]),
    ],
)
def test_phrases_are_found_as_whole_words_outside_of_those_that_are_kept(text: str, found: list[str]) -> None:
    assert list(phrases_in(text, ["NPM", "Ombudsman"], kept=["Ombudsman institution"])) == found


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    assert readability(text) >= 0
    assert all(sentences(text))
    assert set(phrases_in(text, ["a", "law"], kept=["the law"])) <= {"a", "law"}
