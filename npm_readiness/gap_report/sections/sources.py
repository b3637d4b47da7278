"""The sources of the profile by the numbers under which the report names them."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.models.cited import AssessedSource

__all__ = ["sources"]

NEW_LINE = Run("", "break")


def sources(context: Context) -> Iterator[Block]:
    """A heading and the list: each source with what is known of it, and its address."""
    say = context.texts.say
    yield Heading(say("Sources"), "sources_used")
    if not context.assessment.sources:
        yield Paragraph(line(say("Nothing to report: the profile names no source.")))
        return
    yield Table(
        say("Sources of the answers"),
        (say("Source"), say("Publisher, date, symbol, language"), say("Address")),
        tuple(_source(context, source) for source in context.assessment.sources),
        kind="sources",
    )


def _source(context: Context, source: AssessedSource) -> tuple[Inline, ...]:
    number = context.cited.source_numbers[source.id]
    named = line(Run(str(number), "strong", anchor=f"source_{number}"), f" {source.title} ", Run(source.id, "code"))
    if source.note is not None:
        named = (*named, NEW_LINE, Run(source.note))
    known = "; ".join(part for part in (source.publisher, source.date, source.symbol, source.language) if part)
    return named, line(known), line(Run(source.url, link=source.url)) if source.url else ()
