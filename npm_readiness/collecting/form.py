"""What a form is, and which there are: each a module in ``forms``, with a ``FORM`` in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from npm_readiness.collecting import forms
from npm_readiness.collecting.questionnaire import Questionnaire
from npm_readiness.collecting.returned import Returned
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.other_formats import other_format

__all__ = ["PURPOSE", "Form", "Note", "draw_form", "form_of", "known_forms", "read_form"]

MOST_BYTES = 30_000_000
"""The largest form that is read; a filled-in workbook of all checklists has under 1 MB."""


SENT_INSTEAD = (
    ("web page", "open it, choose «Save to a file» on it, and give the file answers-….json that it saves"),
    ("password", "save it without a password"),
    ("word processor", "type what is in it into the workbook, which has the same order"),
    ("Word", "type what is in it into the workbook, which has the same order"),
    ("PDF", "type what is in it into the workbook, which has the same order"),
    ("picture", "type what is on it into the workbook, which has the same order"),
    ("older Excel", "save it as .xlsx"),
    ("archive", "unpack it, and give the files in it"),
)
"""What people send in place of a form, by words for what it is, and what to do about it."""


PURPOSE = "To find out what a National Preventive Mechanism needs: what is in place, and what is missing."
"""What a form is for, where nobody says more."""


@dataclass(frozen=True, slots=True)
class Note:
    """What whoever sends a form says in it: who asks, by when, and why; empty texts are left out."""

    asked_by: str = ""
    until: str = ""
    purpose: str = PURPOSE


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the endings of files that tell it (the longest that fits counts), how it is drawn, and how it is read back.

    ``recognises`` says from the bytes of a file whether it is such a form, filled in; ``reads`` raises
    :class:`~npm_readiness.problems.InputError` with every problem of the file. Both are ``None`` for a form that is typed in by
    hand; ``draw`` is ``None``, and there are no endings, for one that a report brings with it. ``extra`` is the optional dependency
    that it needs.
    """

    endings: tuple[str, ...]
    draw: Callable[[Questionnaire, Note], bytes] | None
    recognises: Callable[[bytes], bool] | None = None
    reads: Callable[[bytes, str], tuple[Returned, ...]] | None = None
    extra: str | None = None


def known_forms() -> Mapping[str, Form]:
    """The forms by name, in alphabetical order; the name is that of the module."""
    return {name: import_module(f"{forms.__name__}.{name}").FORM for name in forms.names()}


def form_of(file: str) -> str:
    """The name of the form that the ending of a file tells; raises ``InputError`` for an ending that tells none."""
    name = PurePath(file).name.lower()
    fitting = [
        (len(ending), form)
        for form, known in known_forms().items()
        for ending in known.endings
        if name.endswith(ending)
    ]
    if not fitting:
        endings = ", ".join(ending for form in known_forms().values() for ending in form.endings)
        raise InputError(
            [
                problem_at(
                    Place(file), "argument-invalid", reason="the ending tells no form", advice=f"use one of {endings}"
                )
            ]
        )
    return max(fitting)[1]


def draw_form(questionnaire: Questionnaire, form: str, note: Note | None = None) -> bytes:
    """The bytes of a form; the same questionnaire gives the same bytes.

    Raises :class:`~npm_readiness.problems.InputError` where its extra is not installed.
    """
    chosen = known_forms()[form]
    if chosen.draw is None:
        raise ValueError(f"the form {form} is part of a report")
    try:
        return chosen.draw(questionnaire, note or Note())
    except ModuleNotFoundError as error:
        raise InputError([_missing(form, chosen, error)]) from None


def read_form(data: bytes, file: str) -> tuple[Returned, ...]:
    """What a filled-in form says; an export can hold what several people have sent.

    Raises :class:`~npm_readiness.problems.InputError` with everything that is wrong with it.
    """
    if len(data) > MOST_BYTES:
        limit = f"{MOST_BYTES // 1_000_000} MB"
        raise InputError([problem_at(Place(file), "file-too-large", limit=limit)])
    for name, form in known_forms().items():
        if form.recognises is not None and form.reads is not None and form.recognises(data):
            try:
                return form.reads(data, file)
            except ModuleNotFoundError as error:
                raise InputError([_missing(name, form, error)]) from None
    raise InputError([_unknown(data, file)])


def _unknown(data: bytes, file: str) -> Problem:
    """What a file is that is no form, and what to do about it."""
    what = other_format(data)
    advice = next((advice for sign, advice in SENT_INSTEAD if what is not None and sign in what), None)
    if advice is None:
        return problem_at(Place(file), "form-unknown")
    return problem_at(Place(file), "form-of-another-kind", what=what, advice=advice)


def _missing(name: str, form: Form, error: ModuleNotFoundError) -> Problem:
    if form.extra is None or (error.name or "").startswith("npm_readiness"):
        raise error
    reason = f"the form {name} needs the module {error.name}, which is not installed"
    advice = f"install the extra {form.extra}: python -m pip install 'npm-readiness[{form.extra}]'"
    return problem_at(Place(name), "argument-invalid", reason=reason, advice=advice)
