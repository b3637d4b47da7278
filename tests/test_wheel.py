"""What is installed is what is in the repository: code, checklists, templates, tables, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from npm_readiness.loading.catalogue import load_catalogue

ROOT = Path(__file__).parents[1]
COMPILED = ROOT / "npm_readiness" / "compiled"
"""What an editable installation compiles into the checkout; a wheel has its own."""


def built(kind: str, folder: Path, source: Path = ROOT, **variables: str) -> Path:
    """A wheel or an sdist, built by the backend itself: no network, no environment of its own, and so quick."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    done = subprocess.run(
        command, cwd=source, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once."""
    return built("wheel", tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_below(folder: str, installed_as: str) -> dict[str, bytes]:
    """The files below a folder of the repository by the names that they have once installed, without compiled Python."""
    top = ROOT / folder
    return {
        f"{installed_as}/{file.relative_to(top).as_posix()}": file.read_bytes()
        for file in top.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and COMPILED not in file.parents
    }


def test_the_wheel_holds_the_package_and_the_checklists_and_nothing_else(wheel: Path) -> None:
    expected = files_below("npm_readiness", "npm_readiness") | files_below("checklists", "npm_readiness/checklists")
    beside = (".dist-info/", "npm_readiness/compiled/")
    installed = {name: content for name, content in contents(wheel).items() if not any(part in name for part in beside)}
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


def test_the_wheel_holds_what_was_compiled_of_the_checklists_and_the_templates_in_it(
    wheel: Path, tmp_path: Path
) -> None:
    """And the installed package uses it: what was compiled belongs to what lies beside it."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    script = (
        "from npm_readiness.loading.compiled import compiled_catalogue\n"
        "from npm_readiness.loading.folders import built_in_folder\n"
        "from npm_readiness.loading.located import load_located\n"
        "from npm_readiness.gap_report.formats.html.templates import loader\n"
        "assert compiled_catalogue(built_in_folder()) == load_located().catalogue\n"
        "print(type(loader()).__name__)\n"
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
    assert done.stdout == "ModuleLoader\n"


def test_the_wheel_of_the_sdist_is_the_same_to_the_byte_whatever_the_hash_seed(wheel: Path, tmp_path: Path) -> None:
    sdist = built("sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert not (source / "npm_readiness" / "compiled").exists()
    again = built("wheel", tmp_path / "wheel", source, PYTHONHASHSEED="7")
    assert again.read_bytes() == wheel.read_bytes()
