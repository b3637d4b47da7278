"""What kinds of files there are, told apart by their first-level keys."""

from __future__ import annotations

from npm_readiness.models.base import Model
from npm_readiness.models.checklist import Checklist, CodeChapter, Dimension, Respondent
from npm_readiness.models.instruments_of_change import ChangeRule, DueRule, InstrumentOfChange
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.models.wording import Wording
from npm_readiness.problems import InputError, problem_at
from npm_readiness.reading.document import Document

__all__ = [
    "CodeChaptersFile",
    "DimensionsFile",
    "InstrumentsFile",
    "InstrumentsOfChangeFile",
    "ProvisionsFile",
    "RespondentsFile",
    "kind_of",
]


class InstrumentsFile(Model):
    """A file of the register that lists instruments."""

    instruments: tuple[Instrument, ...]


class ProvisionsFile(Model):
    """A file of the register that lists provisions."""

    provisions: tuple[Provision, ...]


class DimensionsFile(Model):
    """The list of dimensions."""

    dimensions: tuple[Dimension, ...]


class RespondentsFile(Model):
    """A list of respondents; that of a user's folder adds to ours."""

    respondents: tuple[Respondent, ...]


class CodeChaptersFile(Model):
    """The chapters of a code on detention, in their order; those of a user's folder follow ours."""

    code_chapters: tuple[CodeChapter, ...]


class InstrumentsOfChangeFile(Model):
    """Instruments of change, with the rules that tell which one an action takes, and by when it is due.

    Those of a user's folder add to ours, and their rules go before ours.
    """

    instruments_of_change: tuple[InstrumentOfChange, ...]
    rules: tuple[ChangeRule, ...] = ()
    due: tuple[DueRule, ...] = ()


CATALOGUE_KINDS: dict[str, type[Model]] = {
    "checklist": Checklist,
    "instruments": InstrumentsFile,
    "provisions": ProvisionsFile,
    "dimensions": DimensionsFile,
    "respondents": RespondentsFile,
    "code_chapters": CodeChaptersFile,
    "instruments_of_change": InstrumentsOfChangeFile,
    "wording": Wording,
}
KINDS: dict[str, type[Model]] = {"country": Profile, **CATALOGUE_KINDS}


def kind_of(document: Document) -> type[Model]:
    """The model of a file, by the one first-level key that tells it; raises :class:`~npm_readiness.problems.InputError`."""
    keys = document.data if isinstance(document.data, dict) else {}
    found = [model for key, model in KINDS.items() if key in keys]
    if len(found) == 1:
        return found[0]
    allowed = ", ".join(f"{key}:" for key in CATALOGUE_KINDS)
    raise InputError([problem_at(document.place(()), "file-kind", allowed=allowed)])
