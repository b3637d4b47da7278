"""The articles of a bill in their order: what they would say, the finding, what to change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from npm_readiness.gap_report.document import Block, Inline, Note, Paragraph, Run, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.plan_reports.bill.words import FINDINGS
from npm_readiness.planning.bill.comparison import BillArticle

__all__ = ["articles"]

BREAK = Run("", "break")


def articles(view: BillView) -> tuple[Block, ...]:
    """A table for each text on which the answers of the bill rest, its own first."""
    return tuple(_blocks(view))


def _blocks(view: BillView) -> Iterator[Block]:
    say = view.texts.say
    if not view.result.articles:
        yield Paragraph(line(say("No answer on the bill names an article of it, so that none can be gone through.")))
    else:
        yield Paragraph(
            line(
                say(
                    "In the order of the text: what each article would say, the requirements on which it bears and how they would "
                    "stand, and what to change. An article that is not here bears on no answer; that it may stay as it is does not "
                    "follow. «The law on the mechanism» is the law as the bill would make it."
                )
            )
        )
        for source, own in groupby(view.result.articles, key=lambda article: article.source):
            head = (say("Article, and what it would say"), say("Bears on, and the finding"), say("What to change"))
            rows = tuple(_row(view, article) for article in own)
            yield Table(view.adopted.cited.source_name(source), head, rows, kind="articles")
    if view.result.unevidenced:
        told = view.texts.count(
            "{number} answer on the bill names no article, and is to be checked: {questions}.",
            "{number} answers on the bill name no article, and are to be checked: {questions}.",
            len(view.result.unevidenced),
            questions=", ".join(view.result.unevidenced),
        )
        yield Note(line(told))


def _row(view: BillView, article: BillArticle) -> tuple[Inline, ...]:
    told = line(Run(view.place(article), "strong"), *(run for said in article.says for run in (BREAK, Run(said))))
    return told, _bears_on(view, article), _change(view, article)


def _bears_on(view: BillView, article: BillArticle) -> Inline:
    words, kind = FINDINGS[article.finding]
    runs: list[Run | str] = [Run(view.texts.say(words), kind)]
    for name in article.criteria:
        entry = view.compared[name]
        runs += [BREAK, view.title(name), ": ", view.before(entry), " \N{RIGHTWARDS ARROW} ", view.after(entry)]
    return line(*runs)


def _change(view: BillView, article: BillArticle) -> Inline:
    say = view.texts.say
    if article.change:
        runs: list[Run] = []
        for text in article.change:
            runs += [*([BREAK] if runs else []), Run(text)]
        return line(*runs)
    if article.finding == "open":
        return line(Run(say("To be made clear: section 4"), link="#section_4"))
    if article.finding == "meets":
        return line(say("Nothing: keep it."))
    return line(Run(say("See section 3"), link="#section_3"))
