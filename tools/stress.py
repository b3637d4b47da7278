"""How long hostile inputs take, and how much memory: python tools/stress.py [--only WORD] [--scale 0.5].

Each input of ``tests/large.py`` and ``tests/large_plans.py`` comes near to what one file may hold (2 MB, 100,000 values). Wanted:
every command refuses it or reports on it within 10 seconds (of the processor, not the clock) and 500 MB.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))

from tests.large import LARGE_CATALOGUES, LARGE_PROFILES, Files  # noqa: E402
from tests.large_plans import LARGE_SETS  # noqa: E402

FORMS = (".html", ".xlsx", ".docx", ".xlsform.xlsx")
FORMATS = ("json", "text", "html", "markdown", "docx", "xlsx")
MOST_SECONDS, MOST_MEMORY = 10, 500
MOST_LETTERS = 70


def main() -> None:
    """Run every command over every input, and print what is out of proportion with an exclamation mark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="inputs whose name holds this")
    parser.add_argument(
        "--commands", default="", help="commands that hold one of these words, with commas between them"
    )
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--limit", type=float, default=40, help="seconds after which a command is ended")
    chosen = parser.parse_args()
    alone = {name: (*entry, None) for name, entry in {**LARGE_PROFILES, **LARGE_CATALOGUES}.items()}
    for name, (make, size, commands) in {**alone, **LARGE_SETS}.items():
        if chosen.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = make(max(int(size * chosen.scale), 1))
            _write(files, Path(folder))
            print(f"{name}: {sum(map(len, files.values())):,} bytes", flush=True)
            for command in _commands(files) if commands is None else _on_these(commands, files):
                if any(word in " ".join(command) for word in chosen.commands.split(",")):
                    _show(command, Path(folder), chosen.limit)


def _write(files: Files, folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _on_these(commands: Iterable[Sequence[str]], files: Files) -> Iterator[list[str]]:
    """The commands with the files that they name, drawn as well as counted where they draw."""
    for command in commands:
        whole = [name for word in command for name in (sorted(files) if word == "FILES" else [word])]
        drawn = command[0] != "gather" and "-o" not in command
        for name in FORMATS if drawn else ("",):
            yield [*whole, *(("--format", name) if name else ()), *(("--force",) if "-o" in command else ())]


def _commands(files: Files) -> list[list[str]]:
    own = ["--catalogue", "own"] if any(name.startswith("own/") for name in files) else []
    commands = [["validate", *sorted(files)[:50], *own]]
    if "profile.yaml" in files:
        commands += [["assess", "profile.yaml", "--format", name, *own] for name in FORMATS]
        commands += [["roadmap", "profile.yaml", "--format", name, *own] for name in (*FORMATS, "csv")]
        commands += [["models", "profile.yaml", "--format", name, *own] for name in FORMATS]
        commands += [["collect", "profile.yaml", "-o", f"form{ending}", *own] for ending in FORMS]
    else:
        commands += [["checklists", *own]]
    return commands


def _show(command: list[str], folder: Path, limit: float) -> None:
    started = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "npm_readiness", *command],
            cwd=folder,
            env=environment,
            stdout=said,
            stderr=said,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 1)),  # noqa: PLW1509
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        size, trouble = said.seek(0, 2), b""
        if process.returncode not in (0, 1, 2):
            said.seek(max(size - 300, 0))
            trouble = said.read()[-300:]
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1000
    mark = "!" if seconds > MOST_SECONDS or memory > MOST_MEMORY or process.returncode not in (0, 1, 2) else " "
    ended = "" if process.returncode in (0, 1, 2) else f" ended by {_name(process.returncode)} {trouble!r}"
    print(
        f"  {mark} {seconds:6.1f} s {memory:6.0f} MB {size / 1e6:7.1f} MB out  {_in_short(command)}{ended}"
        f"  (exit {process.returncode}, {time.monotonic() - started:.1f} s by the clock)",
        flush=True,
    )


def _in_short(command: Sequence[str]) -> str:
    """A command on a line, without the names of many files."""
    whole = " ".join(command)
    return whole if len(whole) <= MOST_LETTERS else f"{whole[:20]} … {whole[-40:]}"


def _name(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _until_nobody_reads() -> int:
    """Everything, or as much as whoever reads wants: of ``… | head`` the end is no error."""
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still to be written when Python ends has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    return 0


if __name__ == "__main__":
    sys.exit(_until_nobody_reads())
