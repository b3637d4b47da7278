"""Fuzz every target for a while and print how often each was executed: python tools/fuzz.py --seconds 60.

Needs the extra fuzz (atheris, which has wheels for Python 3.11 to 3.13 on Linux). The seconds are shared out by ``SHARES``. What
escapes is kept in the folder of --escapes, and the run goes on; the exit code says whether there was any. New inputs that lead
somewhere new are kept in the folder of --grown, so that a long run can be taken up again.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

TOP = Path(__file__).parent.parent
SHARES = {
    "reader": 8,
    "parsers": 8,
    "profiles": 3,
    "catalogues": 2,
    "assessments": 4,
    "raw_assessments": 2,
    "answers": 4,
    "answer_files": 3,
    "workbooks": 2,
    "formats": 3,
}
EXECUTED = re.compile(rb"stat::number_of_executed_units:\s*(\d+)")
LEAST_SECONDS = 2


def main() -> int:
    """Run the targets in turn until the time is over."""
    arguments = _arguments()
    total = sum(SHARES[name] for name in arguments.targets)
    executed: Counter[str] = Counter()
    escapes: list[str] = []
    arguments.escapes.mkdir(parents=True, exist_ok=True)
    for name in arguments.targets:
        ends = time.monotonic() + arguments.seconds * SHARES[name] / total
        while (left := ends - time.monotonic()) > 0:
            runs, found = _run(name, max(int(left), LEAST_SECONDS), arguments)
            executed[name] += runs
            escapes += found
            if left < LEAST_SECONDS or (not found and not runs):
                break
        print(f"{name:<16} {executed[name]:>12,}", flush=True)
    print(f"{'all':<16} {executed.total():>12,} executions, {len(escapes)} escapes", flush=True)
    for escape in escapes:
        print(escape)
    return 1 if escapes else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--escapes", type=Path, default=Path(tempfile.gettempdir()) / "npm-readiness-escapes")
    parser.add_argument("--grown", type=Path, default=None, help="a folder to which the corpora may grow")
    parser.add_argument("--length", type=int, default=2_000, help="of an input, in bytes")
    parser.add_argument("targets", nargs="*", default=list(SHARES), help=f"of {', '.join(SHARES)} (default: all)")
    return parser.parse_args()


def _run(name: str, seconds: int, arguments: argparse.Namespace) -> tuple[int, list[str]]:
    """How often one target was executed, and what escaped: the file of the input, with the last lines of what was said."""
    grown = arguments.grown or Path(tempfile.mkdtemp(prefix="npm-readiness-fuzz-"))
    own = grown / name
    own.mkdir(parents=True, exist_ok=True)
    before = set(arguments.escapes.iterdir())
    command = [
        *(sys.executable, "-m", "tests.fuzz.run", name, str(own), str(TOP / "tests" / "fuzz" / "corpus" / name)),
        *(f"-max_total_time={seconds}", f"-max_len={arguments.length}", "-print_final_stats=1", "-timeout=60"),
        *("-rss_limit_mb=2048", f"-artifact_prefix={arguments.escapes}/{name}-"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(TOP), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=TOP, env=environment, capture_output=True, check=False)  # noqa: S603
    said = done.stdout + done.stderr
    runs = sum(int(number) for number in EXECUTED.findall(said))
    new = sorted(set(arguments.escapes.iterdir()) - before)
    for escape in new:
        escape.with_suffix(".said").write_bytes(said[-6_000:])
    if done.returncode and not new:
        print(said[-3_000:].decode("utf-8", "replace"), file=sys.stderr)
        return runs, [f"{name}: the run ended with {done.returncode}"]
    return runs, [str(path) for path in new]


if __name__ == "__main__":
    sys.exit(main())
