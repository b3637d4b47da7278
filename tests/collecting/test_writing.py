"""Answers and sources put into the text of a profile: the file before and after, to the letter."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from npm_readiness.collecting.writing import Changes, with_changes
from npm_readiness.reading.files import parse_document

YES = {"answer": "yes"}
FULL = {"answer": "partial", "evidence": [{"source": "law", "pinpoint": "art. 5"}], "comment": "Seen: twice #2"}
TWO = {"answer": "no", "evidence": [{"source": "law", "pinpoint": "art. 5"}, {"source": "law", "pinpoint": "art. 6"}]}


class Example(NamedTuple):
    """A file, what is put into it, and the file that comes of it."""

    before: str
    answers: dict[str, Any]
    sources: dict[str, Any]
    after: str


EXAMPLES: dict[str, Example] = {
    "behind the last": Example(
        ("country: TKM\nanswers:\n  q1:\n    answer: no  # for now\n# the end\n"),
        {"q2": FULL},
        {},
        (
            "country: TKM\n"
            "answers:\n"
            "  q1:\n"
            "    answer: no  # for now\n"
            "  q2:\n"
            "    answer: partial\n"
            '    evidence: [{source: law, pinpoint: "art. 5"}]\n'
            '    comment: "Seen: twice #2"\n'
            "# the end\n"
        ),
    ),
    "empty brackets, with a comment": Example(
        ("answers: {}  # none yet\nstate: {}\n"),
        {"q2": TWO},
        {},
        (
            "answers:  # none yet\n"
            "  q2:\n"
            "    answer: no\n"
            "    evidence:\n"
            '      - {source: law, pinpoint: "art. 5"}\n'
            '      - {source: law, pinpoint: "art. 6"}\n'
            "state: {}\n"
        ),
    ),
    "a key with nothing behind it": Example(
        ("answers:\nstate: {}\n"),
        {"q2": YES},
        {},
        ("answers:\n  q2:\n    answer: yes\nstate: {}\n"),
    ),
    "a null that is written": Example(
        ("answers: null\nstate: {}\n"),
        {"q2": YES},
        {},
        ("answers:\n  q2:\n    answer: yes\nstate: {}\n"),
    ),
    "keys that are not there, at a file without a last line break": Example(
        ("country: TKM\nstate: {}"),
        {"q2": YES},
        {"law": {"title": "A law", "kind": "law"}},
        (
            "country: TKM\n"
            "state: {}\n"
            "sources:\n"
            "  law:\n"
            "    title: A law\n"
            "    kind: law\n"
            "answers:\n"
            "  q2:\n"
            "    answer: yes\n"
        ),
    ),
    "between brackets that hold others": Example(
        ("answers: {q1: {answer: no}}\nstate: {}\n"),
        {"q2": YES},
        {},
        ("answers: {q1: {answer: no}, q2: {answer: yes}}\nstate: {}\n"),
    ),
    "a value between brackets": Example(
        ("answers: {q1: {answer: no}}\nstate: {}\n"),
        {"q1": YES},
        {},
        ("answers: {q1: {answer: yes}}\nstate: {}\n"),
    ),
    "a value, with the comments around it, and a new one": Example(
        ("answers:\n  q1:\n    # asked in May\n    answer: no  # for now\n    comment: Old.\n  q2: {answer: yes}\n"),
        {"q1": {"answer": "partial", "comment": "Old.", "by": "The police"}},
        {},
        (
            "answers:\n"
            "  q1:\n"
            "    # asked in May\n"
            "    answer: partial  # for now\n"
            "    comment: Old.\n"
            "    by: The police\n"
            "  q2: {answer: yes}\n"
        ),
    ),
    "a value that goes, and one that changes": Example(
        ("answers:\n  q1:\n    answer: no\n    comment: Old.\n    by: Us\n  q2: {answer: yes}\n"),
        {"q1": {"answer": "yes", "by": "Us"}},
        {},
        ("answers:\n  q1:\n    answer: yes\n    by: Us\n  q2: {answer: yes}\n"),
    ),
    "four spaces": Example(
        ("answers:\n    q1:\n        answer: no\n    # between\n    q2:\n        answer: yes\n"),
        {"q3": TWO, "q1": TWO},
        {},
        (
            "answers:\n"
            "    q1:\n"
            "        answer: no\n"
            "        evidence:\n"
            '          - {source: law, pinpoint: "art. 5"}\n'
            '          - {source: law, pinpoint: "art. 6"}\n'
            "    # between\n"
            "    q2:\n"
            "        answer: yes\n"
            "    q3:\n"
            "      answer: no\n"
            "      evidence:\n"
            '        - {source: law, pinpoint: "art. 5"}\n'
            '        - {source: law, pinpoint: "art. 6"}\n'
        ),
    ),
    "the line breaks of Windows": Example(
        ("answers:\r\n  q1:\r\n    answer: no"),
        {"q1": YES, "q2": YES},
        {},
        ("answers:\r\n  q1:\r\n    answer: yes\r\n  q2:\r\n    answer: yes\r\n"),
    ),
    "a file that is one pair of brackets": Example(
        ("{country: TKM, answers: {}}\n"),
        {"q1": YES},
        {"law": {"title": "A law"}},
        ("{country: TKM, answers: {q1: {answer: yes}}, sources: {law: {title: A law}}}\n"),
    ),
    "the same with nothing in it": Example(
        ("{country: TKM}\n"),
        {"q1": YES, "q2": YES},
        {},
        ("{country: TKM, answers: {q1: {answer: yes}, q2: {answer: yes}}}\n"),
    ),
    "entries that hold nothing": Example(
        ("answers:\n  q1:\n  q2: null\n  q3: {}\n  'q4':\n    answer: no\n"),
        {"q1": YES, "q2": YES, "q3": YES, "q4": YES},
        {},
        ("answers:\n  q1: {answer: yes}\n  q2: {answer: yes}\n  q3: {answer: yes}\n  'q4':\n    answer: yes\n"),
    ),
    "a file that begins further in": Example(
        ("  country: TKM\n  answers:\n    q1:\n      answer: no\n"),
        {"q2": YES},
        {"law": {"title": "NO"}},
        (
            "  country: TKM\n"
            "  answers:\n"
            "    q1:\n"
            "      answer: no\n"
            "    q2:\n"
            "      answer: yes\n"
            "  sources:\n"
            "    law:\n"
            "      title: NO\n"
        ),
    ),
    "one piece of evidence of two, the other with its comment": Example(
        (
            "answers:\n"
            "  q1:\n"
            "    evidence:\n"
            "    - {source: law, pinpoint: art. 5}  # seen\n"
            "    - source: law\n"
            "      pinpoint: art. 6\n"
            "    answer: no\n"
        ),
        {
            "q1": {
                "evidence": [
                    {"source": "law", "pinpoint": "art. 5"},
                    {"source": "law", "pinpoint": "art. 7", "quote": "Yes"},
                ],
                "answer": "no",
            }
        },
        {},
        (
            "answers:\n"
            "  q1:\n"
            "    evidence:\n"
            "    - {source: law, pinpoint: art. 5}  # seen\n"
            "    - source: law\n"
            '      pinpoint: "art. 7"\n'
            "      quote: Yes\n"
            "    answer: no\n"
        ),
    ),
    "brackets that hold more than before": Example(
        ("answers:\n  q1:\n    evidence: [{source: law}]\n    answer: no\n"),
        {
            "q1": {
                "evidence": [{"source": "law", "pinpoint": "art. 5"}, {"source": "law", "pinpoint": "art. 7"}],
                "answer": "no",
            }
        },
        {},
        (
            "answers:\n"
            "  q1:\n"
            '    evidence: [{source: law, pinpoint: "art. 5"}, {source: law, pinpoint: "art. 7"}]\n'
            "    answer: no\n"
        ),
    ),
    "brackets over two lines": Example(
        ("answers:\n  q1: {answer: no,\n    comment: x}\nnote: n\n"),
        {"q1": {"answer": "no", "comment": "line\nline"}},
        {},
        ('answers:\n  q1: {answer: no, comment: "line\\nline"}\nnote: n\n'),
    ),
    "brackets over lines with a comment": Example(
        ("answers: {\n  q1: {answer: no},  # one\n  }\nnote: n\n"),
        {"q2": YES},
        {},
        ("answers: {\n  q1: {answer: no}, q2: {answer: yes},  # one\n  }\nnote: n\n"),
    ),
    "a block of text": Example(
        ("answers:\n  q1:\n    comment: >\n      long\n      text\n    answer: no\n"),
        {"q1": {"comment": "short", "answer": "no"}},
        {},
        ("answers:\n  q1:\n    comment: short\n    answer: no\n"),
    ),
    "a null within an entry, and a source": Example(
        ("sources:\n  law: {title: A law}\nanswers:\n  q1:\n    answer: null\n"),
        {"q1": YES},
        {"law": {"title": "A law", "kind": "law"}},
        ("sources:\n  law: {title: A law, kind: law}\nanswers:\n  q1:\n    answer: yes\n"),
    ),
    "a file that a program wrote as JSON": Example(
        '{"country":"TKM","answers":{"q1":null,"q2":{}}}\n',
        {"q1": YES, "q2": YES},
        {},
        '{"country":"TKM","answers":{"q1": {answer: yes},"q2": {answer: yes}}}\n',
    ),
    "a value that goes from a line of its own": Example(
        "answers:\n  q1:\n    comment:\n      on a line of its own\n    answer: no\n",
        {"q1": {"answer": "no"}},
        {},
        "answers:\n  q1:\n    answer: no\n",
    ),
    "keys that say nothing stay beside what changes": Example(
        "answers:\n  q1:\n    answer: no\n    between:\n    comment: null\n",
        {"q1": {"answer": "yes"}},
        {},
        "answers:\n  q1:\n    answer: yes\n    between:\n    comment: null\n",
    ),
    "empty brackets in a file that begins further in": Example(
        "  country: TKM\n  answers: {}\n",
        {"q1": YES},
        {},
        "  country: TKM\n  answers:\n    q1:\n      answer: yes\n",
    ),
    "a value on a line of its own goes up beside its key": Example(
        "answers:\n  q1:\n    answer:\n      no\n    comment:\n      a text  # why\n",
        {"q1": {"answer": "yes", "comment": "another"}},
        {},
        "answers:\n  q1:\n    answer: yes\n    comment: another  # why\n",
    ),
    "what stands beside its key stays where it is": Example(
        "answers:\n  q1:\n    answer:   no\n    comment:  'a text'\n",
        {"q1": {"answer": "yes", "comment": "another"}},
        {},
        "answers:\n  q1:\n    answer:   yes\n    comment:  another\n",
    ),
    "a list that becomes longer goes up beside its key": Example(
        "answers:\n  q1:\n    answer: no\n    evidence:\n      - {source: law}\n",
        {"q1": {"answer": "no", "evidence": [{"source": "law"}, {"source": "act"}]}},
        {},
        "answers:\n  q1:\n    answer: no\n    evidence: [{source: law}, {source: act}]\n",
    ),
    # What cannot be changed value by value is written anew.
    "a key with a question mark": Example(
        "country: TKM\nanswers:\n  ? q1\n  : answer: no\n  q2: {answer: no}\nnote: x\n",
        {"q1": {"comment": "Asked."}, "q2": {"answer": "no"}},
        {},
        'country: TKM\nanswers:\n  ? q1\n  : {comment: "Asked."}\n  q2: {answer: no}\nnote: x\n',
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_put_into_a_file_stands_at_its_place_and_all_else_stays(name: str) -> None:
    example = EXAMPLES[name]
    assert with_changes(example.before, "f", Changes(example.answers, example.sources)) == example.after


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_file_says_what_it_said_and_what_was_put_into_it(name: str) -> None:
    example = EXAMPLES[name]
    before, after = (parse_document(text).data for text in (example.before, example.after))
    for key, entries in (("answers", example.answers), ("sources", example.sources)):
        before[key] = {**(before.get(key) or {}), **entries}
    for entry in (after.get("answers") or {}).values():
        for key in [key for key, value in entry.items() if value is None]:
            del entry[key]
    assert {key: value for key, value in before.items() if value} == {
        key: value for key, value in after.items() if value
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_putting_it_in_again_changes_nothing(name: str) -> None:
    example = EXAMPLES[name]
    assert with_changes(example.after, "f", Changes(example.answers, example.sources)) == example.after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NO",
        "no",
        "true",
        "null",
        "yes: no",
        "a #b",
        "- a",
        "1",
        "2012-10-05",
        "«Ж»",
        "a\nb\tc",
        "'",
        '"',
        "a: ",
        "@",
        "%",
        "{a}",
        "=1+1",
    ],
)
def test_whatever_a_comment_says_it_is_read_back_as_it_was_written(text: str) -> None:
    for before in ("answers:\n  q1:\n    answer: no\n", "answers: {q1: {answer: no}}\n", "country: TKM\n"):
        after = with_changes(before, "f", Changes({"q1": {"answer": "no", "comment": text}}, {}))
        assert parse_document(after).data["answers"] == {"q1": {"answer": "no", "comment": text}}
