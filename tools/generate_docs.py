"""Write what is generated under docs/: pages on problems, checklists, provisions and words, and the JSON Schemas.

A test keeps them in step.
"""

from __future__ import annotations

from pathlib import Path

from npm_readiness.browsing.checklist_page import checklist_index_page, checklist_page, code_order_page
from npm_readiness.browsing.glossary_page import glossary_page
from npm_readiness.browsing.problem_page import problem_page
from npm_readiness.browsing.register_page import register_page
from npm_readiness.browsing.schemas import checklist_schema, profile_schema
from npm_readiness.loading.located import load_located

DOCS = Path(__file__).parent.parent / "docs"


def generated() -> dict[Path, str]:
    """Every generated file with its content."""
    loaded = load_located()
    catalogue = loaded.catalogue
    return {
        DOCS / "problems.md": problem_page(),
        **({DOCS / "glossary.md": glossary_page(loaded.wording)} if loaded.wording else {}),
        DOCS / "provisions.md": register_page(catalogue),
        DOCS / "checklists" / "README.md": checklist_index_page(catalogue),
        **{DOCS / "checklists" / f"{name}.md": checklist_page(catalogue, name) for name in catalogue.checklists},
        DOCS / "checklists" / "code-order.md": code_order_page(catalogue),
        DOCS / "schema" / "profile.schema.json": profile_schema(catalogue),
        DOCS / "schema" / "checklist.schema.json": checklist_schema(),
    }


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
