"""What all models share: frozen, strict, and every key that nothing reads refused.

Modules of models do without ``from __future__ import annotations``. With it types are texts, and pydantic compiles each of six
hundred once more whenever Python starts: a third of the time of making a model. A model that names itself writes it in quotes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from npm_readiness.models.date_advice import NoDate, why_no_date

__all__ = ["UNKNOWN", "YEARS", "AnyDate", "Fact", "Id", "Model", "PlainDate", "Text", "no_date"]

EventT = TypeVar("EventT")

UNKNOWN: Literal["unknown"] = "unknown"
"""The word for what is not known, in a profile and in an assessment."""

YEARS = range(1500, 3000)
"""The years in which a date of a file can lie: those that are added to it must not lead beyond what a date can hold."""

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Model(BaseModel):
    """A frozen model. Files are validated in pydantic's strict JSON mode, so that no value is quietly converted."""

    # What checks and writes a model is built when it is first needed: most parts of one are never checked by themselves.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
"""A stable id: small letters, digits and hyphens, beginning with a letter."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
"""A text that a person reads: not empty."""


def read_date(value: object) -> date:
    """A date written ``YYYY-MM-DD`` and nothing else; raises ``PydanticCustomError``."""
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            value = date.fromisoformat(value)
    if isinstance(value, date):
        return value
    raise no_date("date", why_no_date(value))


def no_date(kind: str, reason: NoDate) -> PydanticCustomError:
    """The error that says why a value of a file is no date, and what to write instead."""
    return PydanticCustomError(kind, "{sentence}", {"sentence": reason.sentence, "advice": reason.advice})


def check_year(value: EventT) -> EventT:
    """The value, unless it is a date outside of :data:`YEARS`; raises ``PydanticCustomError``."""
    if isinstance(value, date) and value.year not in YEARS:
        raise PydanticCustomError("year", "a year from 1500 to 2999 is wanted")
    return value


def read_fact(value: object) -> bool | Literal["unknown"]:
    """``True``, ``False`` or ``"unknown"``; raises ``PydanticCustomError``."""
    if isinstance(value, bool):
        return value
    if value == UNKNOWN:
        return UNKNOWN
    raise PydanticCustomError("fact", "true, false or unknown is wanted")


DATE_SCHEMA: dict[str, Any] = {"type": "string", "format": "date"}

AnyDate = Annotated[date, BeforeValidator(read_date), WithJsonSchema(DATE_SCHEMA)]
"""A date, written ``YYYY-MM-DD``."""

PlainDate = Annotated[AnyDate, AfterValidator(check_year)]
"""A date of a file: in the years 1500 to 2999."""

Fact = Annotated[
    bool | Literal["unknown"],
    BeforeValidator(read_fact),
    WithJsonSchema({"enum": [True, False, "unknown"]}),
]
"""A fact about a State: true, false or ``unknown``."""
