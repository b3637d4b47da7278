"""What the package needs, under which licences, and whether any of it is known to be unsafe.

    python tools/dependencies.py                      each dependency that is installed, its version and its licence
    python tools/dependencies.py --advisories FOLDER  and whether an advisory in the folder concerns any of it

An advisory concerns the version that is installed, or the oldest that pyproject.toml allows. The folder holds advisories in the OSV
format, a file each: in JSON, as osv.dev gives them out for the ecosystem PyPI in one archive, or in YAML, as they stand in the
repository pypa/advisory-database. It is fetched once, where there is a network, and carried to where there is none.

Exit code 1 where an advisory concerns what we need, where the folder holds none, where a direct dependency has no upper bound, or
where something that runs with us is under the GPL or the LGPL.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import yaml

TOP = Path(__file__).parent.parent
RUNTIME = ("dependencies", "office", "collect", "calendar")
"""The lists of pyproject.toml that are installed where the package is used."""
REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COPYLEFT = re.compile(r"\bL?GPL|GNU (?:Lesser )?General Public", re.IGNORECASE)


def main() -> int:
    """Print the table, and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--advisories", type=Path)
    chosen = parser.parse_args()
    direct = list(_direct())
    wrong = [f"{need}: no upper bound" for need in direct if "<" not in need]
    installed = _installed(_plain(match.group()) for need in direct if (match := REQUIREMENT.match(need)))
    for name, found in sorted(installed.items()):
        licence = _licence(found)
        print(f"{name:<24} {found.version:<14} {licence}")
        if COPYLEFT.search(licence):
            wrong.append(f"{name}: {licence}")
    if chosen.advisories:
        wrong += _concerned(
            chosen.advisories, [*_oldest(direct), *((name, one.version) for name, one in installed.items())]
        )
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _direct() -> Iterator[str]:
    """The requirements of pyproject.toml; a reader of TOML is not in every Python that we support."""
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    for key in RUNTIME:
        found = re.search(rf"^{key} = \[(.*?)\]$", text, re.MULTILINE | re.DOTALL)
        listed = re.findall(r'"([^"]+)"', found[1]) if found else []
        yield from (need for need in listed if not need.startswith("npm-readiness"))


def _installed(names: Iterator[str]) -> dict[str, Distribution]:
    """These and whatever they need in turn, as far as it is installed."""
    found: dict[str, Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        needs = (need for need in found[name].requires or () if "extra ==" not in need)
        waiting += [_plain(match.group()) for need in needs if (match := REQUIREMENT.match(need))]
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(found: Distribution) -> str:
    data: Any = found.metadata
    of_class = [
        line.rsplit(" :: ", 1)[-1] for line in data.get_all("Classifier") or () if line.startswith("License ::")
    ]
    said = data.get("License-Expression") or "; ".join(of_class) or (data.get("License") or "").split("\n")[0]
    return said or "not stated"


def _oldest(direct: list[str]) -> Iterator[tuple[str, str]]:
    """The oldest version that each direct dependency may have: whoever installs us beside others may get that one."""
    for need in direct:
        if found := re.match(r"([A-Za-z0-9._-]+)>=([0-9.]+)", need):
            yield _plain(found[1]), found[2]


def _concerned(folder: Path, versions: list[tuple[str, str]]) -> Iterator[str]:
    read = 0
    for path in sorted((*folder.rglob("*.json"), *folder.rglob("*.yaml"))):
        text = path.read_bytes()
        advisory: Any = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader)  # noqa: S506
        if not isinstance(advisory, dict) or "id" not in advisory or advisory.get("withdrawn"):
            continue
        read += 1
        for affected in advisory.get("affected", ()):
            name = _plain(affected.get("package", {}).get("name", ""))
            for version in sorted({version for one, version in versions if one == name}):
                if _affects(affected, version):
                    yield f"{name} {version}: {advisory['id']} {advisory.get('summary', '')}".rstrip()
    print(f"{read} advisories read")
    if not read:
        yield f"{folder}: no advisory in it"


def _affects(affected: dict[str, Any], version: str) -> bool:
    if version in affected.get("versions", ()):
        return True
    for span in affected.get("ranges", ()):
        inside = False
        for event in span.get("events", ()) if span.get("type") == "ECOSYSTEM" else ():
            if "introduced" in event and _key(version) >= _key(event["introduced"]):
                inside = True
            if "fixed" in event and _key(version) >= _key(event["fixed"]):
                inside = False
            if "last_affected" in event and _key(version) > _key(event["last_affected"]):
                inside = False
        if inside:
            return True
    return False


def _key(version: str) -> tuple[int, ...]:
    """The numbers of a release; what stands behind them makes no difference that would hide an advisory."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in found.group().split(".")] if found else [0]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


if __name__ == "__main__":
    sys.exit(main())
