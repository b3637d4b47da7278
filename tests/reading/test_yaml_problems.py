"""What is wrong with a file as YAML: the exact line that a person reads, for both parsers."""

from __future__ import annotations

import re

import pytest

from npm_readiness.problem_codes import CODES
from npm_readiness.problems import InputError
from npm_readiness.reading import builder
from npm_readiness.reading.files import parse_document

ANCHOR = "(write the value out in each place; put quotes around a text that begins with & or *)"
DUMPED = (
    "(write the value out in each place; a program made this when it wrote YAML: switch it off there,"
    " in PyYAML with yaml.SafeDumper.ignore_aliases = lambda *_: True)"
)
SPACE = "(put an ordinary space in its place)"
TAG = "(delete it; put quotes around a value that must be text, or that begins with !)"
CHARACTER = "(delete it; it is often invisible and comes with pasted text)"
DEEP = "(this is more than any of our files needs: look for stray brackets or indentation)"
ESCAPE = "(write \\\\ for a backslash within double quotes, or use single quotes)"
QUOTE = "(put a closing quote; write a quote within single quotes twice)"
KEYS = "(write key: value, in the same column as the keys above; quotes go around the whole of a text)"
COLON = "(put quotes around a text that holds one, and check the indentation)"
NOT_YAML = "this is not valid YAML:"

