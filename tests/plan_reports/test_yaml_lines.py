"""What is written as YAML is read back as it was, by our reader and by any other, and a person can read it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness.plan_reports.yaml_lines import WIDTH, comment_lines, entry_lines, scalar
from npm_readiness.reading.characters import REFUSED
from npm_readiness.reading.files import parse_document

texts = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not REFUSED.search(text))
words = st.sampled_from(
    [
        "yes",
        "no",
        "NO",
        "on",
        "null",
        "~",
        "true",
        "1",
        "1e3",
        "0x1F",
        "2012",
        "2012-10",
        "2012-10-05",
        ".5",
        "-",
        "?",
        "",
        " ",
        "art. 5",
        "art. 5, para. 2",
        "Order #27",
        "a: b",
        "a:",
        "- a",
        "{a}",
        "[a",
        "'a'",
        '"a"',
        "«a»",
        "a\nb",
        "a\n\nb",
        "a\n b",
        "a  b",
        " a",
        "a ",
        "@a",
        "`a",
        "%a",
        "!a",
        "&a",
        "*a",
        "|",
        ">",
        "word " * 60 + "end",
        "word  " * 60,
        "a\u2028b",
        "a\x85b",
        "\xa0a",
    ]
)
leaves = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | texts | words
keys = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@settings(max_examples=300, deadline=None)
@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    written = "\n".join(entry_lines("key", value)) + "\n"
    assert parse_document(written).data == {"key": value}


@given(texts | words)
def test_another_reader_of_yaml_reads_the_same_text(text: str) -> None:
    """Answers alone are words of ours, which YAML 1.1 takes for true and false."""
    if text in ("yes", "no"):
        return
    if any(sign in text for sign in "\r\x85\u2028\u2029"):
        return  # PyYAML breaks lines there
    written = "\n".join(entry_lines("key", text)) + "\n"
    found = yaml.safe_load(written)["key"]
    assert str(found) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("yes", "yes"),
        ("NO", '"NO"'),
        ("2012-10", "2012-10"),
        ("2012", '"2012"'),
        ("art. 5", "art. 5"),
        ("art. 5, para. 2", '"art. 5, para. 2"'),
        ("Order #27", '"Order #27"'),
        (None, "null"),
        (True, "true"),
    ],
)
def test_a_value_is_as_plain_as_it_can_be(value: Any, written: str) -> None:
    assert scalar(value) == written


def test_a_long_text_is_folded_and_one_of_lines_keeps_them() -> None:
    assert next(iter(entry_lines("note", "word " * 40 + "end"))) == "note: >-"
    assert max(map(len, entry_lines("note", "word " * 400 + "end", "    "))) <= WIDTH
    assert list(entry_lines("comment", "A: Yes.\nB: No." + " And so on." * 12))[:2] == ["comment: |-", "  A: Yes."]


def test_nothing_breaks_out_of_a_comment() -> None:
    assert comment_lines("one\ntwo: three\rfour") == ["# one two: three four"]
