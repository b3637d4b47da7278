"""What is fuzzed: for each way into the package a function of bytes that returns, or raises what must not be raised.

A target knows nothing of the fuzzer. An input that is refused as it should be is none that breaks anything: only
``InputError`` with problems that can be printed is caught here, and everything else is an escape.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import yaml

from npm_readiness.collecting.form import Note, draw_form, read_form
from npm_readiness.collecting.forms.page.saved_answers import MARK
from npm_readiness.collecting.questionnaire import collect_questions
from npm_readiness.gap_report.rendering import render
from npm_readiness.loading import catalogue as loading
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.problems import InputError, Problem
from npm_readiness.reading.files import Examined, examine_document
from npm_readiness.scoring.assessing import assess
from tests import making
from tests.fuzz.differences import same_refusal

__all__ = ["CORPUS", "FORMATS", "TARGETS", "inputs_of"]

CORPUS = Path(__file__).parent / "corpus"
"""One folder for each target: inputs to start from, and those that once escaped (``escaped-…``)."""

FORMATS = ("text", "json", "html", "markdown", "docx", "xlsx")

FIRST, LAST = 0x20, 0x7E


def inputs_of(target: str) -> tuple[Path, ...]:
    """The inputs that are kept for a target."""
    return tuple(sorted((CORPUS / target).iterdir()))


def reader(data: bytes) -> None:
    """Any bytes as a YAML file."""
    _printable(examine_document(data)[1])


def parsers(data: bytes) -> None:
    """Any text, read with either parser: the same data at the same places, or refusals whose difference is explained."""
    text = data.decode("utf-8", "replace")
    in_c, pure = examine_document(text), examine_document(text, pure=True)
    _printable(in_c[1])
    _printable(pure[1])
    if in_c[0] is not None and pure[0] is not None and not in_c[1] and not pure[1]:
        assert json.dumps(in_c[0].data) == json.dumps(pure[0].data), text
        assert in_c[0].marks == pure[0].marks, text
        return
    assert bool(in_c[1]) == bool(pure[1]), f"one parser accepts what the other refuses: {text!r}"
    assert same_refusal(text, in_c[1], pure[1]), _difference(text, in_c, pure)


def profiles(data: bytes) -> None:
    """Any bytes as a profile; one that can be used is assessed, and its assessment read back."""
    document, _ = examine_document(data)
    if document is None:
        return
    profile, problems = examine_profile(document, _catalogue())
    _printable(problems)
    if profile is None:
        return
    assessment = assess(profile, _catalogue())
    written = assessment.to_json()
    assert Assessment.from_json(written).to_json() == written


def catalogues(data: bytes) -> None:
    """Any bytes as a file of a user's own folder; a catalogue that can be used is listed."""
    with _small_product() as folder:
        file = folder / "own.yaml"
        file.write_bytes(data)
        with _refused():
            loading.load_catalogue(file).to_json()


def assessments(data: bytes) -> None:
    """An assessment in JSON with some of its values exchanged: it is refused, or drawn."""
    text = _changed(_assessment_data(), data)
    with _refused():
        assessment = Assessment.from_json(text)
        render(assessment, FORMATS[len(data) % 4])


def raw_assessments(data: bytes) -> None:
    """Any bytes as an assessment in JSON."""
    with _refused():
        render(Assessment.from_json(data.decode("utf-8", "surrogateescape")), "json")


def answers(data: bytes) -> None:
    """Any bytes as a file of answers that a page has saved."""
    with _refused():
        read_form(data, "answers.json")


def answer_files(data: bytes) -> None:
    """A file of answers with some of its values exchanged."""
    with _refused():
        read_form(_changed(_saved(), data).encode("utf-8", "surrogatepass"), "answers.json")


def workbooks(data: bytes) -> None:
    """A workbook in whose parts some bytes are exchanged, or whose archive is damaged."""
    with _refused():
        read_form(_damaged(data), "form.xlsx")


