"""Templates that were compiled ahead draw the same page, or are not used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader, ModuleLoader

from npm_readiness.gap_report.formats.html import page, templates
from npm_readiness.gap_report.formats.html.page import environment, html_of
from npm_readiness.gap_report.formats.html.templates import TEMPLATES, compile_templates, loader
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from npm_readiness.models.assessment import Assessment


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    compile_templates(environment(FileSystemLoader(TEMPLATES)), folder)
    return folder


def test_they_draw_the_same_page(made: Path, monkeypatch: pytest.MonkeyPatch, turkmenistan: Assessment) -> None:
    report = View(turkmenistan, texts_in("en")).report
    pages = set()
    for source in (loader(made), FileSystemLoader(TEMPLATES)):
        with monkeypatch.context() as patched:
            patched.setattr(page, "environment", lambda source=source: environment(source))
            pages.add(html_of(report))
    assert isinstance(loader(made), ModuleLoader)
    assert len(pages) == 1


def test_every_template_is_compiled(made: Path) -> None:
    assert len(list(made.glob("tmpl_*.py"))) == len(list(TEMPLATES.glob("*.j2")))


def test_without_them_the_sources_are_used(tmp_path: Path) -> None:
    assert isinstance(loader(tmp_path / "none"), FileSystemLoader)


def test_a_changed_source_is_noticed(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = shutil.copytree(TEMPLATES, tmp_path / "templates")
    monkeypatch.setattr(templates, "TEMPLATES", sources)
    assert isinstance(loader(made), ModuleLoader)
    (sources / "cover.html.j2").write_text("<p>Another cover.\n", encoding="utf-8")
    assert isinstance(loader(made), FileSystemLoader)


@pytest.mark.parametrize("damage", ["a module", "the index", "a module less"])
def test_damaged_ones_are_not_used(made: Path, tmp_path: Path, damage: str) -> None:
    copy = shutil.copytree(made, tmp_path / "compiled")
    module = min(copy.glob("tmpl_*.py"))
    if damage == "a module":
        module.write_text("", encoding="utf-8")
    elif damage == "the index":
        (copy / "index.json").write_bytes(b"{")
    else:
        module.unlink()
    assert isinstance(loader(copy), FileSystemLoader)
