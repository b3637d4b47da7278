"""Text behind a ``#`` is a comment only where it looks like one: with a line of its own, or a space after the ``#``."""

from __future__ import annotations

import re

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from npm_readiness.problems import InputError
from npm_readiness.reading.files import examine_document, parse_document

from .strategies import relaxed, typed

ADVICE = "(put quotes around the whole value; if a comment is meant, put a space after the #)"

LOST: dict[str, list[tuple[str, str]]] = {
    # --- plain values ---
    "comment: see Head #3, 12 months\n": [("1:19", "#3, 12 months")],
    "title: Order #27 of the Minister": [("1:14", "#27 of the Minister")],
    "title: Order\t#27  \r\n": [("1:14", "#27")],
    "title: Order of the\n  Minister #27\nb: 1": [("2:12", "#27")],
    "title: Order #27 of the\n  Minister\nb: 1\n": [("1:14", "#27 of the")],
    "a: b ##c": [("1:6", "##c")],
    "a: b #\u00a0c": [("1:6", "#\\u00a0c")],
    "- Order #27\n- Decree #4\n": [("1:9", "#27"), ("2:10", "#4")],
    # --- no value before it ---
    "comment: #3 of the list": [("1:10", "#3 of the list")],
    "comment:  #3 of the list\nb: 1": [("1:11", "#3 of the list")],
    "answers: #all\n  b: 1\n": [("1:10", "#all")],
    "- #3\n- b": [("1:3", "#3")],
    "--- #3\na: b": [("1:5", "#3")],
    # --- quoted values and blocks of text ---
    "title: 'Order' #27": [("1:16", "#27")],
    'title: "Order #1"\t#27': [("1:19", "#27")],
    "title: | #27\n  Order #1\n": [("1:10", "#27")],
    "title: >-2 \t#27\n  Order #1\n": [("1:13", "#27")],
    # --- within and behind brackets ---
    "a: [Order #27,\n  b]\n": [("1:11", "#27,")],
    "a: [b, #c\n  d]": [("1:8", "#c")],
    "a: [ #c\n  d]": [("1:6", "#c")],
    "a: {b: c} #d": [("1:11", "#d")],
    "a: {b: c #d\n  }": [("1:10", "#d")],
    "a: {title: Order #27 of}\nb: 1\n": [("1:18", "#27 of}")],
    "a: [b, Order #27]": [("1:14", "#27]")],
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", LOST, ids=repr)
def test_lost_text_is_a_problem_at_its_sign(text: str, pure: bool) -> None:
    """Alone: a value or a bracket that is broken because of it is no second problem."""
    with pytest.raises(InputError) as caught:
        parse_document(text, "f", pure=pure)
    assert [str(problem) for problem in caught.value.problems] == [
        f'f:{place}: the text "{lost}" is lost, because # begins a comment here {ADVICE}' for place, lost in LOST[text]
    ]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c\n", {"a": "b"}),
        ("a: b #\tc\n", {"a": "b"}),
        ("a: b #\nd: e #", {"a": "b", "d": "e"}),
        ("a: b #\r\nd: e ### f\r\n", {"a": "b", "d": "e"}),
        ("a: # c\n", {"a": None}),
        ("a: #\n  - b\n", {"a": ["b"]}),
        ("#c\na:\n  #d\n  b: 1\n  #e\n#f", {"a": {"b": 1}}),
        ("a: [b, # c\n  #d\n  e]\n", {"a": ["b", "e"]}),
        ("#!shebang\n#c: d\na: b", {"a": "b"}),
        ("a: b\r#c\rd: e\r", {"a": "b", "d": "e"}),
        ("a: b#c\nd: https://x.org/#e", {"a": "b#c", "d": "https://x.org/#e"}),
        ("a: 'b #27'\nc: \"d #28\"", {"a": "b #27", "c": "d #28"}),
        ("a: 'b\n  #27 c'", {"a": "b #27 c"}),
        ("a: |\n  b #27\n  #28\n#c\nd: > # e\n  f #29\n", {"a": "b #27\n#28\n", "d": "f #29\n"}),
        ("'a #1': b", {"a #1": "b"}),
    ],
)
def test_what_is_no_lost_text(text: str, expected: object, pure: bool) -> None:
    assert typed(parse_document(text, pure=pure).data) == typed(expected)


def test_it_comes_with_the_other_problems_and_silences_those_of_its_own_value() -> None:
    """The value is not known; what stands under a key is."""
    document, problems = examine_document("a: 1 #b\na: 2\nc: #d\n  e: 1\nf: #g\nh: !x 1\n", "f")
    assert [(problem.code, problem.line, problem.path) for problem in problems] == [
        ("yaml-lost-text", 1, ("a",)),
        ("yaml-duplicate-key", 2, ("a",)),
        ("yaml-lost-text", 3, ("c",)),
        ("yaml-lost-text", 5, ("f",)),
        ("yaml-tag", 6, ("h",)),
    ]
    assert document is not None
    assert document.troubled == {("a",), ("f",), ("h",)}


def test_it_is_no_reason_to_keep_silent_about_what_else_stops_the_reading() -> None:
    for text, codes in {
        "a: b #c\nd: &\n": ["yaml-lost-text", "yaml-anchor"],
        "a: b #c\nd: e\nf: [\n": ["yaml-lost-text", "yaml-syntax"],
    }.items():
        assert [problem.code for problem in examine_document(text)[1]] == codes


WORD = "W"
PIECES = [
    "W: ", "W: W", "- ", "- W", "\n", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", " ", "W", "W W", "'W'", '"W"', "'W #W'",
    " #W", "#W", "#", " # W", " # ", " ##W", ": ", "|\n  W", ">-\n    W", "| ", "> #W", "W#W", "\t", "\r\n", "\u00a0", "? ", "---",
]  # fmt: skip


def _numbered(text: str) -> str:
    """The text with a word of its own in each place that asks for one."""
    parts = text.split(WORD)
    return "".join(f"{part}w{number}w" for number, part in enumerate(parts[:-1])) + parts[-1]


lines = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "  ", "    "]),
        st.sampled_from(["W: ", "W:", "- ", "- W: ", "", "'W': "]),
        st.sampled_from(["", "W", "W W", "'W'", '"W #W"', "[W, W]", "{W: W}", "|", ">-", "[W,", "W]", "'W", "W'"]),
        st.sampled_from(["", "", " #W", "#W", " # W", " #", " #W W", "\t#W", " ##W", " # W #W"]),
    ),
)
texts = st.lists(lines, max_size=5).map("\n".join) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(relaxed, max_examples=1000)
@given(texts.map(_numbered), st.booleans())
def test_every_word_of_a_file_that_is_read_is_in_its_data(text: str, pure: bool) -> None:
    """Save those behind a # with a blank after it, and those of a line that begins with #."""
    document, problems = examine_document(text, pure=pure)
    if document is None or problems:
        return
    kept = [
        re.sub(r"#+([ \t].*|$)", "", line) for line in re.split(r"\r\n|\r|\n", text) if line.lstrip(" \t")[:1] != "#"
    ]
    expected = set(re.findall(r"w\d+w", "\n".join(kept)))
    event(f"words: {min(len(expected), 3)}")
    assert expected <= set(re.findall(r"w\d+w", typed(document.data)))
