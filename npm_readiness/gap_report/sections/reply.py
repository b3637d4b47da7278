"""The form for the reply: what the authorities accept, who does it, and by when."""

from __future__ import annotations

from npm_readiness.gap_report.document import Block, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.packages import Package, package_title, packages
from npm_readiness.gap_report.sections.replies import REPLIES

__all__ = ["reply_form"]

BOX = "\N{BALLOT BOX}\N{NO-BREAK SPACE}"
NEW_LINE = Run("", "break")


def reply_form(context: Context) -> tuple[Block, ...]:
    """A line for each recommendation, to be filled in."""
    say, made = context.texts.say, packages(context)
    if not made:
        return (Paragraph(line(say("Nothing to report: there is no recommendation to reply to."))),)
    head = (
        say("Recommendation"),
        say("Reply"),
        say("Reason"),
        say("Who is in charge"),
        say("By when"),
    )
    rows = tuple(_row(context, package) for package in made)
    return (
        Paragraph(
            line(
                say(
                    "To be filled in by the authorities and sent back. Where only some of the paragraphs are accepted, name them; "
                    "a reason helps where one is not. The workbook (sheet Reply) has a line for each paragraph, with lists to "
                    "choose from."
                )
            )
        ),
        Table(say("Reply to the recommendations"), head, rows, kind="reply"),
    )


def _row(context: Context, package: Package) -> tuple[Inline, ...]:
    letter = Run(package.letter, "number", f"#{package.anchor}")
    named = line(letter, f" {package_title(context, package)}", *context.paragraphs(package.criteria))
    codes = ", ".join(code for name in package.criteria if (code := context.criteria[name].code) is not None)
    if codes:
        named = line(*named, NEW_LINE, Run(codes, "code"))
    boxes = joined([line(f"{BOX}{context.texts.say(words)}") for words in REPLIES.values()], NEW_LINE)
    return named, boxes, (), (), ()
