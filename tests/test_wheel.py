"""What is installed is what is in the repository: code, checklists, templates, tables, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from npm_readiness.loading.catalogue import load_catalogue

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once by the backend itself: no network, no environment of its own, and so quick."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_below(folder: str, installed_as: str) -> dict[str, bytes]:
    """The files below a folder of the repository by the names that they have once installed, without compiled Python."""
    top = ROOT / folder
    return {
        f"{installed_as}/{file.relative_to(top).as_posix()}": file.read_bytes()
        for file in top.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }


def test_the_wheel_holds_the_package_and_the_checklists_and_nothing_else(wheel: Path) -> None:
    expected = files_below("npm_readiness", "npm_readiness") | files_below("checklists", "npm_readiness/checklists")
    installed = {name: content for name, content in contents(wheel).items() if ".dist-info/" not in name}
    assert sorted(installed) == sorted(expected)
    assert installed == expected


@pytest.mark.parametrize(
    "name",
    [
        "npm_readiness/py.typed",
        "npm_readiness/models/countries.csv",
        "npm_readiness/checklists/dimensions.yaml",
        "npm_readiness/checklists/code-chapters.yaml",
        "npm_readiness/checklists/respondents.yaml",
        "npm_readiness/checklists/opcat.yaml",
        "npm_readiness/checklists/treaty-status.csv",
        "npm_readiness/checklists/article-24.csv",
        "npm_readiness/checklists/register/instruments.yaml",
        "npm_readiness/checklists/register/opcat.yaml",
    ],
)
def test_the_wheel_holds_what_only_looks_like_data(wheel: Path, name: str) -> None:
    assert name in contents(wheel)


def test_the_wheel_holds_the_templates_and_the_licence(wheel: Path) -> None:
    names = list(contents(wheel))
    assert [name for name in names if "/templates/" in name and name.endswith(".html.j2")]
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]


def test_the_wheel_installs_the_script(wheel: Path) -> None:
    (entry_points,) = (text for name, text in contents(wheel).items() if name.endswith("/entry_points.txt"))
    assert b"npm-readiness = npm_readiness.__main__:main" in entry_points


def test_the_installed_package_finds_its_checklists(wheel: Path, tmp_path: Path) -> None:
    """Away from the repository, the library reads the catalogue that came with it, and it is the same one."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    script = (
        "import npm_readiness\n"
        "catalogue = npm_readiness.load_catalogue()\n"
        "print(npm_readiness.__file__, catalogue.register_sha256, *sorted(catalogue.checklists), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where, *found = done.stdout.splitlines()
    here = load_catalogue()
    assert Path(where).is_relative_to(tmp_path)
    assert found == [here.register_sha256, *sorted(here.checklists)]
