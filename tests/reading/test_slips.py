"""Slips that end the reading are named where they were made, in words for what was done, by both parsers alike."""

from __future__ import annotations

import re

import pytest

from npm_readiness.reading.files import examine_document

NB = "\u00a0"
SPACE = (
    "the character U+00A0 (no-break space) stands here, which is no space to YAML (put an ordinary space in its place)"
)
NO_SPACE = "this is not valid YAML: a space is missing after this colon"
COLUMNS = "(begin it in the same column as those to which it belongs)"
BOTH = "(begin both in the same column; put quotes around a text that goes on here and holds a colon)"
WITHIN = "(write all of it within the brackets, or all of it below the key without brackets)"

SLIPS: dict[str, str] = {
    # --- no space after the colon ---
    "a:\n  q:\n    answer:yes\n    comment: foo\n": f"3:11: {NO_SPACE} (write answer: yes)",
    "a:\n  q:\n    answer:yes\n    evidence:\n    - b\n": f"3:11: {NO_SPACE} (write answer: yes)",
    "a:\n  q:\n    comment: foo\n    answer:yes\n    evidence: []\n": f"4:11: {NO_SPACE} (write answer: yes)",
    "a:\n  q:\n    comment: foo\n    answer:yes\n  r:\n    x: 1\n": f"4:11: {NO_SPACE} (write answer: yes)",
    "a:\n  - source:law, 5\n    pinpoint: 1\n": f"2:11: {NO_SPACE} (write source: law, 5)",
    "a:\n  q:\n    comment:one\n      two\n    # three\n\n    answer: no\n": f"3:12: {NO_SPACE} (write comment: one)",
    # --- another space than the ordinary one ---
    f"a:\n  q:\n    answer:{NB}yes\n    comment: foo\n": f"3:12: {SPACE}",
    f"a:\n  q:\n    comment: foo\n    answer:{NB}yes\n    evidence: []\n": f"4:12: {SPACE}",
    f"a:\n  q:\n{NB}{NB}{NB}{NB}answer: yes\n    comment: foo\n": f"3:1: {SPACE}",
    f"a:\n  q:\n   {NB}answer: yes\n    comment: foo\n": f"3:4: {SPACE}",
    f"a:\n  q:\n    comment: foo\n   {NB}answer: yes\n": f"4:4: {SPACE}",
    f"a:\n  q:\n    comment: foo\n    {NB}answer: yes\n": f"4:5: {SPACE}",
    f"a:\n  q:\n    comment: foo\n{NB}   answer: yes\n": f"4:1: {SPACE}",
    f"a:\n  q:\n    comment: foo\n      {NB}answer: yes\n": f"4:7: {SPACE}",
    f"a:\n  -{NB}source: x\n": f"2:4: {SPACE}",
    # --- a key or a dash in the wrong column ---
    "a:\n  q:\n    answer: yes\n     comment: foo\n": (
        f"4:6: this is not valid YAML: this key begins in column 6, and the one above it, answer in line 3, in column 5 {BOTH}"
    ),
    "a:\n  - source: x\n     pinpoint: foo\n": (
        f"3:6: this is not valid YAML: this key begins in column 6, and the one above it, source in line 2, in column 5 {BOTH}"
    ),
    "a:\n  q:\n    answer: 'yes'\n     comment: foo\n": (
        f"4:6: this is not valid YAML: this key begins in column 6, and those above it in columns 1, 3 and 5 {COLUMNS}"
    ),
    "a:\n  q:\n    answer: yes\n   comment: foo\n": (
        f"4:4: this is not valid YAML: this key begins in column 4, and those above it in columns 1, 3 and 5 {COLUMNS}"
    ),
    "a:\n  q:\n     answer: yes\n    comment: foo\n": (
        f"4:5: this is not valid YAML: this key begins in column 5, and those above it in columns 1, 3 and 6 {COLUMNS}"
    ),
    "a:\n  q:\n    e:\n      - b\n# c\n\n     comment: foo\n": (
        f"7:6: this is not valid YAML: this key begins in column 6, and those above it in columns 1, 3 and 5 {COLUMNS}"
    ),
    "  a: 1\n b: 2\n": (
        "2:2: this is not valid YAML: this does not belong to what stands above it (check the indentation and the brackets)"
    ),
    "a:\n   b: c\n  d: e\n": (
        f"3:3: this is not valid YAML: this key begins in column 3, and those above it in columns 1 and 4 {COLUMNS}"
    ),
    "a:\n b:\n   c: 1\n  d: 2\n": (
        f"4:3: this is not valid YAML: this key begins in column 3, and those above it in columns 1, 2 and 4 {COLUMNS}"
    ),
    "a:\n  - source: x\n   pinpoint: foo\n": (
        f"3:4: this is not valid YAML: this key begins in column 4, and those above it in columns 1 and 5 {COLUMNS}"
    ),
    "a:\n  - source: x\n   - source: foo\n": (
        f"3:4: this is not valid YAML: this dash begins in column 4, and those above it in column 3 {COLUMNS}"
    ),
    "a:\n   - source: x\n  - source: foo\n": (
        f"3:3: this is not valid YAML: this dash begins in column 3, and those above it in column 4 {COLUMNS}"
    ),
    # --- brackets and entries below them ---
    "sources: {}\n  law:\n    title: x\n": (
        "1:10: this is not valid YAML: sources: {} says that nothing stands below it, and line 2 does (delete the {})"
    ),
    "a:\n  evidence: [ ]  # none\n  # yet\n\n    - source: x\n": (
        "2:13: this is not valid YAML: evidence: [ ] says that nothing stands below it, and line 5 does (delete the [ ])"
    ),
    "a:\n  evidence: []\r\n  - source: x\r\n": (
        "2:13: this is not valid YAML: evidence: [] says that nothing stands below it, and line 3 does (delete the [])"
    ),
    "a:\n  evidence: [{source: x}]\n  - source: y\n": (
        f"3:3: this is not valid YAML: this stands below brackets that were closed in line 2 {WITHIN}"
    ),
    "sources: {a: 1,\n  b: 2}\n  c: 3\n": (
        f"3:3: this is not valid YAML: this stands below brackets that were closed in line 2 {WITHIN}"
    ),
    "sources: {}\n]\n": f"2:1: this is not valid YAML: this stands below brackets that were closed in line 1 {WITHIN}",
    "a:\n  between: [no, yes]\n   comment: foo\n": (
        f"3:4: this is not valid YAML: this key begins in column 4, and those above it in columns 1 and 3 {COLUMNS}"
    ),
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("text", SLIPS, ids=repr)
def test_slips(text: str, pure: bool) -> None:
    _, problems = examine_document(text, "f", pure=pure)
    assert [str(problem) for problem in problems] == [f"f:{SLIPS[text]}"]


@pytest.mark.parametrize("above", ["\n", "# a comment\n"], ids=repr)
@pytest.mark.parametrize("text", SLIPS, ids=repr)
def test_a_line_that_says_nothing_moves_a_slip_down_and_changes_nothing_else(text: str, above: str) -> None:
    told = re.sub(r"(?<=line )\d+|^\d+", lambda line: str(int(line.group()) + 1), SLIPS[text])
    _, problems = examine_document(above + text, "f")
    assert [str(problem) for problem in problems] == [f"f:{told}"]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        f"a: 'b{NB}c'\nd: e{NB}f\ng: {NB}h\n",
        f"comment: Objet{NB}:{NB}la loi, art. 5:{NB}see\n  {NB}there\n",
        f"a: |\n  {NB}b: c\n'd{NB}': e\n",
        "a: b:c\nd: [e, f:g]\n",
        "a: {}\nb: []\nc:\n",
    ],
)
def test_what_is_no_slip(text: str, pure: bool) -> None:
    """Within texts and quotes every space may stand, and a colon with no space after it."""
    assert examine_document(text, pure=pure)[1] == ()


def test_a_text_over_several_lines_that_holds_a_colon_is_told_of_its_colon() -> None:
    _, problems = examine_document("a:\n  c: some text\n    which goes on: here\n", "f")
    assert [(str(problem.place), problem.hint) for problem in problems] == [
        ("f:3:18", "put quotes around a text that holds one, and check the indentation")
    ]
