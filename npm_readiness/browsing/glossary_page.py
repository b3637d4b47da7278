"""The documentation page of the words that checklists use."""

from __future__ import annotations

from npm_readiness.browsing.layout import cell
from npm_readiness.models.wording import Wording

__all__ = ["glossary_page"]

HEAD = """\
# Words

What things are called in all checklists, what that means, and what is not written for it. Translators begin here. The linter holds
every checklist to this list. This page is made from `checklists/wording.yaml` by `python tools/generate_docs.py`.

| word | meaning | not |
|---|---|---|
"""


def glossary_page(wording: Wording) -> str:
    """The page as Markdown."""
    rows = (
        f"| {cell(term.term)} | {cell(term.meaning)} | {cell(', '.join(term.instead_of))} |"
        for term in sorted(wording.terms, key=lambda term: term.term.removeprefix("the ").casefold())
    )
    return HEAD + "\n".join(rows) + "\n"