EXAMPLES: dict[str, list[str]] = {
    # --- what is valid YAML and refused all the same ---
    "": ["1:1: the file is empty (write at least one key: value)"],
    "# only a comment\n\n": ["1:1: the file is empty (write at least one key: value)"],
    "---\n": ["1:1: the file is empty (write at least one key: value)"],
    "a: 1\nb: 2\na: 3\n": ["3:1: the key a stands here a second time; the first is at line 1 (keep one of the two)"],
    "a b: 1\n'a b': 2\n": [
        '2:1: the key "a b" stands here a second time; the first is at line 1 (keep one of the two)'
    ],
    "1: a\n'1': b\n": ["2:1: the key 1 stands here a second time; the first is at line 1 (keep one of the two)"],
    "a: {b: 1, b: {c: 1, c: 2}}\nd: *e": [
        "1:11: the key b stands here a second time; the first is at line 1 (keep one of the two)",
        "1:21: the key c stands here a second time; the first is at line 1 (keep one of the two)",
        f"2:4: the anchor or alias *e is refused {ANCHOR}",
    ],
    "a: 1\n---\nb: 2\n": [
        "2:1: a second document begins here (keep one document in a file: delete the line with ---, or split the file)"
    ],
    "? [a]\n: b\nc: 1\nc: 2\n": [
        "1:3: a key must be a plain word or a quoted text (write key: value)",
        "4:1: the key c stands here a second time; the first is at line 3 (keep one of the two)",
    ],
    "{a: b}: c\n": ["1:1: a key must be a plain word or a quoted text (write key: value)"],
    "a: !!str 1\nb: !x {}\nc: ! d\n": [
        f"1:4: the tag !!str is refused {TAG}",
        f"2:4: the tag !x is refused {TAG}",
        f"3:4: the tag ! is refused {TAG}",
    ],
    "[!,a]": [f"1:2: the tag ! is refused {TAG}"],
    "[!!str,a]": [f"1:2: the tag !!str is refused {TAG}"],
    "[!b,a]": [f"1:2: the tag !b is refused {TAG}"],
    "a: !x!y z\n": [f"1:4: the tag !x!y is refused {TAG}"],
    "a: !<z\n": [f"1:4: the tag !<z is refused {TAG}"],
    "a: &b 1\nc: *b\n*b : 2\n&d e: 3\n": [
        f"1:4: the anchor or alias &b is refused {ANCHOR}",
        f"2:4: the anchor or alias *b is refused {ANCHOR}",
        f"3:1: the anchor or alias *b is refused {ANCHOR}",
        f"4:1: the anchor or alias &d is refused {ANCHOR}",
    ],
    "a: **bold**\n": [f"1:4: the anchor or alias **bold** is refused {ANCHOR}"],
    "# head\n%YAML 1.2\n%FOO x\n---\na: *b\n": [
        "2:1: a directive (a line that begins with %) is refused (delete the line)",
        "3:1: a directive (a line that begins with %) is refused (delete the line)",
        f"5:4: the anchor or alias *b is refused {ANCHOR}",
    ],
    "a: b\n...\n%YAML 1.2\n---\nc: d\n": ["3:1: a directive (a line that begins with %) is refused (delete the line)"],
    "[" * 50: [f"1:33: the nesting is deeper than 32 levels {DEEP}"],
    f"a: {'1' * 41}\nb: 1e400\nc: {'1' * 100}": [
        f"1:4: the number {'1' * 41} is too long or too large (put quotes around it if it is meant as text)",
        "2:4: the number 1e400 is too long or too large (put quotes around it if it is meant as text)",
        f"3:4: the number {'1' * 59}… is too long or too large (put quotes around it if it is meant as text)",
    ],
    "a: 1\n\u00a0b: 2\nc\u2003: 3\n-\u202f: 4\n": [
        f"2:1: the character U+00A0 (no-break space) stands here, which is no space to YAML {SPACE}",
        f"3:2: the character U+2003 (em space) stands here, which is no space to YAML {SPACE}",
        f"4:2: the character U+202F (narrow no-break space) stands here, which is no space to YAML {SPACE}",
    ],
    "a: {b: c, d, 5}\ne: [f, g]\nh: {i, j: 'k', l}": [
        '1:11: d is read as a key that has no value (a comma here begins a new key; put quotes around the whole value: b: "c, d")',
        (
            "1:14: 5 is read as a key that has no value"
            ' (a comma here begins a new key; put quotes around the whole value: b: "c, d, 5")'
        ),
        "3:5: i is read as a key that has no value (write key: value, or put quotes around the whole of a text)",
        "3:16: l is read as a key that has no value (write key: value, or put quotes around the whole of a text)",
    ],
    'a: {b: c "d", e}': [
        (
            "1:15: e is read as a key that has no value"
            " (a comma here begins a new key; put quotes around the whole value: b: 'c \"d\", e')"
        ),
    ],
    "a: &id001 [1]\nb: *id001\nc: *ref_0\n": [
        f"1:4: the anchor or alias &id001 is refused {DUMPED}",
        f"2:4: the anchor or alias *id001 is refused {DUMPED}",
        f"3:4: the anchor or alias *ref_0 is refused {DUMPED}",
    ],
    "a: b #c\nd: &e f": [
        (
            '1:6: the text "#c" is lost, because # begins a comment here'
            " (put quotes around the whole value; if a comment is meant, put a space after the #)"
        ),
        f"2:4: the anchor or alias &e is refused {ANCHOR}",
    ],
    'a: "b\\x07\\\\x07"\nc: "\\e[2J"\n"\\0": d\n': [
        f"1:6: the character U+0007 is refused {CHARACTER}",
        f"2:5: the character U+001B is refused {CHARACTER}",
        f"3:2: the character U+0000 is refused {CHARACTER}",
    ],
    'a: "\\uD83D\\uDE00"\n': [f"1:5: the character U+D83D is refused {CHARACTER}"],
    'a: "\\x41"\nb: "\\x41\\UFFFFFFFF\\x41"\n': [f"2:9: the character U+FFFFFFFF is refused {CHARACTER}"],
    'a: "\\x07"\nb: "\\UFFFFFFFF"\n': [
        f"1:5: the character U+0007 is refused {CHARACTER}",
        f"2:5: the character U+FFFFFFFF is refused {CHARACTER}",
    ],
    '"\\UFFFFFFFF"': [f"1:2: the character U+FFFFFFFF is refused {CHARACTER}"],
    'a: "b\\UFFFFFFFF"\n': [f"1:6: the character U+FFFFFFFF is refused {CHARACTER}"],
    # --- what is no YAML ---
    "a: 'b\nc: d\n": [f"1:4: {NOT_YAML} the quoted text that begins here has no end {QUOTE}"],
    'a: "b\n---\nc"\n': [f"1:4: {NOT_YAML} the quoted text that begins here has no end before --- {QUOTE}"],
    'a: "C:\\q"\n': [f"1:7: {NOT_YAML} there is no such escape with a backslash {ESCAPE}"],
    'a: "\\x4"\n': [f"1:5: {NOT_YAML} this escape with a backslash has too few digits {ESCAPE}"],
    "a: |x\n  b\n": [
        (
            f"1:4: {NOT_YAML} nothing but a sign for its form may follow | or > in the line"
            " (begin the text on the next line, indented)"
        )
    ],
    "a: b: c\n": [f"1:5: {NOT_YAML} a colon with a space after it cannot stand here {COLON}"],
    "a: b\n  c d: e\n": [f"2:6: {NOT_YAML} a colon with a space after it cannot stand here {COLON}"],
    "a: b\nc\nd: e\n": [
        (
            f"2:1: {NOT_YAML} this line has no colon after its key"
            " (write key: value, or indent a text that goes on from the line above)"
        )
    ],
    "a: - b\n": [
        (
            f"1:4: {NOT_YAML} a list cannot begin here"
            " (begin it on a line of its own, or put quotes around a text that begins with a dash)"
        )
    ],
    "a: ? b\n": [
        (
            f"1:4: {NOT_YAML} a question mark with a space after it cannot stand here"
            " (put quotes around a text that begins with one)"
        )
    ],
    "a: @b\n": [f"1:4: {NOT_YAML} a value cannot begin with @ (put quotes around it)"],
    "a:\n\tb: c\n": [f"2:1: {NOT_YAML} a tab cannot stand here (indent with spaces)"],
    "a: b\n\tc: d\n": [f"2:1: {NOT_YAML} a tab cannot stand here (indent with spaces)"],
    "a: |\n\tb\n": [f"2:1: {NOT_YAML} a tab cannot stand here (indent with spaces)"],
    "- a\nb: c\n": [
        (
            f"2:1: {NOT_YAML} this does not belong to the list above it"
            " (begin each item with a dash and a space, in the same column)"
        )
    ],
    "a: 'b' c\n": [f"1:8: {NOT_YAML} this does not belong to the keys above it {KEYS}"],
    "a: 1\n- b\n": [f"2:1: {NOT_YAML} this does not belong to the keys above it {KEYS}"],
    "a: [b, c\n": [
        f"1:4: {NOT_YAML} the bracket opened at line 1 is not closed, or a comma is missing (write , or ] before this)"
    ],
    "a: [b\nc: 1\nd: 2\n": [
        f"2:2: {NOT_YAML} the bracket opened at line 1 is not closed, or a comma is missing (write , or ] before this)"
    ],
    "a: {b: 'c' d: 2}\n": [
        (
            f"1:12: {NOT_YAML} the bracket opened at line 1 is not closed, or a comma is missing "
            "(write , or } before this)"
        )
    ],
    "a: {b:}\n": [f"1:6: {NOT_YAML} a space is missing after this colon (write key: value, with a space)"],
    "a: [b, , c]\n": [
        (
            f"1:8: {NOT_YAML} a value is missing before this"
            " (write the value, or take out the comma or the bracket that asks for it)"
        )
    ],
    "[a] b\n": [
        f"1:5: {NOT_YAML} this does not belong to what stands above it (check the indentation and the brackets)"
    ],
    # --- a problem that stops the parser comes with those before it ---
    "a: 1\na: 2\nb: [\n": [
        "2:1: the key a stands here a second time; the first is at line 1 (keep one of the two)",
        f"4:1: {NOT_YAML} the file ends here within brackets (close the brackets with ] or }})",
    ],
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: repr(text[:20]))
def test_examples(text: str, pure: bool) -> None:
    with pytest.raises(InputError) as caught:
        parse_document(text, "f.yaml", pure=pure)
    assert [str(problem) for problem in caught.value.problems] == [f"f.yaml:{line}" for line in EXAMPLES[text]]


