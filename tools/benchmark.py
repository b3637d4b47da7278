"""How fast it is, in figures that one command prints: python tools/benchmark.py [--quick | --instructions].

Whole processes stand as ratios to a floor (``tools/floor.py``) that ran just before, since times differ from machine to machine and
from minute to minute, and ratios much less. ``docs/performance.md`` says how to read them, and which figures are aimed at. This is
a report: it fails where something cannot be run, and never on a figure.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

from benchmarking.comparing import comparing
from benchmarking.field import trestle
from benchmarking.large import TIMES, large
from benchmarking.many import many
from benchmarking.processes import Command, Compared, compare, instructions
from benchmarking.steps import steps

from npm_readiness import load_catalogue

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "turkmenistan.yaml"
ARGPARSE = "import argparse; argparse.ArgumentParser(prog='bare').parse_args(['--help'])"
FORMATS = ("html", "json", "text", "markdown", "docx", "xlsx")


def heading(text: str) -> None:
    print(f"\n## {text}\n")


def show(compared: list[Compared], yardstick: str) -> None:
    for one in compared:
        print(f"{one.command.name:<44} {one.milliseconds:8.0f} ms {one.wall:6.2f} × {yardstick} (cpu {one.cpu:.2f} ×)")


def installed(folder: Path) -> Path:
    """Our package as it is after an installation from its wheel: built, unpacked and compiled."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    compileall.compile_dir(site, quiet=1)
    return site


def checkout(folder: Path) -> Path:
    """A checkout as it is after an editable installation: the sources, and beside them what was compiled."""
    copy = folder / "checkout"
    for name in ("npm_readiness", "checklists"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("compiled", "__pycache__"))
    compile_into = runpy.run_path(str(ROOT / "hatch_build.py"))["compile_into"]
    compile_into(copy, copy / "npm_readiness" / "compiled", editable=True)
    return copy


def ours(name: str, site: Path, folder: Path, *words: str, expects: int = 0) -> Command:
    return Command(name, [sys.executable, "-m", "npm_readiness", *words], folder, site, expects)


def floor_of(folder: Path, page: Path) -> Command:
    """The floor for a report of that size."""
    arguments = [str(ROOT / "checklists"), str(EXAMPLE), str(page.stat().st_size)]
    return Command("floor", [sys.executable, str(ROOT / "tools" / "floor.py"), *arguments], folder)


def reports(site: Path, folder: Path, formats: tuple[str, ...]) -> tuple[Command, list[Command]]:
    """The floor, and the commands that are held against it."""
    every = ",".join(load_catalogue().checklists)
    words = ["assess", str(EXAMPLE), "--checklists", every, "--quiet", "--force"]
    editable = checkout(folder)
    page, wrong = folder / "report.html", folder / "wrong.yaml"
    wrong.write_text("country: XX\nassessed_on: yesterday\nanswers: {nothing-of-that-id: {answer: yes}}\n", "utf-8")
    first = ours("first", site, folder, *words, "-o", str(page))
    subprocess.run(first.words, cwd=folder, env=first.environment, check=True)
    floor = floor_of(folder, page)
    commands = [
        ours(
            f"wheel: assess -> {form}",
            site,
            folder,
            *words,
            "-o",
            f"report.{'txt' if form == 'text' else form}",
            "--format",
            form,
        )
        for form in formats
    ]
    commands += [
        ours("editable: assess -> html", editable, folder, *words, "-o", "checkout.html"),
        ours("editable: assess -> json", editable, folder, *words, "-o", "checkout.json"),
        ours("wheel: the error path (a wrong profile)", site, folder, "assess", str(wrong), expects=2),
    ]
    return floor, commands


def counted(site: Path, folder: Path, formats: tuple[str, ...]) -> None:
    """Instructions instead of time: the same on a busy machine as on a quiet one."""
    floor, commands = reports(site, folder, formats)
    heading("Whole processes, the example on all checklists: instructions of the processor, as valgrind counts them")
    least = instructions(floor)
    if least is None:
        print("left out: there is no valgrind")
        return
    print(f"{floor.name:<44} {least / 1e6:8.0f} million")
    for command in commands:
        number = instructions(command) or 0
        print(f"{command.name:<44} {number / 1e6:8.0f} million {number / least:6.2f} × floor")


def whole_processes(site: Path, folder: Path, rounds: int, formats: tuple[str, ...]) -> None:
    floor, commands = reports(site, folder, formats)
    editable = folder / "checkout"
    heading("Whole processes, the example on all checklists")
    show(compare(floor, commands, rounds), "floor")
    heading("--help")
    bare = Command("bare argparse", [sys.executable, "-c", ARGPARSE], folder)
    helps = [
        ours(f"{name}: --help", path, folder, "--help") for name, path in (("wheel", site), ("editable", editable))
    ]
    show(compare(bare, helps, rounds * 3), "bare argparse")
    heading("The field: the same criteria as OSCAL")
    command = trestle(load_catalogue(), folder)
    if isinstance(command, str):
        print(f"left out: {command}")
        return
    show(compare(floor, [command], max(1, rounds // 2)), "floor")


def within_one_process(rounds: int) -> None:
    heading("Within one process")
    for step in steps(EXAMPLE, rounds):
        print(f"{step.name:<44} {step.seconds * 1000:8.1f} ms {step.dumps:6.2f} × json.dumps")


def growth(site: Path, numbers: tuple[int, ...]) -> None:
    heading("Many profiles, loaded and assessed")
    for one in many(EXAMPLE, numbers, site):
        grown = "" if one.doubling is None else f"  {one.doubling:.3f} × per doubling"
        each = one.seconds / one.number * 1000
        print(f"{one.number:>6} profiles {one.seconds:8.1f} s {each:7.1f} ms each {one.megabytes:6.0f} MB{grown}")
    heading(f"A catalogue {TIMES} times as large, all of it assessed")
    for name, (own, ten) in large(ROOT / "checklists", EXAMPLE).items():
        print(f"{name:<44} {own * 1000:8.0f} ms -> {ten * 1000:8.0f} ms {ten / own:6.2f} ×")


def folders(site: Path, numbers: tuple[int, ...], formats: tuple[str, ...]) -> None:
    heading("A folder of profiles compared, on the checklist that they name")
    for one in comparing(EXAMPLE, numbers, formats, site):
        each = one.seconds / one.number * 1000
        print(
            f"{one.number:>6} profiles -> {one.form:<9} {one.seconds:8.1f} s {each:7.1f} ms each {one.megabytes:6.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast npm-readiness is.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, formats and profiles")
    parser.add_argument("--instructions", action="store_true", help="count those of whole processes, and nothing else")
    chosen = parser.parse_args()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=True)
    rounds = 3 if chosen.quick else 9
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load}, {rounds} rounds")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        site = installed(folder)
        if chosen.instructions:
            counted(site, folder, FORMATS)
            return
        whole_processes(site, folder, rounds, FORMATS[:2] if chosen.quick else FORMATS)
        within_one_process(3 if chosen.quick else 7)
        growth(site, (20, 40, 80) if chosen.quick else (200, 2000, 5000))
        if not chosen.quick:
            folders(site, (200, 400, 800, 2000), ("text", "json"))
            folders(site, (400,), ("html", "docx", "xlsx"))


if __name__ == "__main__":
    main()
