"""What is taken out of texts before they are shown: profiles come from strangers.

Escaping is left to each format, since each has its own. Here goes what no format should show: control characters, which steer a
terminal, and the marks that turn the direction of writing round, which can make one text look like another.
"""

from __future__ import annotations

import re
from datetime import date
from operator import is_
from typing import Any, TypeVar

from npm_readiness.models.assessment import Assessment
from npm_readiness.models.base import Model
from npm_readiness.models.dates import When, read_event
from npm_readiness.models.vocabulary import Addressee, Answer, Aspect, Combine, Obligation, Stage, Status
from npm_readiness.plain_text import REPLACEMENT, UNWANTED, one_line

__all__ = ["REPLACEMENT", "UNWANTED", "cleaned", "cleaned_assessment", "cleaned_model", "is_safe_address"]

ModelT = TypeVar("ModelT", bound=Model)

AS_THEY_ARE = frozenset({bool, int, float, date, Stage, Status, Aspect, Obligation, Addressee, Answer, Combine})
"""The types of most values that hold no text; what has another type is looked at more closely."""
SAFE_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)


def cleaned(text: str) -> str:
    """The text on one line, blanks folded, each unwanted character replaced by a sign that something stood there."""
    return one_line(text)


def cleaned_assessment(assessment: Assessment) -> Assessment:
    """The same assessment with every text in it cleaned; what is clean is not copied."""
    return cleaned_model(assessment)


def cleaned_model(model: ModelT) -> ModelT:
    """The same model with every text in it cleaned; what is clean is not copied."""
    made: ModelT = _cleaned_within(model)
    return made


def _cleaned_within(value: Any) -> Any:
    kind = type(value)
    if kind is str:  # a word of a closed set is a text too, and stays as it is
        # A text of nothing but what is taken out is still a text.
        return one_line(value) or REPLACEMENT
    if kind in AS_THEY_ARE or not value:
        return value
    if kind is tuple:
        parts = tuple([_cleaned_within(part) for part in value])
        return value if all(map(is_, parts, value)) else parts
    if isinstance(value, Model):
        content = value.__dict__
        changed = {}
        for name, inner in content.items():
            kind = type(inner)
            if kind is str:
                new: Any = one_line(inner) or REPLACEMENT
            elif kind in AS_THEY_ARE or not inner:
                continue
            else:
                new = _cleaned_within(inner)
            if new is not inner:
                changed[name] = new
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, dict):
        return {key: _cleaned_within(inner) for key, inner in value.items()}
    # A date is read as it is written, without the day on which somebody wrote it.
    return read_event(value.written) if isinstance(value, When) else value


def is_safe_address(address: str) -> bool:
    """Whether a report may link to it: ``http``, ``https`` and ``mailto`` only."""
    return SAFE_ADDRESS.fullmatch(address) is not None
