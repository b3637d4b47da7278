"""The same input gives the same bytes: python tools/reproducible.py [PYTHON …] [--dist].

Every output of every command is made on each Python that is named (they need what the package needs; by default the one that
runs this), in surroundings that differ: the locale, the time zone, the seed of hashes, the folder, the rights that new files get.
The first Python makes it in all of them, each other one in one.
With --dist the wheel and the source distribution are built twice in two places as well (needs build and hatchling). Exit code 1
where any bytes differ, or where the same was not made everywhere.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
PROFILES = ("turkmenistan", "georgia")
SURROUNDINGS: tuple[dict[str, str], ...] = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "UMASK": "022"},
    {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "UMASK": "077"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONHASHSEED": "random", "UMASK": "000"},
)
FORMATS = {"html": "html", "docx": "docx", "xlsx": "xlsx", "md": "markdown", "json": "json", "txt": "text"}


def main() -> int:
    """Make everything everywhere, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pythons", metavar="PYTHON", nargs="*", default=[sys.executable])
    parser.add_argument("--dist", action="store_true", help="build the wheel and the source distribution too")
    chosen = parser.parse_args()
    found: dict[str, dict[str, str]] = {}
    for number, python in enumerate(chosen.pythons):
        # All of them on the first Python; on each of the others one is enough to tell the Python from the surroundings.
        for surroundings in SURROUNDINGS if number == 0 else SURROUNDINGS[1:2]:
            told = f"{python} {' '.join(surroundings.values())}"
            for name, digest in _made(python, surroundings).items():
                found.setdefault(name, {})[told] = digest
            print(f"made on {told}", flush=True)
    if chosen.dist:
        for number in range(2):
            for name, digest in _built(number).items():
                found.setdefault(name, {})[f"build {number}"] = digest
    everywhere = max(len(digests) for name, digests in found.items() if not name.startswith("dist"))
    bad = [
        name
        for name, digests in found.items()
        if len(set(digests.values())) > 1 or (not name.startswith("dist") and len(digests) < everywhere)
    ]
    for name in bad:
        print(f"differs: {name}")
        for told, digest in found[name].items():
            print(f"  {digest[:16]}  {told}")
    print(f"{len(found)} outputs, {everywhere} times each, {len(bad)} that differ")
    return 1 if bad else 0


def _made(python: str, surroundings: dict[str, str]) -> dict[str, str]:
    """The digests of all outputs, made in a folder of their own."""
    umask, environment = int(surroundings["UMASK"], 8), {**os.environ, **surroundings, "PYTHONPATH": str(TOP)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / f"at {umask:o}"
        folder.mkdir()
        for profile in PROFILES:
            shutil.copy(TOP / "examples" / f"{profile}.yaml", folder)
        for command in _commands():
            subprocess.run(  # noqa: S603
                [python, "-m", "npm_readiness", *command],
                cwd=folder,
                env=environment,
                umask=umask,
                capture_output=True,
                check=True,
            )
        return {path.name: _digest(path) for path in sorted(folder.iterdir())}


def _commands() -> list[list[str]]:
    commands = [["init", "--country", "GEO", "-o", "new.yaml"]]
    for profile in PROFILES:
        given = f"{profile}.yaml"
        commands += [
            ["assess", given, "--format", form, "-o", f"{profile}-report.{end}"] for end, form in FORMATS.items()
        ]
        commands += [["roadmap", given, "-o", f"{profile}-roadmap.{end}"] for end in ("html", "json", "docx", "xlsx")]
        commands += [["models", given, "-o", f"{profile}-models.{end}"] for end in ("html", "json", "xlsx")]
        commands += [["collect", given, "-o", f"{profile}-form.{end}"] for end in ("html", "xlsx", "docx")]
    return commands


def _built(number: int) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / f"tree-{number}"
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True).stdout  # noqa: S607
        for path in filter(None, listed.decode().split("\0")):
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / path, tree / path)
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "build", "--no-isolation", "--outdir", f"{name}/dist", str(tree)],
            capture_output=True,
            check=True,
            umask=0o022 if number else 0o077,
        )
        return {f"dist/{path.name}": _digest(path) for path in sorted(Path(name, "dist").iterdir())}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
