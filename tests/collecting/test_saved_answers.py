"""The file that a page of questions saves, and files that are none."""

from __future__ import annotations

import pytest

from npm_readiness.collecting.forms.page.saved_answers import HEAD, MARK, is_ours

WITHIN = b'{"form": "%s"' % MARK.encode()


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        (WITHIN, True),
        (b"\n  " + WITHIN, True),
        (b'{"form": "another"}', False),
        (b"<p>%s</p>" % MARK.encode(), False),
        (b"", False),
        (b"{" + b" " * (HEAD - 1 - len(MARK)) + MARK.encode(), True),
        (b"{" + b" " * (HEAD - len(MARK)) + MARK.encode(), False),
    ],
)
def test_it_is_known_by_the_mark_at_its_beginning(data: bytes, ours: bool) -> None:
    assert is_ours(data) is ours
