"""Versions of an answer that differ, made one answer as ``reconcile`` makes it: nothing is chosen silently, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from npm_readiness.models.answers import GivenAnswer

__all__ = ["disputed_entry"]


def disputed_entry(given: Sequence[tuple[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """What several say to one question, each with a name, in one answer that keeps what each of them says.

    An answer is the entry of a profile as its file has it. Raises ``pydantic.ValidationError`` where one is no answer that a
    profile can hold.
    """
    from npm_readiness.planning.reconciling.answers import as_data, merged_answer

    said = [(by, GivenAnswer.model_validate_json(json.dumps(entry))) for by, entry in given]
    return as_data(merged_answer(said).answer)
