"""The cover block: what tells one report from another."""

from __future__ import annotations

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.supposed import body_told, cover_rows
from npm_readiness.gap_report.words import MODELS
from npm_readiness.models.assessment import AssessedChecklist

__all__ = ["cover", "public_lines"]

WITHOUT = mark(
    "without comments, notes, who answered, and sources in confidence; the answers are those of the full version"
)
"""What the public version leaves out."""
DIGEST = 12
"""How many characters of a digest the cover shows; the annex has all of them."""


def cover(context: Context) -> tuple[tuple[str, Inline], ...]:
    """Who and when, and on what the assessment rests; no number of a result."""
    assessment, say = context.assessment, context.texts.say
    npm = assessment.facts.npm
    model = say(MODELS[npm.model])
    if npm.model == "undecided":
        considered = ", ".join(say(MODELS[candidate]) for candidate in npm.candidates)
        model = say("undecided; considered: {models}", models=considered)
    model_label = say("Model of the mechanism")
    rows = [
        (say("Country"), line(f"{assessment.country.name} ({assessment.country.code})")),
        (say("As of"), line(assessment.as_of.isoformat())),
        (say("Assessed on"), line(assessment.assessed_on.isoformat())),
        (say("Assessed by"), line(", ".join(assessment.assessors) or say("not stated"))),
        (model_label, line(model)),
        (say("Bodies"), joined(_bodies(context), "; ")),
        (say("Checklists"), joined(_checklists(context), "; ")),
        (
            say("Nature"),
            line(
                say(
                    "Self-assessment; not a finding of the Subcommittee on Prevention of Torture. No names of detainees belong "
                    "here, nor of people who gave information in confidence."
                )
            ),
        ),
    ]
    rows[1:1] = cover_rows(context)
    if assessment.public:
        rows.append((say("Public version"), line(say(WITHOUT))))
    if assessment.note is not None:
        place = next(number for number, row in enumerate(rows) if row[0] == model_label)
        rows.insert(place, (say("Note"), line(assessment.note)))
    return tuple(rows)


def public_lines(context: Context) -> tuple[str, ...]:
    """That the report is the public version, and what that leaves out, in a line, if it is."""
    say = context.texts.say
    return (f"{say('Public version')}: {say(WITHOUT)}",) if context.assessment.public else ()


def _bodies(context: Context) -> list[Inline]:
    """The bodies that are the mechanism, are considered for it or were it, each with what the profile says of it."""
    bodies = context.situation.bodies
    return [line(body_told(context, body)) for body in bodies] or [line(context.texts.say("none named"))]


def _checklists(context: Context) -> list[Inline]:
    """The checklists with their versions and digests; one of the user's own in place of ours is named as such."""
    return [_checklist(context, checklist) for checklist in context.assessment.checklists]


def _checklist(context: Context, checklist: AssessedChecklist) -> Inline:
    say = context.texts.say
    text = f"{checklist.id} {checklist.version}"
    if checklist.replaced is not None:
        text += " " + say("(the user's own, from {file}, in place of ours)", file=checklist.replaced)
    return line(text, " ", Run(checklist.sha256[:DIGEST], "code"))
