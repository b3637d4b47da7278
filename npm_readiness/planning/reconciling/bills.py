"""The bills that several profiles list, and what each says of the law with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from npm_readiness.models.profile import GivenAnswer
from npm_readiness.models.vocabulary import Answer
from npm_readiness.planning.reconciling.answers import LONGEST, Given, Merged, as_data, merged_answer, said_to
from npm_readiness.planning.reconciling.gathered import ABSENT, Gathered, Side, in_common_order
from npm_readiness.planning.reconciling.listed import merged_entry

__all__ = ["merged_bills", "merged_with_bill", "questions_of_bill"]

SILENT = "The bill was read and says nothing on it (silent)."
"""The comment of the version of an assessor who lists a question as one on which the bill is silent."""

Entries = Sequence[Mapping[str, Any] | None]
"""A bill as each profile has it; ``None`` where one does not list it."""


def merged_bills(gathered: Gathered) -> dict[str, Any]:
    """Every bill that any profile lists, by id."""
    lists = [side.data.get("bills", {}) for side in gathered.sides]
    return {name: _bill(gathered, name, [listed.get(name) for listed in lists]) for name in in_common_order(lists)}


def questions_of_bill(entries: Entries) -> list[str]:
    """The questions that anybody answers with the bill, by the foremost place of each."""
    return in_common_order(entry.get("answers") or {} for entry in entries if entry is not None)


def merged_with_bill(question: str, sides: Sequence[Side], entries: Entries) -> tuple[list[Given], Merged]:
    """What each says to a question with the bill, and what is made of it.

    One who found the bill silent where another answers from it contradicts the other: the answer is unknown, and both are kept.
    """
    said = said_to(question, sides, [None if entry is None else entry.get("answers") for entry in entries])
    if all(given.answer is None for _, given in said) or not any(_silent(entry, question) for entry in entries):
        return said, merged_answer(said)
    told = [
        (by, _found_silent(given) if _silent(entry, question) else given)
        for (by, given), entry in zip(said, entries, strict=True)
    ]
    merged = merged_answer(told)
    if not merged.answer.versions:
        return told, merged  # Who answers could not find out.
    return told, Merged(GivenAnswer(answer=Answer.UNKNOWN, versions=merged.answer.versions), False, "disputed")


def _bill(gathered: Gathered, name: str, entries: Entries) -> dict[str, Any]:
    key = f"bills.{name}"
    made = merged_entry(gathered, key, entries, [("bills", name)] * len(entries))
    answers: dict[str, Any] = {}
    for question in questions_of_bill(entries):
        said, merged = merged_with_bill(question, gathered.sides, entries)
        if merged.answer != GivenAnswer():
            answers[question] = as_data(merged.answer)
        if merged.answer.answer is not None and question in made.get("silent", ()):
            made["silent"].remove(question)
            says = [
                "silent" if _silent(entry, question) else given.answer or ABSENT
                for entry, (_, given) in zip(entries, said, strict=True)
            ]
            gathered.differ(f"{key}.answers.{question}", says, Answer.UNKNOWN, "unknown")
    if not made.get("silent", True):
        del made["silent"]
    return made | ({"answers": answers} if answers else {})


def _found_silent(given: GivenAnswer) -> GivenAnswer:
    """What one says who found the bill silent, with what else stands beside it."""
    comment = SILENT if given.comment is None else f"{SILENT}\n{given.comment}"
    return given.model_copy(update={"answer": Answer.UNKNOWN, "comment": comment[:LONGEST]})


def _silent(entry: Mapping[str, Any] | None, question: str) -> bool:
    return entry is not None and question in entry.get("silent", ())
