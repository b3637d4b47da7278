"""A folder of profiles compared: how time and memory grow. Run as processes of their own for each number of profiles.

Each profile is of another country, until there are no more countries, and its answers differ from those of the others.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from npm_readiness.models.countries import all_countries

__all__ = ["ComparedFolder", "comparing"]

KNOWN = re.compile(r"^( +answer: )(?:partial|no)$", re.MULTILINE)
COUNTRY = re.compile(r"^country: .*$", re.MULTILINE)
OTHERWISE = 0.3
"""The share of answers of the example that are drawn anew in each profile."""


@dataclass(frozen=True, slots=True)
class ComparedFolder:
    """So many profiles in a format: seconds on the processor, and the most memory that the process had, in megabytes.

    That is never less than what the benchmark itself has, from which the process began (about 95 MB).
    """

    number: int
    form: str
    seconds: float
    megabytes: float


def comparing(example: Path, numbers: Sequence[int], formats: Sequence[str], package: Path) -> Iterator[ComparedFolder]:
    """Compare folders of so many profiles, each in a process of its own that finds our package in ``package``."""
    with tempfile.TemporaryDirectory() as made:
        for number in numbers:
            folder = Path(made) / str(number)
            folder.mkdir()
            fill(folder, example, number)
            for form in formats:
                yield _compared(folder, number, form, package)


def fill(folder: Path, example: Path, number: int) -> None:
    """Write so many profiles, the same each time."""
    text, countries = example.read_text(encoding="utf-8"), all_countries()
    for place in range(number):
        drawn = random.Random(place)  # noqa: S311 - no secret, the same each time
        content = KNOWN.sub(partial(_answer, drawn), text)
        content = COUNTRY.sub(f"country: {countries[place % len(countries)].alpha3}", content)
        (folder / f"{place:05}.yaml").write_text(content, encoding="utf-8")


def _answer(drawn: random.Random, found: re.Match[str]) -> str:
    """The answer as it is, or another one in its place; never a better one, which the facts might contradict."""
    return f"{found[1]}no" if drawn.random() < OTHERWISE else found[0]


def _compared(folder: Path, number: int, form: str, package: Path) -> ComparedFolder:
    output = folder.with_suffix(f".{form}")
    words = ["compare", str(folder), "--format", form, "-o", str(output), "--quiet", "--force"]
    environment = {**os.environ, "PYTHONPATH": str(package)}
    process = subprocess.Popen(
        [sys.executable, "-m", "npm_readiness", *words],
        cwd=folder.parent,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"compare {form} of {number} profiles: exit code {process.returncode}")
    return ComparedFolder(number, form, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
