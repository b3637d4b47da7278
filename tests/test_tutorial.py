"""The tutorial: what it tells a reader to type runs, in its order, and what it shows is what comes out.

The page is the test. Boxes marked ``sh`` hold commands; boxes marked ``text`` what those of the box before print, on standard
output and standard error together; boxes marked ``yaml`` lines of the file that was last named. A line ``…`` stands for what was
cut: what lies between two of them must stand in the real output, in this order. The table of step 4 is filled in as the
offices would.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from npm_readiness import load_profile
from npm_readiness.__main__ import main
from npm_readiness.collecting.forms.workbook.columns import CHOICES
from npm_readiness.loading.catalogue import default_catalogue
from tests.collecting.given import filled_in
from tests.collecting.test_page import saved

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
FILES = ROOT / "examples" / "tutorial"
COPY = "cp -r examples/tutorial meridonia && cd meridonia"
"""The one line that is for the shell; the test copies the folder itself."""

CUT = "…"
BOX_OR_TABLE = re.compile(r"^```(\w*)\n(.*?)^```$|^(\| office .*?)\n\n", re.DOTALL | re.MULTILINE)
NAMED_FILE = re.compile(r"[\w-]+\.yaml")
PROBLEM = re.compile(r"^(?!warning: )\S+:\d+:\d+: ", re.MULTILINE)
MOST_LINES = 355

HEAD_ROWS = 3
"""On the sheet of sources, above the first of them."""


class Part(NamedTuple):
    """A part that the test acts on: the mark of a box (``table`` for the table), what it holds, and what stands before it."""

    kind: str
    text: str
    line: int
    before: str


def parts_of(page: str) -> Iterator[Part]:
    for found in BOX_OR_TABLE.finditer(page):
        kind = "table" if found[3] else found[1]
        yield Part(kind, found[3] or found[2], page[: found.start()].count("\n") + 1, page[: found.start()])


def pieces_of(shown: str) -> list[str]:
    """What a box shows, without what it cuts."""
    pieces = re.split(rf"^{CUT}\n", shown, flags=re.MULTILINE)
    return [piece.rstrip("\n") for piece in pieces if piece.strip()]


def not_found(shown: str, real: str) -> str | None:
    """The first piece that does not stand in the real text, or stands before the one above it."""
    place = 0
    for piece in pieces_of(shown):
        place = real.find(piece, place)
        if place < 0:
            return piece
        place += len(piece)
    return None


@dataclass
class Walk:
    """What happened to somebody who did what the page says."""

    folder: Path
    output: str = ""
    commands: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    def does(self, part: Part) -> None:
        if part.kind == "sh":
            self.output = "".join(self.types(line) for line in part.text.splitlines())
        elif part.kind == "table":
            self.fills_in(part.text)
        elif part.kind == "text":
            self.reads(part, self.output)
        elif part.kind == "yaml":
            name = NAMED_FILE.findall(part.before)[-1]
            self.reads(part, (self.folder / name).read_text(encoding="utf-8"))

    def types(self, line: str) -> str:
        if line == COPY:
            shutil.copytree(FILES, self.folder, dirs_exist_ok=True)
            return ""
        program, *arguments = shlex.split(line)
        assert program == "npm-readiness", line
        self.commands.append(line)
        stream = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
        with pytest.MonkeyPatch.context() as patched:
            patched.chdir(self.folder)
            patched.setattr(sys, "stdout", stream)
            patched.setattr(sys, "stderr", stream)
            code = main(arguments)
        stream.seek(0)
        told = stream.read()
        if bool(code) != bool(PROBLEM.search(told)):
            self.differences.append(f"{line}: exit code {code}\n{told}")
        return told

    def reads(self, part: Part, real: str) -> None:
        missing = not_found(part.text, real)
        if missing is not None:
            self.differences.append(f"line {part.line} shows what is not there:\n{missing}\n--- but\n{real}")

    def fills_in(self, table: str) -> None:
        """Give the answers of the table on the forms that lie in the folder: a workbook, and what a page saves."""
        workbook, page = self.folder / "health.xlsx", self.folder / "foreign-affairs.html"
        answered = answers_in(table)
        health, foreign = answered["Ministry of Health"], answered["Ministry of Foreign Affairs"]
        filled = filled_in(workbook.read_bytes(), health, by="Ministry of Health")
        workbook.write_bytes(with_source(filled, "Law on Health Care", "law"))
        chosen = {question: {**row, "answer": CHOICES[row["answer"]]} for question, row in foreign.items()}
        content = saved(page.read_text(encoding="utf-8"), chosen, by="Ministry of Foreign Affairs")
        page.with_suffix(".json").write_text(json.dumps(content), encoding="utf-8")


def answers_in(table: str) -> dict[str, dict[str, dict[str, str]]]:
    """What each office fills in, by the id of the question that the table has in words."""
    ids: Mapping[str, str] = {question.text: name for name, question in default_catalogue().questions.items()}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in table.splitlines()[2:]:
        office, text, answer, source, pinpoint = (cell.strip() for cell in row.strip("|").split("|"))
        cells = {"answer": answer, "source": source, "pinpoint": pinpoint}
        found.setdefault(office, {})[ids[text]] = {name: cell for name, cell in cells.items() if cell}
    return found


def with_source(form: bytes, title: str, kind: str) -> bytes:
    """The workbook with one more source on its sheet of sources."""
    book = openpyxl.load_workbook(BytesIO(form))
    sheet = book["Sources"]
    row = next(row for row in range(1, sheet.max_row + 2) if row > HEAD_ROWS and not sheet.cell(row, 1).value)
    sheet.cell(row, 1).value, sheet.cell(row, 2).value = title, kind
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_page_from_beginning_to_end(tmp_path: Path) -> None:
    """One test, since everything is done once: what is shown is what happens, and what comes out holds together."""
    walk = Walk(tmp_path / "meridonia")
    for part in parts_of(PAGE.read_text(encoding="utf-8")):
        walk.does(part)
    if walk.differences:
        pytest.fail("\n\n".join(walk.differences))
    goes_from_a_new_profile_to_a_public_report(walk)
    a_source_that_an_office_adds_says_what_kind_of_text_it_is(walk)
    what_was_gathered_and_agreed_stands_in_the_profile_of_later(walk)
    the_public_version_says_nothing_of_what_was_said_in_confidence(walk)


def goes_from_a_new_profile_to_a_public_report(walk: Walk) -> None:
    told = list(dict.fromkeys(line.split()[1] for line in walk.commands))
    assert told == [
        *("init", "assess", "validate", "collect", "gather"),
        *("reconcile", "models", "roadmap", "bill", "compare"),
    ]
    assert walk.commands[-1].endswith("--public --parts short -o public.html")


def a_source_that_an_office_adds_says_what_kind_of_text_it_is(walk: Walk) -> None:
    sources = load_profile(walk.folder / "gathered.yaml").sources
    assert {source.title: str(source.kind) for source in sources.values()}["Law on Health Care"] == "law"


def what_was_gathered_and_agreed_stands_in_the_profile_of_later(walk: Walk) -> None:
    """The story does not contradict itself: what an office answered, and the groups agreed on, is still so when the bill comes."""
    merged = load_profile(walk.folder / "merged.yaml").answers
    later = load_profile(FILES / "2022-10-bill.yaml").answers
    assert set(merged) <= set(later)
    assert {name for name, given in merged.items() if given.answer is not later[name].answer} == {
        "bill-before-parliament",  # what the government did since
        "body-chosen-in-writing",
        "joining-plan-adopted",
        "dismissal-grounds-listed",  # what the three groups agreed on
        "regular-visits-without-complaint",
    }


def the_public_version_says_nothing_of_what_was_said_in_confidence(walk: Walk) -> None:
    public, full = ((walk.folder / name).read_text(encoding="utf-8") for name in ("public.html", "2025.html"))
    for said in ("organization of relatives", "lost work in a kitchen", "nothing of this can be published"):
        assert said in full
        assert said not in public


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_every_file_is_part_of_the_story_and_says_that_it_is_invented(file: Path) -> None:
    assert f"../examples/tutorial/{file.name}" in PAGE.read_text(encoding="utf-8")
    assert file.read_text(encoding="utf-8").startswith("# INVENTED: Meridonia does not exist")
    assert load_profile(file).country_name == "Meridonia (invented)"


def test_it_can_be_read_in_one_go() -> None:
    assert len(PAGE.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        ("one\n…\nthree\n", None),
        ("three\n…\none\n", "one"),
        ("one\nthree\n", "one\nthree"),
        ("…\ntwo\n", None),
        ("four\n", "four"),
    ],
)
def test_a_box_that_shows_something_else_is_found(shown: str, missing: str | None) -> None:
    assert not_found(shown, "one\ntwo\nthree\n") == missing
