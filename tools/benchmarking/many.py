"""Many profiles in one process: how time and memory grow. Run as a process of its own for each number of profiles.

    python many.py EXAMPLE NUMBER

prints the seconds on the processor that loading and assessing took, and the most memory that the process had, in megabytes.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Many", "many"]

KINDS = 20
"""How many different profiles there are, which come round again and again."""


@dataclass(frozen=True, slots=True)
class Many:
    """So many profiles: seconds and megabytes; ``doubling`` is what twice as many take, from the number before to this one."""

    number: int
    seconds: float
    megabytes: float
    doubling: float | None


def many(example: Path, numbers: Sequence[int], package: Path) -> list[Many]:
    """Load and assess so many profiles, each number in a process of its own that finds our package in ``package``."""
    found: list[Many] = []
    for number in numbers:
        command = [sys.executable, __file__, str(example), str(number)]
        done = subprocess.run(command, env={"PYTHONPATH": str(package)}, capture_output=True, text=True, check=True)
        seconds, megabytes = json.loads(done.stdout)
        before = found[-1] if found else None
        doubling = None
        if before is not None:
            doubling = (seconds / before.seconds) ** (1 / math.log2(number / before.number))
        found.append(Many(number, seconds, megabytes, doubling))
    return found


def variants(example: Path, folder: Path) -> list[Path]:
    """Profiles that differ from the example in the name of the country."""
    text = example.read_text(encoding="utf-8")
    files = []
    for number in range(KINDS):
        file = folder / f"profile-{number}.yaml"
        file.write_text(text.replace("assessed_on:", f"country_name: Country {number}\nassessed_on:", 1), "utf-8")
        files.append(file)
    return files


def main() -> None:
    """Load and assess, one profile after the other, and keep nothing but a count of the gaps."""
    from npm_readiness import assess, load_catalogue, load_profile

    example, number = Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as made:
        files = variants(example, Path(made))
        catalogue = load_catalogue()
        gaps, start = 0, time.process_time()
        for place in range(number):
            gaps += len(assess(load_profile(files[place % KINDS], catalogue), catalogue).gaps)
        seconds = time.process_time() - start
    if not gaps:
        raise RuntimeError("the example has no gap; nothing was assessed")
    print(json.dumps([seconds, megabytes()]))


def megabytes() -> float:
    """The most memory that this process had since it began to be Python."""
    status = Path("/proc/self/status")
    if status.exists():
        # What ``getrusage`` says is never less than what the process had that started this one.
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
