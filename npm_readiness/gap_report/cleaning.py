"""What is taken out of texts before they are shown: profiles come from strangers.

Escaping is left to each format, since each has its own. Here goes what no format should show: control characters, which steer a
terminal, and the marks that turn the direction of writing round, which can make one text look like another.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from npm_readiness.models.assessment import Assessment
from npm_readiness.plain_text import REPLACEMENT, UNWANTED, one_line

__all__ = ["REPLACEMENT", "UNWANTED", "cleaned", "cleaned_assessment", "is_safe_address"]

SAFE_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)


def cleaned(text: str) -> str:
    """The text on one line, blanks folded, each unwanted character replaced by a sign that something stood there."""
    return one_line(text)


def cleaned_assessment(assessment: Assessment) -> Assessment:
    """The same assessment with every text in it cleaned."""
    return Assessment.model_validate(_cleaned_within(assessment.model_dump(by_alias=True)))


def _cleaned_within(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned_within(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_cleaned_within(inner) for inner in value)
    if isinstance(value, str) and not isinstance(value, Enum):
        # A text of nothing but what is taken out is still a text.
        return cleaned(value) or REPLACEMENT
    return value


def is_safe_address(address: str) -> bool:
    """Whether a report may link to it: ``http``, ``https`` and ``mailto`` only."""
    return SAFE_ADDRESS.fullmatch(address) is not None
