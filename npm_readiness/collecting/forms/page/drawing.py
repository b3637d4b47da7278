"""The page: everything on it is written beforehand, so that it can be read and printed without its script."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from npm_readiness.collecting.form import Note
from npm_readiness.collecting.forms.page.saved_answers import MARK
from npm_readiness.collecting.questionnaire import CORRECT, Asked, Questionnaire

__all__ = ["page_of"]

TEMPLATES = Path(__file__).with_name("templates")
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})


def page_of(questionnaire: Questionnaire, note: Note) -> str:
    """The page as HTML. Its style and its script are allowed by their hashes, and nothing else is; it reaches no network."""
    style, script = (_text(name) for name in ("style.css", "script.js"))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            form=questionnaire,
            note=note,
            direction="rtl" if questionnaire.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
            total=sum(len(theme.questions) for theme in questionnaire.themes),
            choices=_choices,
            correct=CORRECT,
            source_title={source.id: source.title for source in questionnaire.sources}.get,
            data=_json(_data(questionnaire)),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
        )
    )


def _choices(question: Asked) -> tuple[tuple[str, str, str], ...]:
    """What can be chosen: the value, the letter before it, and the statement."""
    between = "Between {} and {}: one of the two is true, and I cannot say which"
    found = [
        ("yes", "A", question.yes),
        ("partial-or-yes", "", between.format("A", "B")),
        ("partial", "B", question.partial),
        ("no-or-partial", "", between.format("B", "C")),
        ("no", "C", question.no),
        ("unknown", "", "Not known: I looked and could not find out"),
    ]
    if question.may_not_apply is not None:
        found.append(("not_applicable", "", f"Does not apply: {question.may_not_apply}"))
    return tuple(found)


def _data(form: Questionnaire) -> dict[str, Any]:
    """What the script needs: by which marks the answers are known, and what the profile had."""
    return {
        "form": MARK,
        "questionnaire": form.id,
        "country": form.code,
        "checklists": dict(form.checklists),
        "sources": {source.id: source.title for source in form.sources},
        "questions": {
            question.id: {"version": question.version, "before": asdict(question.before)} for question in form.questions
        },
    }


def _json(data: object) -> Markup:
    """JSON that can stand in an element of a page: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - every sign that means something in HTML is escaped


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    allowed = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    sources = "style-src 'sha256-{}'; script-src 'sha256-{}'".format(*allowed)
    return f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