def formats(data: bytes) -> None:
    """A profile with any texts in it, in every format."""
    texts = [piece for piece in data.decode("utf-8", "replace").split("|") if piece]
    profile = _profile_with(texts or ["x"])
    if profile is None:
        return
    assessment = assess(profile, _catalogue())
    render(assessment, FORMATS[len(data) % len(FORMATS)])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reader": reader,
    "parsers": parsers,
    "profiles": profiles,
    "catalogues": catalogues,
    "assessments": assessments,
    "raw_assessments": raw_assessments,
    "answers": answers,
    "answer_files": answer_files,
    "workbooks": workbooks,
    "formats": formats,
}


def _printable(problems: Sequence[Problem]) -> None:
    for problem in problems:
        assert str(problem).isprintable(), str(problem)


@contextmanager
def _refused() -> Iterator[None]:
    """What is refused as it should be."""
    try:
        yield
    except InputError as error:
        refused = error
    else:
        return
    assert refused.problems
    _printable(refused.problems)


def _difference(text: str, in_c: Examined, pure: Examined) -> str:
    return f"an unexplained difference: {text!r}\n{in_c[1]}\n{pure[1]}"


@cache
def _catalogue() -> Catalogue:
    question = making.question("third", may_not_apply="There is none.", respondents=["police"])
    return making.catalogue(
        making.criterion("on-law", "first", "second", combine="any"),
        making.criterion("in-practice", "second", question, aspect="practice", after=["on-law"]),
        making.criterion("guided", "fourth", obligation="guidance", stage="operation"),
        making.checklist("women", making.criterion("for-women", "fifth", dimension="women"), counts_for="standards"),
    )


@contextmanager
def _small_product() -> Iterator[Path]:
    """A folder of a user, while the register that comes with the package is a small one."""
    kept = loading.built_in_folder
    loading.built_in_folder = _small_register
    try:
        yield _own_folder()
    finally:
        loading.built_in_folder = kept


@cache
def _own_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="npm-readiness-fuzz-"))


@cache
def _small_register() -> Path:
    folder = _own_folder() / "register"
    folder.mkdir()
    named = {name: {"id": name, "title": name, "about": "For tests."} for name in ("mandate", "police", "health")}
    instruments = [
        {"id": "opcat", "title": "OPCAT", "body": "UN", "year": 2002, "binding": "treaty"},
        {"id": "guidelines", "title": "Guidelines", "body": "SPT", "binding": "authoritative-guidance"},
    ]
    provisions = [
        {"id": name, "instrument": instrument, "pinpoint": "art. 1", "subject": "It.", "addressee": "state"}
        | {"force": force, "assessable": True, "verified": "text-seen"}
        for name, instrument, force in (("opcat-18", "opcat", "shall"), ("guidelines-7", "guidelines", "should"))
    ]
    files = {
        "instruments": {"instruments": instruments},
        "provisions": {"provisions": provisions},
        "dimensions": {"dimensions": [named["mandate"]]},
        "respondents": {"respondents": [named["police"]]},
        "chapters": {"code_chapters": [named["health"]]},
    }
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return folder


@cache
def _assessment_data() -> str:
    recommendation = {"id": "said", "by": "spt", "text": "Do it.", "about": ["on-law"], "finding": "falls_short"}
    profile = making.profile(
        {"first": making.evidenced("no"), "second": "unknown", "third": making.evidenced("partial")},
        checklists=["opcat", "women"],
        recommendations=[{**recommendation, "adopted": True}],
    )
    return assess(profile, _catalogue()).to_json()


@cache
def _saved() -> str:
    fields = dict.fromkeys(_fields(), "x")
    entry = {"version": "1", "before": fields, "after": fields}
    source = dict.fromkeys(("title", "kind", "date", "url"), "x")
    return json.dumps(
        {"form": MARK, "country": "TKM", "by": "", "answers": {"first": entry, "second": entry}, "sources": [source]}
    )


