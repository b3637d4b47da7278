"""The form for the reply: what the authorities accept, who does it, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from npm_readiness.gap_report.document import Block, Paragraph, Run, Section, Table
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.gap_report.sections.packages import Package, package_title

__all__ = ["reply_form"]

BOX = "\N{BALLOT BOX}"


def reply_form(context: Context, packages: Sequence[Package]) -> Section:
    """A line for each recommendation, to be filled in."""
    say = context.texts.say
    blocks: tuple[Block, ...] = (Paragraph(line(say("Nothing to report: there is no recommendation to reply to."))),)
    if packages:
        box = line(BOX)
        blocks = (
            Paragraph(
                line(say("To be filled in by the authorities and sent back. A reason helps where one is not accepted."))
            ),
            Table(
                say("Reply to the recommendations"),
                (
                    say("Recommendation"),
                    say("Accepted"),
                    say("In part"),
                    say("Not"),
                    say("Reason"),
                    say("Who is in charge"),
                    say("By when"),
                ),
                tuple(
                    (
                        line(
                            Run(package.letter, "number", f"#{package.anchor}"),
                            f" {package_title(context, package)}",
                        ),
                        *(box, box, box),
                        *((), (), ()),
                    )
                    for package in packages
                ),
                kind="reply",
            ),
        )
    return Section("annex_d", say("Annex {letter}", letter="D"), say("Reply form"), blocks, new_page=True)
