"""The sheet on which the authorities reply to the recommendations, and what a program needs to read it back."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.packages import Package, packages
from npm_readiness.gap_report.sections.replies import REPLIES
from npm_readiness.gap_report.words import VERBS
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable

__all__ = ["FORM_VERSION", "KEYS_SHEET", "keys_sheet", "replies_sheet"]

Row = tuple[Cell, ...]

FORM_VERSION = 1
"""Goes up when the keys of the columns or of the hidden sheet change their meaning."""

KEYS_SHEET = "_reply"
"""The hidden sheet of what the reply belongs to; its name is the same in every language."""


def replies_sheet(context: Context) -> Sheet:
    """A line for each gap of each recommendation, with what its addressee is to do and cells for the reply.

    A program finds a line again by ``criterion`` and ``addressee``, never by the letter, which moves with the answers.
    """
    say = context.texts.say
    made = packages(context)
    if not made:
        none = say("Nothing to report: there is no recommendation to reply to.")
        return Sheet(say("Reply"), (context.title, none), ())
    table = SheetTable(
        (
            Column(say("Letter"), 8, key="letter"),
            Column(say("Code"), 8, key="code"),
            Column(say("Recommendation"), 42, key="recommendation"),
            Column(say("Addressed to"), 17, key="addressed_to"),
            Column(say("Verb"), 8, key="verb"),
            Column(say("Reply"), 14, "entry", choices=tuple(say(words) for words in REPLIES.values()), key="reply"),
            Column(say("Reason"), 25, "entry", hint=say("Why, above all where it is not accepted."), key="reason"),
            Column(say("Who is in charge"), 15, "entry", hint=say("The office that carries it out."), key="in_charge"),
            Column(
                say("By when"),
                11,
                "entry",
                hint=say("A day, a month or a year, such as 2027-06-30, 2027-06 or 2027."),
                key="by_when",
            ),
            Column(say("Id"), 28, key="criterion"),
            Column("addressee", 20, key="addressee", hidden=True),
            Column("checklist", 20, key="checklist", hidden=True),
            Column("checklist_version", 20, key="checklist_version", hidden=True),
        ),
        tuple(row for package in made for row in _rows(context, package)),
    )
    lines = (
        context.title,
        say(
            "To be filled in by the authorities and sent back as a file: choose a reply from the list, and write into the "
            "coloured cells. All others are locked, without a password, so that the reply can be read by a program."
        ),
        say("Names of detainees, and of people who gave information in confidence, do not belong here."),
    )
    return Sheet(say("Reply"), lines, (table,), form=True)


def _rows(context: Context, package: Package) -> Iterator[Row]:
    say = context.texts.say
    versions = {checklist.id: checklist.version for checklist in context.assessment.checklists}
    for name, actions in package.actions.items():
        criterion = context.criteria[name]
        yield (
            package.letter,
            criterion.code,
            f"{criterion.title}. {' '.join(actions)}",
            context.addressee(package.addressee),
            say(VERBS[package.verb]),
            *(None,) * 4,
            name,
            package.addressee.value,
            criterion.checklist,
            versions.get(criterion.checklist),
        )


def keys_sheet(context: Context) -> Sheet:
    """What the reply belongs to, and which words stand for which reply in the language of the workbook."""
    assessment, say = context.assessment, context.texts.say
    pairs: list[tuple[str, Cell]] = [
        ("form", "reply"),
        ("form_version", str(FORM_VERSION)),
        ("tool_version", assessment.tool_version),
        ("language", context.texts.language),
        ("country", assessment.country.code),
        ("assessed_on", assessment.assessed_on.isoformat()),
        ("as_of", assessment.as_of.isoformat()),
        ("profile.sha256", assessment.profile.sha256),
        ("register.sha256", assessment.register_.sha256),
    ]
    for checklist in assessment.checklists:
        pairs += [
            (f"checklist.{checklist.id}.version", checklist.version),
            (f"checklist.{checklist.id}.sha256", checklist.sha256),
        ]
    pairs += [(f"reply.{name}", say(words)) for name, words in REPLIES.items()]
    return Sheet(KEYS_SHEET, (), (SheetTable((Column("key", 40), Column("value", 70)), tuple(pairs)),), hidden=True)
