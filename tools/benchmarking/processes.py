"""Whole processes, from the start of Python to its end, in turn with one that they are held against.

What else runs on the machine slows both, so that the ratio of two that ran one after the other tells more than a time. The time on
the processor (``cpu``) is steadier still where others use the machine.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Command", "Compared", "Took", "compare", "instructions", "run"]

COLLECTED = re.compile(r"Collected : (\d+)")
"""Where callgrind says how many instructions it has seen."""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to run: ``words`` as a shell would take them, ``expects`` the exit code that it ends with."""

    name: str
    words: Sequence[str]
    folder: Path
    path: Path | None = None
    expects: int = 0

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables of the process; ``path`` is where it finds our package."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return {**kept, "PYTHONPATH": str(self.path)} if self.path else kept


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock and on the processor."""

    wall: float
    cpu: float


@dataclass
class Compared:
    """A command beside what it is held against, run after run."""

    command: Command
    took: list[Took] = field(default_factory=list)
    floor: list[Took] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """The median of the ratios on the clock."""
        return statistics.median(own.wall / other.wall for own, other in zip(self.took, self.floor, strict=True))

    @property
    def cpu(self) -> float:
        """The median of the ratios on the processor."""
        return statistics.median(own.cpu / other.cpu for own, other in zip(self.took, self.floor, strict=True))

    @property
    def milliseconds(self) -> float:
        """The median time on the clock."""
        return statistics.median(own.wall for own in self.took) * 1000


def run(command: Command) -> Took:
    """Run it once; raises ``RuntimeError`` where it ends with another exit code than it should."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command.words, cwd=command.folder, env=command.environment, capture_output=True, text=True, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != command.expects:
        raise RuntimeError(f"{command.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def compare(floor: Command, commands: Sequence[Command], rounds: int) -> list[Compared]:
    """Run the floor and each command in turn, after one round that is not counted; the floor runs before every command."""
    compared = [Compared(command) for command in commands]
    for command in (floor, *commands):
        run(command)
    for _ in range(rounds):
        for one in compared:
            one.floor.append(run(floor))
            one.took.append(run(one.command))
    return compared


def instructions(command: Command) -> int | None:
    """How many instructions the process takes when it runs the second time; ``None`` where there is no valgrind.

    Texts have the same hashes each time, so that the figure is nearly the same each time too, whatever else the machine does.
    Raises ``RuntimeError`` where the process ends with another exit code than it should.
    """
    if shutil.which("valgrind") is None:
        return None
    run(command)  # The first time, Python compiles what it imports.
    words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command.words]
    environment = {**command.environment, "PYTHONHASHSEED": "0"}
    done = subprocess.run(words, cwd=command.folder, env=environment, capture_output=True, text=True, check=False)
    found = COLLECTED.search(done.stderr)
    if done.returncode != command.expects or found is None:
        raise RuntimeError(f"{command.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return int(found[1])
