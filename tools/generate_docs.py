"""Write what is generated under docs/: the page of problems and the JSON Schemas. A test keeps them in step."""

from __future__ import annotations

from pathlib import Path

from npm_readiness.browsing.problem_page import problem_page
from npm_readiness.browsing.schemas import checklist_schema, profile_schema
from npm_readiness.loading.catalogue import load_catalogue

DOCS = Path(__file__).parent.parent / "docs"


def generated() -> dict[Path, str]:
    """Every generated file with its content."""
    return {
        DOCS / "problems.md": problem_page(),
        DOCS / "schema" / "profile.schema.json": profile_schema(load_catalogue()),
        DOCS / "schema" / "checklist.schema.json": checklist_schema(),
    }


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
