"""Finding by word: whole words and beginnings, all of them, the best first; and advice where nothing is found."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, find
from npm_readiness.browsing.finding import Found, found_as_json, found_as_text, words_of
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.catalogue import Catalogue
from tests.making import catalogue, criterion, question


def asked(name: str, text: str, **keys: object) -> dict[str, object]:
    return question(name, text=text, **keys)


@pytest.fixture(scope="module")
def made() -> Catalogue:
    return catalogue(
        criterion(
            "plan",
            asked("every-place", "Does the mechanism visit every place?"),
            asked(
                "by-night",
                "Were there visits by night?",
                may_not_apply="No place is open by night, so no visit can be.",
            ),
            title="Visits to every place",
            requirement="The budget covers travel.",
            action="Plan visits, visit by visit.",
            dimension="mandate",
        ),
        criterion(
            "money",
            asked("line", "Is there a budget line?"),
            asked("release", "Was all money of the Budget released?"),
            asked("depute", "Is the Député’s café visitable?"),
            title="Money of its own",
            cites=["opcat-18"],
            dimension="resources",
        ),
    )


def ids(made: Catalogue, *words: str, limit: int | None = None) -> list[str]:
    return [entry.id for entry in find(made, words, limit=limit)]


# --- What is found --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["budget"], {"line", "release", "plan"}),
        (["BUDGET"], {"line", "release", "plan"}),
        (["budg"], {"line", "release", "plan"}),
        (["udget"], set()),
        (["budget", "line"], {"line"}),
        (["budget line"], {"line"}),
        (["line", "budget"], {"line"}),
        (["budget", "line", "place"], set()),
        (["visit"], {"every-place", "by-night", "plan", "depute"}),
        (["visits"], {"by-night", "plan"}),
        (["deputes"], set()),
        (["depute"], {"depute"}),
        (["DÉPUTÉ"], {"depute"}),
        (["cafe\u0301"], {"depute"}),
        (["every-place"], {"every-place", "plan"}),
        (["by-night"], {"by-night"}),
    ],
)
def test_all_words_must_stand_there_whole_or_as_beginnings_whatever_capitals_and_accents(
    made: Catalogue, words: list[str], expected: set[str]
) -> None:
    assert set(ids(made, *words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["opcat", "18"], ["opcat-18"]),
        (["opcat", "8"], []),
        (["guidelines", "7"], ["guidelines-7"]),
        (["uncat"], ["uncat-11"]),
    ],
)
def test_a_provision_is_found_by_its_instrument_and_its_number_and_a_number_only_as_a_whole(
    made: Catalogue, words: list[str], expected: list[str]
) -> None:
    assert ids(made, *words) == expected


@pytest.mark.parametrize("written", ["article 18", "Article 18(1)", "art. 18", "art 18 OPCAT"])
def test_an_article_is_found_however_it_is_written(shipped: Catalogue, written: str) -> None:
    assert "opcat-18-1" in ids(shipped, *written.split())


def test_what_lawyers_look_for_in_our_catalogue_is_found(shipped: Catalogue) -> None:
    for words in ("budget", "obstruct", "unannounced visit", "private interview", "reprisals", "term of office"):
        assert {entry.kind for entry in find(shipped, words.split())} >= {"question", "criterion"}, words


# --- In which order -------------------------------------------------------------------------------------------------------


def test_questions_come_first_then_criteria_then_provisions(shipped: Catalogue) -> None:
    kinds = [entry.kind for entry in find(shipped, ["budget"])]
    assert list(dict.fromkeys(kinds)) == ["question", "criterion", "provision"]
    assert kinds == sorted(kinds, key=["question", "criterion", "provision"].index)


def ranked(*texts: tuple[str, str]) -> list[str]:
    """Questions of these texts and what counts as no, in the order in which the word ``visit`` finds them."""
    questions = [
        asked(f"q{number}", text, rubric={"yes": "It is.", "partial": "In part.", "no": no})
        for number, (text, no) in enumerate(texts)
    ]
    made = catalogue(criterion("c", *questions))
    return [entry.text for entry in find(made, ["visit"]) if entry.kind == "question"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # A whole word before a beginning, even where the beginning stands in the text.
        (("Is it so?", "No visit."), ("Are there visits, visitors, visiting hours?", "None.")),
        # In the text before in what explains it.
        (("Was there a visit?", "None."), ("Is it so?", "No visit, not one visit.")),
        # More often before less often.
        (("Is a visit a visit?", "None."), ("Was there a visit?", "None.")),
    ],
)
def test_what_says_it_in_so_many_words_comes_first(better: tuple[str, str], worse: tuple[str, str]) -> None:
    assert ranked(better, worse) == ranked(worse, better) == [better[0], worse[0]]


def test_what_says_it_equally_stands_in_the_order_of_the_catalogue() -> None:
    first, second = ("Was there a visit?", "None."), ("Was there one visit?", "None.")
    assert ranked(first, second) == [first[0], second[0]]
    assert ranked(second, first) == [second[0], first[0]]


def test_so_many_of_each_kind_as_are_wanted_and_the_best_of_them(shipped: Catalogue) -> None:
    everything, few = find(shipped, ["visit"]), find(shipped, ["visit"], limit=2)
    of_kind = [[entry for entry in everything if entry.kind == kind] for kind in ("question", "criterion", "provision")]
    assert list(few) == [entry for entries in of_kind for entry in entries[:2]]


# --- What must always hold ------------------------------------------------------------------------------------------------

TEXTS = {
    **{
        name: [name, one.text, one.rubric.yes, one.rubric.partial, one.rubric.no, one.may_not_apply or ""]
        for name, one in default_catalogue().questions.items()
    },
}


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_a_question_is_found_by_any_of_its_words_or_their_beginnings_and_nothing_without_them(
    data: st.DataObject,
) -> None:
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    of_it = sorted({word for text in TEXTS[name] for word in words_of(text)})
    words = data.draw(st.lists(st.sampled_from(of_it), min_size=1, max_size=4))
    cut = [word if word.isdecimal() else word[: data.draw(st.integers(1, len(word)))] for word in words]
    found = [entry.id for entry in find(default_catalogue(), cut) if entry.kind == "question"]
    assert name in found
    for other in found:
        have = {word for text in TEXTS[other] for word in words_of(text)}
        assert all(any(word.startswith(wanted) for word in have) for wanted in cut)


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=40))
def test_whatever_is_looked_for_there_is_an_answer_of_80_columns(text: str) -> None:
    try:
        answer = found_as_text(default_catalogue(), [text], limit=3)
    except InputError as error:
        assert error.problems  # noqa: PT017  (both outcomes are right)
        return
    assert answer.endswith("\n")
    assert max(len(line) for line in answer.splitlines()) <= 80
    assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in answer.replace("\n", ""))


# --- How it is shown ------------------------------------------------------------------------------------------------------


def test_it_is_shown_by_kind_with_where_it_stands_and_how_much_there_is(made: Catalogue) -> None:
    assert found_as_text(made, ["visit"], limit=1) == (
        "Questions: the first 1 of 3\n"
        "\n"
        "  by-night (opcat, Mandate, asked by plan)\n"
        "    Were there visits by night?\n"
        "\n"
        "Criteria: 1\n"
        "\n"
        "  plan (opcat, Mandate)\n"
        "    Visits to every place\n"
        "\n"
        "One of them in full: npm-readiness show ID\n"
        "More of them: add a word, or --limit 1000\n"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["budgte"],
            "Nothing has this word.\n\n  budgte: nowhere; did you mean budget?\n\nTry: npm-readiness find budget\n",
        ),
        (
            ["night", "moneys"],
            (
                "Nothing has all of these words.\n\n  night: in 1 entry\n  moneys: nowhere; did you mean money?\n\n"
                "Try: npm-readiness find night money\n"
            ),
        ),
        (
            ["night", "qqqq"],
            (
                "Nothing has all of these words.\n\n  night: in 1 entry\n  qqqq: nowhere\n\n"
                "Try: npm-readiness find night\n"
            ),
        ),
        (
            ["night", "money"],
            (
                "Nothing has all of these words.\n\n  night: in 1 entry\n  money: in 2 entries\n\n"
                "Leave a word out, or write only its beginning: visit finds visits and visited.\n"
            ),
        ),
        (
            ["qqqq"],
            (
                "Nothing has this word.\n\n  qqqq: nowhere\n\n"
                "Leave a word out, or write only its beginning: visit finds visits and visited.\n"
            ),
        ),
    ],
)
def test_where_nothing_is_found_it_says_which_word_is_missing_and_what_to_try(
    made: Catalogue, words: list[str], expected: str
) -> None:
    assert found_as_text(made, words) == expected


def test_as_json_it_is_what_was_found(made: Catalogue) -> None:
    found = find(made, ["line"])
    assert found == (Found("question", "line", "opcat, Resources, asked by money", "Is there a budget line?"),)
    assert json.loads(found_as_json(found)) == [
        {
            "kind": "question",
            "id": "line",
            "where": "opcat, Resources, asked by money",
            "text": "Is there a budget line?",
        }
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([], "find: there is no word to look for (write one or several: npm-readiness find budget)"),
        (["-", "…"], "find: there is no word to look for (write one or several: npm-readiness find budget)"),
        ([f"w{number}" for number in range(21)], "find: there are 21 words to look for (at most 20)"),
    ],
)
def test_without_a_word_or_with_too_many_nothing_is_looked_for(
    made: Catalogue, words: Sequence[str], problem: str
) -> None:
    with pytest.raises(InputError) as caught:
        find(made, words)
    assert str(caught.value) == problem
