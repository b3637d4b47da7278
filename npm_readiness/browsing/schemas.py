"""JSON Schemas of the files, made from the models, so that an editor completes and checks the YAML while it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from npm_readiness.browsing.conditions import what_follows
from npm_readiness.browsing.schema_texts import OF_CHECKLISTS, OF_PROFILES
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Question
from npm_readiness.models.profile import Profile

__all__ = ["checklist_schema", "profile_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def checklist_schema() -> str:
    """The JSON Schema of a checklist, as text."""
    return _written(_described_keys(Checklist.model_json_schema(), OF_CHECKLISTS), "A checklist of npm_readiness")


def profile_schema(catalogue: Catalogue) -> str:
    """The JSON Schema of a profile, as text.

    The questions of the catalogue are offered with their rubrics; others are allowed too, since a user's own checklists can hold
    more. What only the loader can see (that a source is listed, that a question answers itself) is left to ``validate``.
    """
    schema = _described_keys(Profile.model_json_schema(), OF_PROFILES)
    schema["$defs"]["AnswerOrNothing"] = {"anyOf": [{"$ref": "#/$defs/GivenAnswer"}, {"type": "null"}]}
    answer = {"$ref": "#/$defs/AnswerOrNothing"}
    offered = {
        key: {**answer, "description": _described(question)} for key, question in sorted(catalogue.questions.items())
    }
    schema["properties"]["answers"] |= {"additionalProperties": answer, "properties": offered}
    of_body = schema["$defs"]["Body"]["properties"]
    of_body["answers"] = {"$ref": "#/properties/answers", "description": of_body["answers"]["description"]}
    schema["$defs"]["Bill"]["properties"]["answers"]["additionalProperties"] = answer
    for model in (schema, *schema["$defs"].values()):
        _may_be_empty(model)
    return _written(schema, "A country profile of npm_readiness")


def _described_keys(schema: dict[str, Any], texts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The schema with what its keys mean beside each. A word of ours for no key raises ``KeyError``."""
    for model, keys in texts.items():
        if model and model not in schema["$defs"]:
            continue
        properties = (schema["$defs"][model] if model else schema)["properties"]
        for key, text in keys.items():
            properties[key]["description"] = text
    return schema


def _may_be_empty(model: dict[str, Any]) -> None:
    """Let a key for a list or a mapping stand with nothing behind it, as in a new profile: it counts as left out."""
    required = model.get("required", ())
    for key, value in model.get("properties", {}).items():
        if key not in required and value.get("type") in ("array", "object"):
            value["type"] = [value["type"], "null"]
        elif key == "checklists":
            value["anyOf"].append({"type": "null"})


def _described(question: Question) -> str:
    lines = [question.text, *(f"{word}: {getattr(question.rubric, word)}" for word in ("yes", "partial", "no"))]
    if question.may_not_apply is not None:
        lines.append(f"not_applicable: {question.may_not_apply}")
    lines += what_follows(question)
    return "\n".join(lines)


def _written(schema: dict[str, Any], title: str) -> str:
    return json.dumps({"$schema": DIALECT, **schema, "title": title}, ensure_ascii=False, indent=2) + "\n"
