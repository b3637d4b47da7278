"""Whether PyYAML's parser in C is installed does not decide how a file is read, nor what is found wrong with it."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from npm_readiness.reading.files import Examined, examine_document, parse_document

from .strategies import data, nearly_yaml, relaxed, typed, written

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")


def _outcome(examined: Examined) -> object:
    """Everything but the words of a problem: the parsers stop at the same place, sometimes for another reason."""
    document, problems = examined
    found = [(problem.place, problem.code, problem.path) for problem in problems]
    if document is None:
        return found
    return found, typed(document.data), document.marks, document.troubled


def _assert_same(text: str) -> None:
    assert _outcome(examine_document(text)) == _outcome(examine_document(text, pure=True))


@relaxed
@given(data, st.sampled_from(["'", '"', "|", ">"]))
def test_on_documents(value: object, style: str) -> None:
    _assert_same(written(value, style))


@relaxed
@given(nearly_yaml)
@example("a:\tb\n\tc: d\n")
@example("a: |\n  \tb\n")
@example("a: |\t# c\n  b\n")
@example("[a:,b]")
@example("{a ? b}")
@example('a: "\\q"')
@example('a: "\\x4"')
@example('a: "\\uD83D\\uDE00"')
@example('a: "\\UFFFFFFFF"')
@example("a: b\n%YAML 1.1\n---\nc: d")
@example("a: b\n...\n%FOO\n---\nc: d")
@example("a: 'b\n---\nc'")
@example("a: b\n--- c\n")
@example("[" * 100)
def test_on_texts_that_are_nearly_yaml(text: str) -> None:
    """Two rare things apart.

    Libyaml reports half a character (U+D800 to U+DFFF) as an escape before another mistake, and its version 0.2.5
    refuses a question mark with nothing behind it in square brackets.
    """
    assume("[" not in text or not re.search(r"\?\s", text))
    _assert_same(text)


@relaxed
@given(st.text(max_size=30))
@example("!")
@example("a: !")
@example("- !\n- b")
@example("[!]")
@example("[!,a]")
@example("[!a,b]")
@example("!a,b")
def test_on_any_text(text: str) -> None:
    _assert_same(text)


def test_without_libyaml_the_parser_in_python_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = examine_document("a:\t1\nb: [2\n")
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert _outcome(examine_document("a:\t1\nb: [2\n")) == _outcome(with_c)
    assert parse_document("a: {b: c?d}").data == {"a": {"b": "c?d"}}