def _fields() -> tuple[str, ...]:
    from npm_readiness.collecting.fields import FIELDS

    return tuple(FIELDS)


ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 10**30, 0.5, 1e300, "", " ", "x", "\x1b[2J", "\u202e", "\x00", "\ud800"),
    *([], {}, [None], [""], {"": ""}, "1/2", ["1/1", "0/1"], "2024-01-01", "9999-12-31", "0001-01-01", "y" * 300),
)


def _changed(text: str, data: bytes) -> str:
    """A text in JSON with values exchanged as the bytes say: for each three which, how, and by what."""
    whole = json.loads(text)
    for at in range(0, min(len(data), 24) - 2, 3):
        places = _places(whole)
        if not places:
            break
        holder, key = places[(data[at] << 8 | data[at + 1]) % len(places)]
        how = data[at + 2]
        if how < len(ODD):
            holder[key] = ODD[how]
        elif how < 2 * len(ODD):
            del holder[key]
        elif isinstance(holder, list):
            holder.append(holder[key])
        else:
            other_holder, other_key = places[how * 7 % len(places)]
            holder[key] = other_holder[other_key]
    try:
        return json.dumps(whole)
    except (ValueError, RecursionError):
        return text


def _places(whole: Any) -> list[tuple[Any, Any]]:
    """Every value of a tree with what holds it; one that holds itself is gone through once."""
    found: list[tuple[Any, Any]] = []
    waiting, seen = [whole], set()
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found


@cache
def _workbook_parts() -> tuple[tuple[str, bytes], ...]:
    catalogue = _catalogue()
    profile = making.profile({"first": making.evidenced("no")}, checklists=["opcat"])
    drawn = draw_form(collect_questions(profile, catalogue, checklists=["opcat"]), "workbook", Note())
    with ZipFile(BytesIO(drawn)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def _damaged(data: bytes) -> bytes:
    """The workbook with bytes of one part exchanged by those of ``data``; where its first is odd, bytes of the archive."""
    parts = _workbook_parts()
    head, tail = data[:4].ljust(4, b"\0"), data[4:]
    name, content = parts[head[1] % len(parts)]
    start = (head[2] << 8 | head[3]) % (len(content) + 1)
    changed = content[:start] + tail + content[start + len(tail) :]
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for other, whole in parts:
            archive.writestr(other, changed if other == name and not head[0] % 2 else whole)
    whole_file = written.getvalue()
    if head[0] % 2:
        start = (head[1] << 16 | head[2] << 8 | head[3]) % len(whole_file)
        return whole_file[:start] + tail + whole_file[start + len(tail) :]
    return whole_file


def _profile_with(texts: list[str]) -> Any:
    """A profile with these texts in turn in its fields; ``None`` where it cannot hold them."""
    turn = 0

    def text() -> str:
        nonlocal turn
        turn += 1
        return texts[turn % len(texts)]

    def evidence() -> dict[str, Any]:
        return {"source": "law", "pinpoint": f"art. {text()}", "quote": text(), "note": text(), "shows": "missing"}

    content = {
        "country": "TKM",
        "country_name": text(),
        "assessed_on": "2024-01-01",
        "assessors": [text(), text()],
        "note": text(),
        "checklists": ["opcat", "women"],
        "npm": {"model": "nhri", "institution": text(), "institution_kind": "ombudsman", "designated": "2020-01-01"},
        "sources": {"law": {"title": text(), "kind": "law", "publisher": text(), "date": text(), "note": text()}},
        "answers": {
            "first": {"answer": "no", "evidence": [evidence()], "comment": text()},
            "second": {"answer": "unknown", "evidence": [evidence()], "comment": text()},
            "third": {"answer": "not_applicable", "reason": text()},
            "fifth": {"answer": "partial", "evidence": [evidence(), evidence()], "comment": text()},
        },
        "recommendations": [
            {
                "id": "said",
                "by": "spt",
                "document": text(),
                "text": text(),
                "about": ["on-law"],
                "finding": "falls_short",
            }
            | {"adopted": True, "comment": text()}
        ],
    }
    document, _ = examine_document(json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"))
    return None if document is None else examine_profile(document, _catalogue())[0]


assert yaml.__with_libyaml__, "the parsers are compared: both are needed"
