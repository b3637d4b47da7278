"""What a document holds, and where each value stands: line and column from 1, in characters; lines end at LF."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given

from npm_readiness.problems import Path, Place
from npm_readiness.reading.files import parse_document

from .strategies import data, relaxed, typed, written

SAMPLE = """\
# a profile
country: NO
"assessed on": 2023-12-14
npm:
    model: undecided
    designated:
answers:
  - id: 😀 question
    answer: yes
    between: [partial,
      'yes', {a: 1, b: }]
  -
    comment: >-
      folded
      text
  - - deep
"""

PLACES: list[tuple[Path, object, tuple[int, int], tuple[int, int]]] = [
    # the path, the value, the place of the value, the place of its key
    ((), ..., (2, 1), (2, 1)),
    (("country",), "NO", (2, 10), (2, 1)),
    (("assessed on",), "2023-12-14", (3, 16), (3, 1)),
    (("npm",), ..., (5, 5), (4, 1)),
    (("npm", "model"), "undecided", (5, 12), (5, 5)),
    (("npm", "designated"), None, (6, 16), (6, 5)),
    (("answers",), ..., (8, 3), (7, 1)),
    (("answers", 0), ..., (8, 5), (8, 5)),
    (("answers", 0, "id"), "😀 question", (8, 9), (8, 5)),
    (("answers", 0, "between", 0), "partial", (10, 15), (10, 15)),
    (("answers", 0, "between", 1), "yes", (11, 7), (11, 7)),
    (("answers", 0, "between", 2, "a"), 1, (11, 18), (11, 15)),
    (("answers", 0, "between", 2, "b"), None, (11, 23), (11, 21)),
    (("answers", 1, "comment"), "folded text", (13, 14), (13, 5)),
    (("answers", 2, 0), "deep", (16, 7), (16, 7)),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("path", "value", "place", "key_place"), PLACES)
def test_places(path: Path, value: object, place: tuple[int, int], key_place: tuple[int, int], pure: bool) -> None:
    document = parse_document(SAMPLE, "f.yaml", pure=pure)
    if value is not ...:
        assert document.value(path) == value
    assert str(document.place(path)) == f"f.yaml:{place[0]}:{place[1]}"
    assert str(document.key_place(path)) == f"f.yaml:{key_place[0]}:{key_place[1]}"


def test_a_path_that_leads_nowhere_has_the_place_of_its_nearest_ancestor() -> None:
    document = parse_document(SAMPLE)
    for path in [("npm", "absent"), ("npm", "absent", 3, "x")]:
        assert document.place(path) == document.place(("npm",))
        assert document.key_place(path) == document.key_place(("npm",))
    assert document.place(("absent",)) == document.place(())


@pytest.mark.parametrize("path", [("absent",), ("country", 0), ("answers", 3), ("answers", -1), ("answers", "0")])
def test_a_value_that_is_not_there_is_a_key_error(path: Path) -> None:
    with pytest.raises(KeyError):
        parse_document(SAMPLE).value(path)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ("\ufeffa: 1\nb: 2\n", ("b",), 2, 4),
        ("\na: 1\n", ("a",), 2, 4),
        ("\n\n\na: 1\n", (), 4, 1),
        ("\ufeffa: 1\n", ("a",), 1, 4),
        ("a: 1\r\nb: 2\r\n", ("b",), 2, 4),
        ("a: 😀😀\nb: 😀 c\n", ("b",), 2, 4),
        ("{a: 😀, b: 2}", ("b",), 1, 11),
        ("a: x\x85y\nb: 2\n", ("b",), 2, 4),
        ("a: x\u2028y\nb: 2\n", ("b",), 2, 4),
        ("a: |\n  x\u2029y\n  z\nb: 2\n", ("b",), 4, 4),
        ("a:\t1\nb:\t\t2\t# c\n", ("b",), 2, 5),
        ("a: [1,\n\t2]\n", ("a", 1), 2, 2),
        ("a: 1\rb: 2\n", ("b",), 1, 9),
        ("? a\n: 1\n", ("a",), 2, 3),
        ("a:   # nothing\nb: 1\n", ("a",), 1, 3),
        ("? a\n? b\n", ("a",), 1, 4),
    ],
)
def test_places_in_odd_texts(text: str, path: Path, line: int, column: int, pure: bool) -> None:
    place = parse_document(text, pure=pure).place(path)
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\x85y\n", {"a": "x\x85y"}),
        ("a: x\u2028y\u2029\n", {"a": "x\u2028y\u2029"}),
        ("a: 'x\u2028y'\nb: \"x\\Ly\"", {"a": "x\u2028y", "b": "x\u2028y"}),
        ("a: |\n  x\x85y\n  z\n", {"a": "x\x85y\nz\n"}),
        ("x\u2028y: 1\n", {"x\u2028y": 1}),
        ("\ue000: \u2028", {"\ue000": "\u2028"}),
        ("a: b\tc\n", {"a": "b\tc"}),
        ("a: b\n \tc\n", {"a": "b c"}),
        ("a:\n  b: c\n   \td\n", {"a": {"b": "c d"}}),
        ("a: 'b\tc'\nd: |\n  e\tf\n", {"a": "b\tc", "d": "e\tf\n"}),
        ("a: >\n  b\n  c\r\n\r\n  d\n", {"a": "b c\nd\n"}),
        ("a: |+\n  b\n\nc: |-\n  d\n\n", {"a": "b\n\n", "c": "d"}),
        ("a: |2\n    b\n   c\n", {"a": "  b\n c\n"}),
        ("a: >1-\n  b\n", {"a": " b"}),
        ("a: |+1\n  b\n\n", {"a": " b\n\n"}),
        ("a: b\n  c\n\n  d\n", {"a": "b c\nd"}),
        ("{url: https://x.org/?a=b&c#d, 'k': [a?b]}", {"url": "https://x.org/?a=b&c#d", "k": ["a?b"]}),
        ('{"a":1}', {"a": 1}),
        (
            "yes: no\nnull: ~\n1: 0x1F\ntrue: 'true'\n? \n: e\n",
            {"yes": "no", "null": None, "1": 31, "true": "true", "": "e"},
        ),
        ("a: '1'\nb: \"null\"\nc: |-\n  2\nd: >-\n  true\n", {"a": "1", "b": "null", "c": "2", "d": "true"}),
        ("---\na: 1\n...\n", {"a": 1}),
        ("[a: b, c]", [{"a": "b"}, "c"]),
        ("a: {b: [{c: }]}", {"a": {"b": [{"c": None}]}}),
        ("word", "word"),
        ("null", None),
        ("<<: 1", {"<<": 1}),
    ],
)
def test_values(text: str, expected: object, pure: bool) -> None:
    assert typed(parse_document(text, pure=pure).data) == typed(expected)


def test_a_private_character_of_the_text_is_never_taken_for_a_line_break() -> None:
    """Stand-ins for U+0085 and its like are chosen among characters that the text does not hold."""
    text = "".join(f"{chr(code)}a: {chr(code)}\x85\n" for code in range(0xE000, 0xE010))
    assert parse_document(text).data == {f"{chr(c)}a": f"{chr(c)}\x85" for c in range(0xE000, 0xE010)}


def test_a_scalar_is_known_as_it_is_written_where_that_is_not_its_value() -> None:
    document = parse_document("a: 1.10\nb: text\nc:\nd: True\n")
    assert [document.written((key,)) for key in "abcd"] == ["1.10", None, "", "True"]


@relaxed
@given(data)
def test_what_is_written_is_read_back(value: object) -> None:
    assert typed(parse_document(written(value)).data) == typed(value)


@pytest.mark.parametrize("style", ["'", "|", ">"])
@relaxed
@given(value=data)
def test_what_is_written_in_other_styles_is_read_back(style: str, value: object) -> None:
    """PyYAML, made for YAML 1.1, takes U+0085 and its like for line breaks; its texts are compared without them."""
    plain = json.loads(re.sub(r"\\u0085|\\u202[89]", "", json.dumps(value)))
    assert typed(parse_document(written(plain, style)).data) == typed(plain)


@relaxed
@given(data)
def test_every_place_points_at_its_text(value: object) -> None:
    text = written(value)
    document = parse_document(text)
    for path in document.marks:
        inner = document.value(path)
        found = _text_at(text, document.place(path))
        if isinstance(inner, list | dict):
            assert found[0] in ("[", "{", "-", '"', "?")
        else:
            assert found.startswith(_first_line(inner))
        if path and isinstance(path[-1], str):
            assert _text_at(text, document.key_place(path)).startswith(_first_line(path[-1]))


def _text_at(text: str, place: Place) -> str:
    return text.split("\n")[place.line - 1][place.column - 1 :]


def _first_line(value: object) -> str:
    return written(value).split("\n", maxsplit=1)[0]
