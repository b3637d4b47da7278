"""The names of questions and fields in an XLSForm, and back: names there are those of XML elements, without hyphens."""

from __future__ import annotations

__all__ = ["BEFORE", "COUNTRY", "MARK", "MARK_NAME", "OFFICE", "VERSION", "field_name", "question_of"]

MARK = "npm-readiness-xlsform-1"
"""What stands in the hidden field of every submission of our form."""

MARK_NAME = "npm_form"
"""The name of the hidden field that holds :data:`MARK`: by it an export is known."""

COUNTRY = "npm_country"
"""The name of the field with the code of the country."""

OFFICE = "npm_by"
"""The name of the field with the office that answers."""

VERSION = "version"
"""The field of a question with its version."""

BEFORE = "before"
"""The field of a question with the answer that the profile had."""

SEPARATOR = "__"
"""Between the name of a question and that of a field: no id has two hyphens in a row."""


def field_name(question: str, field: str) -> str:
    """The name of a field of a question: ``q_`` and its id with underscores, two underscores, the field."""
    return f"q_{question.replace('-', '_')}{SEPARATOR}{field}"


def question_of(name: str) -> tuple[str, str] | None:
    """The question and the field that a name stands for; ``None`` for any other name."""
    question, separator, field = name.removeprefix("q_").rpartition(SEPARATOR)
    if not name.startswith("q_") or not separator or not question:
        return None
    return question.replace("_", "-"), field
