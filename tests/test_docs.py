"""What is generated under docs/ is in step with the code, and the schemas agree with the models."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from npm_readiness.loading.catalogue import built_in_folder, default_catalogue
from npm_readiness.problem_codes import CODES
from npm_readiness.reading.files import read_document

ROOT = Path(__file__).parent.parent
GENERATED: dict[Path, str] = runpy.run_path(str(ROOT / "tools" / "generate_docs.py"))["generated"]()


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_generated_files_are_in_step(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATED[path], "run: python tools/generate_docs.py"


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("name", ["profile", "checklist"])
def test_the_schemas_are_valid_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", sorted(path.stem for path in ROOT.glob("examples/*.yaml")))
def test_the_real_profiles_fit_the_schema(name: str) -> None:
    jsonschema.validate(read_document(ROOT / "examples" / f"{name}.yaml").data, schema("profile"))


@pytest.mark.parametrize("name", sorted(default_catalogue().checklists))
def test_our_checklists_fit_the_schema(name: str) -> None:
    jsonschema.validate(read_document(built_in_folder() / f"{name}.yaml").data, schema("checklist"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"country": "tkm", "assessed_on": "2023-12-14"},
        {"country": "TKM"},
        {"country": "TKM", "assessed_on": "2023-12-14", "npm": {"model": "none"}},
        {"country": "TKM", "assessed_on": "2023-12-14", "answers": {"q": {"answer": "maybe"}}},
        {"country": "TKM", "assessed_on": "2023-12-14", "no-such-key": 1},
    ],
)
def test_the_schema_refuses_what_the_model_refuses(wrong: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(schema("profile")).is_valid(wrong)


def test_the_page_of_problems_explains_every_code() -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(.+)`$", page, re.MULTILINE) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_use(code: str) -> None:
    """A code that nothing raises explains a problem that nobody can have."""
    package = ROOT / "npm_readiness"
    modules = [path for path in package.rglob("*.py") if path.name not in ("problem_codes.py", "finding_codes.py")]
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in modules)


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda page: page.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
