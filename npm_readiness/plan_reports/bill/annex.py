"""What others have recommended on the law, and the annex of a report on a bill: criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Inline, Note, Paragraph, Run, Table
from npm_readiness.gap_report.sections.cited import UNSEEN
from npm_readiness.gap_report.sections.inline import anchor, line
from npm_readiness.gap_report.sections.recommended import said_by, where_said
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.plan_reports.bill.words import BY_OBLIGATION, CHANGES, OUTCOMES, SAYS
from npm_readiness.planning.bill.comparison import ComparedCriterion, ComparedQuestion, ComparedRecommendation

__all__ = ["criterion_by_criterion", "recommended"]

BREAK = Run("", "break")


def recommended(view: BillView) -> tuple[Block, ...]:
    """The recommendations of others that bear on the law, each with what the bill would do about it."""
    return tuple(_recommended(view))


def _recommended(view: BillView) -> Iterator[Block]:
    say = view.texts.say
    if not view.result.recommendations:
        yield Paragraph(line(say("The profile records no recommendation of others that bears on these requirements.")))
        return
    head = (say("Who, and where"), say("What was said"), say("With the bill"))
    rows = tuple(_recommendation(view, entry) for entry in view.result.recommendations)
    yield Table(say("What others have recommended on the law"), head, rows, kind="recommended")
    yield Note(
        line(
            say(
                "Told by the requirements on law on which a recommendation bears. A finding that the assessors made their own "
                "stays a "
                "finding until they take it back, whatever the bill says."
            )
        )
    )


def _recommendation(view: BillView, entry: ComparedRecommendation) -> tuple[Inline, ...]:
    own = next(one for one in view.result.adopted.recommendations if one.id == entry.id)
    told: list[Run | str] = [view.texts.say(OUTCOMES[entry.outcome])]
    for name in entry.criteria:
        told += [BREAK, view.title(name), ": ", view.after(view.compared[name])]
    who = ", ".join(part for part in (said_by(view.adopted, own), where_said(own)) if part)
    return line(who), line(own.text), line(*told)


def criterion_by_criterion(view: BillView) -> tuple[Block, ...]:
    """Every requirement on law in reach of the bill, today and as it would be."""
    return tuple(_criteria(view))


def _criteria(view: BillView) -> Iterator[Block]:
    say, texts = view.texts.say, view.texts
    yield _counts(view)
    head = (say("Requirement"), say("Today, with the bill, and the change"), say("Question by question"))
    for obligation, title in BY_OBLIGATION.items():
        own = view.of(obligation)
        if own:
            yield Table(say(title), head, tuple(_row(view, entry) for entry in own), kind="compared")
    if UNSEEN in "".join(view.basis(view.criterion(entry.id)) for entry in view.in_reach):
        yield Paragraph(
            line(say("{mark} The wording of the provision was recalled, and not read for the register.", mark=UNSEEN))
        )
    apart = len(view.result.criteria) - len(view.in_reach)
    if apart:
        yield Paragraph(
            line(
                texts.count(
                    "{number} further criterion on law is no matter of a law on the mechanism; the bill says nothing of it, "
                    "and it stays "
                    "as it is today.",
                    "{number} further criteria on law are no matter of a law on the mechanism; the bill says nothing of them, "
                    "and they "
                    "stay as they are today.",
                    apart,
                )
            )
        )


def _counts(view: BillView) -> Table:
    """How many criteria each change concerns, by how hard they bind."""
    say = view.texts.say
    rows = []
    for obligation, title in BY_OBLIGATION.items():
        own = view.of(obligation)
        if own:
            numbers = (sum(entry.change is change for entry in own) for change in CHANGES)
            rows.append((line(say(title)), line(str(len(own))), *(line(str(number)) for number in numbers)))
    head = (say("On law"), say("Criteria"), *(say(word) for word in CHANGES.values()))
    return Table(say("What the bill would do, by how hard a requirement binds"), head, tuple(rows), kind="counts")


def _row(view: BillView, entry: ComparedCriterion) -> tuple[Inline, ...]:
    criterion = view.criterion(entry.id)
    read = [question for question in entry.questions if question.says != "not_read"]
    told = [_question(view, question) for question in read or entry.questions]
    unread = len(entry.questions) - len(read)
    if read and unread:
        told.append(
            view.texts.count(
                "For {number} more question the bill was not read.",
                "For {number} more questions the bill was not read.",
                unread,
            )
        )
    how: list[Run] = []
    for sentence in told:
        how += [*([BREAK] if how else []), Run(sentence)]
    return (
        line(Run(criterion.title, anchor=anchor("compared", entry.id)), BREAK, view.basis(criterion)),
        line(view.before(entry), " \N{RIGHTWARDS ARROW} ", view.after(entry), BREAK, view.change(entry.change)),
        tuple(how),
    )


def _question(view: BillView, question: ComparedQuestion) -> str:
    say = view.texts.say
    before = view.answer(question.before, question.before_between)
    after = view.answer(question.after, question.after_between)
    if question.says in ("silent", "not_read"):
        return say(
            "{question} Today {before}; {says}.", question=question.text, before=before, says=say(SAYS[question.says])
        )
    return say("{question} Today {before}; with the bill {after}.", question=question.text, before=before, after=after)
