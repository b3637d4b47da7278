"""Whether PyYAML's parser in C is installed does not decide how a file is read, nor what is found wrong with it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from npm_readiness.reading.files import Examined, examine_document
from tests.reading.strategies import data, nearly_yaml, relaxed, typed, written

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
    """But for half a character (U+D800 to U+DFFF) as an escape before a mistake, which libyaml reports first."""
    _assert_same(text)


@relaxed
@given(st.text(max_size=30))
def test_on_any_text(text: str) -> None:
    _assert_same(text)