@pytest.mark.parametrize(
    "text", [text for text in EXAMPLES if text.strip("-\n") and not text.startswith("#")], ids=repr
)
def test_an_empty_line_above_moves_a_problem_down_and_changes_nothing_else(text: str) -> None:
    moved = [re.sub(r"(?<=line )\d+|^\d+", lambda line: str(int(line.group()) + 1), line) for line in EXAMPLES[text]]
    with pytest.raises(InputError) as caught:
        parse_document(f"\n{text}", "f.yaml")
    assert [str(problem) for problem in caught.value.problems] == [f"f.yaml:{line}" for line in moved]


def test_every_problem_of_yaml_has_an_example() -> None:
    found = set()
    for text in EXAMPLES:
        with pytest.raises(InputError) as caught:
            parse_document(text)
        found |= {problem.code for problem in caught.value.problems}
    assert found == {code for code in CODES if code.startswith("yaml-")} - {"yaml-too-many-values"}


@pytest.mark.parametrize("pure", [False, True])
def test_too_many_values(pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists and mappings count as values, and keys do not; 100 000 are allowed."""
    monkeypatch.setattr(builder, "MAX_VALUES", 1000)
    assert len(parse_document("- a: 1\n" * 499, pure=pure).data) == 499
    with pytest.raises(InputError) as caught:
        parse_document("- a: 1\n" * 500, "f.yaml", pure=pure)
    assert str(caught.value) == (
        "f.yaml:500:6: the file holds more than 1 000 values (split it, or take out what is not needed)"
    )


def test_a_problem_has_the_path_of_its_value() -> None:
    with pytest.raises(InputError) as caught:
        parse_document('a: [1, {b: *c, b: 2}]\nd: ["\\x07"]\n"\\x07": 1')
    assert [problem.path for problem in caught.value.problems] == [
        ("a", 1, "b"),
        ("a", 1, "b"),
        ("d", 0),
        ("\x07",),
    ]


def test_what_a_key_holds_the_second_time_is_not_taken() -> None:
    with pytest.raises(InputError) as caught:
        parse_document("a: [1]\na: [2, &x 3]\n")
    assert [problem.code for problem in caught.value.problems] == ["yaml-duplicate-key", "yaml-anchor"]
