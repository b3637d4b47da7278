"""JSON Schemas of the files, made from the models, so that an editor completes and checks the YAML while it is written."""

from __future__ import annotations

import json
from typing import Any

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Question
from npm_readiness.models.profile import Profile

__all__ = ["checklist_schema", "profile_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def checklist_schema() -> str:
    """The JSON Schema of a checklist, as text."""
    return _written(Checklist.model_json_schema(), "A checklist of npm_readiness")


def profile_schema(catalogue: Catalogue) -> str:
    """The JSON Schema of a profile, as text.

    The questions of the catalogue are offered with their rubrics; others are allowed too, since a user's own checklists can hold
    more. What only the loader can see (that a source is listed, that a question answers itself) is left to ``validate``.
    """
    schema = Profile.model_json_schema()
    schema["properties"]["answers"]["properties"] = {
        key: {"$ref": "#/$defs/GivenAnswer", "description": _described(question)}
        for key, question in sorted(catalogue.questions.items())
    }
    return _written(schema, "A country profile of npm_readiness")


def _described(question: Question) -> str:
    lines = [question.text, *(f"{word}: {getattr(question.rubric, word)}" for word in ("yes", "partial", "no"))]
    if question.may_not_apply is not None:
        lines.append(f"not_applicable: {question.may_not_apply}")
    if question.answered_by is not None:
        lines.append(f"Answers itself from {question.answered_by.key}: do not answer it.")
    return "\n".join(lines)


def _written(schema: dict[str, Any], title: str) -> str:
    return json.dumps({"$schema": DIALECT, **schema, "title": title}, ensure_ascii=False, indent=2) + "\n"
