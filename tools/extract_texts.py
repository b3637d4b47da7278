"""Collect the sentences of reports for translators, into npm_readiness/gap_report/locale/npm_readiness.pot."""

from __future__ import annotations

import io
import re
from datetime import datetime, timezone
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

REPORTS = Path(__file__).parent.parent / "npm_readiness" / "gap_report"
TEMPLATE = REPORTS / "locale" / "npm_readiness.pot"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "mark": None, "count": (1, 2)}


def extracted() -> str:
    """The template: every sentence that is said or marked, with the file where it stands."""
    catalog = Catalog(
        project="npm_readiness",
        charset="utf-8",
        # One day for all times, so that the template changes with the sentences alone; not fuzzy, so that it compiles as it is.
        creation_date=datetime(2024, 1, 1, tzinfo=timezone.utc),
        fuzzy=False,
        header_comment="# The sentences of the reports of npm_readiness, for translators: docs/translating.md says how.",
    )
    found = extract_from_dir(REPORTS, [("**.py", "python")], keywords=KEYWORDS)
    for file, _, message, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        catalog.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    text = io.BytesIO()
    write_po(text, catalog, width=110, include_lineno=False)
    # The version of Babel says nothing about the sentences.
    return re.sub(r'^"Generated-By: .*\n', "", text.getvalue().decode(), flags=re.MULTILINE)


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(extracted(), encoding="utf-8")
