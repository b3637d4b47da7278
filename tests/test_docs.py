"""What is generated under docs/ is in step with the code, and the schemas agree with the models."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
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


def readme_command(marker: str) -> str:
    """The one line of the block that follows a marker, as .ci/run takes it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"<!-- {marker} -->\n```sh\n(.*?)\n```\n", readme, re.DOTALL)
    assert "\n" not in block
    return str(block)


def installed_by(command: str) -> set[str]:
    """The names of what a command of the README installs beside Python itself."""
    (extra,) = re.findall(r'pip install -e "\.\[(\w+)\]"', command)
    return set(of_extra(extra))


def of_extra(extra: str) -> Iterator[str]:
    """The names of what an extra installs; an extra can name others."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (listed,) = re.findall(rf"^{extra} = \[(.*?)\]$", project, re.DOTALL | re.MULTILINE)
    for name, inner in re.findall(r'"([A-Za-z][\w-]*)(?:\[([\w,]+)\])?', listed):
        if name == "npm-readiness":
            for other in inner.split(","):
                yield from of_extra(other)
        else:
            yield name


def test_the_first_command_of_the_readme_writes_a_report_and_installs_nothing_to_test_with() -> None:
    command = readme_command("the report")
    assert command.endswith("&& python -m npm_readiness assess examples/turkmenistan.yaml -o turkmenistan.html")
    assert installed_by(command) == {"python-docx", "XlsxWriter"}


def test_the_second_installs_what_the_tests_need_and_runs_them() -> None:
    command = readme_command("the tests")
    assert command.endswith("&& python -m pytest")
    assert {"playwright", "pytest", "openpyxl"} <= installed_by(command)


def test_the_page_on_the_report_explains_every_column_and_key_of_the_reply() -> None:
    from npm_readiness import assess, load_profile
    from npm_readiness.gap_report.language import texts_in
    from npm_readiness.gap_report.sections.context import Context
    from npm_readiness.gap_report.sections.replies import REPLIES
    from npm_readiness.gap_report.sections.sheet_of_replies import keys_sheet, replies_sheet

    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    context = Context(assess(load_profile(ROOT / "examples" / "kyrgyzstan-2025.yaml")), texts_in())
    columns = [column.key for column in replies_sheet(context).tables[0].columns]
    keys = {re.sub(r"^(checklist|reply)\.[\w-]+", r"\1.ID", str(row[0])) for row in keys_sheet(context).tables[0].rows}
    assert [name for name in (*columns, *sorted(keys), *REPLIES) if f"`{name}`" not in page] == []
