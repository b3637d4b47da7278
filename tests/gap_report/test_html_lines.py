"""Lines of text as HTML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from npm_readiness.gap_report.formats.html.lines import escaped


@given(st.text(st.sampled_from("&<>\"'; abé\u2028\x00")) | st.text())
def test_a_text_is_escaped_as_templates_escape_it(text: str) -> None:
    assert escaped(text) == str(escape(text))
