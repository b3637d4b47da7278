"""What to amend in a bill, what to ask its sponsor, and on what it is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Note, Paragraph, Run, Table
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.models.vocabulary import BillStatus
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.plan_reports.bill.words import BY_OBLIGATION
from npm_readiness.planning.bill.comparison import Amendment, SponsorQuestion

__all__ = ["MAINTAIN", "amendments", "silence", "sponsor_questions"]

MAINTAIN = "opcat-17"
"""The provision by which a State maintains its mechanism."""

BREAK = Run("", "break")


def amendments(view: BillView) -> tuple[Block, ...]:
    """What would have to be put into the bill or struck out of it, what treaties ask first."""
    return tuple(_amendments(view))


def _amendments(view: BillView) -> Iterator[Block]:
    say = view.texts.say
    yield from _taken_away(view)
    listed = view.result.amendments
    if not listed:
        yield Paragraph(line(say("No gap on law is known that the bill would leave or make, as far as it was read.")))
        return
    if view.result.bill.status is BillStatus.ADOPTED:
        told = say(
            "Parliament has adopted the text. What stands here can be put right only by another act, before or after it comes "
            "into force."
        )
        yield Note(line(told))
    yield Paragraph(
        line(
            say(
                "What would have to be put into the bill, or struck out of it, so that each requirement is met. Where the "
                "bill has no "
                "article on it yet, one has to be added."
            )
        )
    )
    for obligation, title in BY_OBLIGATION.items():
        own = [entry for entry in listed if view.criterion(entry.criterion).obligation is obligation]
        if own:
            yield _table(view, own, say(title))


def _taken_away(view: BillView) -> Iterator[Block]:
    """What the bill would weaken, and the word of article 17 against which that is held."""
    say = view.texts.say
    taken = [entry for entry in view.in_reach if entry.weaker]
    if not taken:
        return
    yield Heading(say("What the bill would take away"), "taken_away")
    yield Paragraph(line(_maintain(view)))
    yield Bullets(
        tuple(
            line(
                view.title(entry.id),
                ": ",
                view.before(entry),
                " \N{RIGHTWARDS ARROW} ",
                view.after(entry),
                ". ",
                *joined(
                    [
                        line(
                            say(
                                "{question} Today {before}; with the bill {after}.",
                                question=question.text,
                                before=view.answer(question.before, question.before_between),
                                after=view.answer(question.after, question.after_between),
                            )
                        )
                        for question in entry.questions
                        if question.weaker
                    ],
                    " ",
                ),
            )
            for entry in taken
        )
    )


def _maintain(view: BillView) -> str:
    say, provisions = view.texts.say, view.adopted.cited.provisions
    if view.today.situation.designated is not True or MAINTAIN not in provisions:
        return say(
            "What the law surely gives the body today, and would not surely give it with the bill. There is no mechanism today "
            "that article 17 would have the State maintain; each requirement itself is what would be met less."
        )
    named = view.adopted.cited.provision_name(MAINTAIN)
    if view.today.situation.bound is True:
        return say(
            "What the law surely gives the mechanism today, and would not surely give it with the bill. A State party must "
            "maintain "
            "one or several independent mechanisms ({provision}): what is taken from it is held against that word too.",
            provision=named,
        )
    return say(
        "What the law surely gives the mechanism today, and would not surely give it with the bill. Once party, the State "
        "must maintain "
        "one or several independent mechanisms ({provision}): what is taken from it is held against that word too.",
        provision=named,
    )


def _table(view: BillView, entries: Sequence[Amendment], caption: str) -> Table:
    say = view.texts.say
    head = (say("Where"), say("What to do"), say("What has to be the case"), say("Rests on"))
    return Table(caption, head, tuple(_row(view, entry) for entry in entries), kind="amending")


def _row(view: BillView, entry: Amendment) -> tuple[Inline, ...]:
    say, criterion = view.texts.say, view.criterion(entry.criterion)
    where = ", ".join(entry.articles) or (
        say("to be added; the bill is silent") if entry.says == "silent" else say("to be added")
    )
    todo: list[Run] = []
    for told in action_lines(view.adopted, entry.actions):
        todo += [*([BREAK] if todo else []), *told]
    condition = view.adopted.condition(criterion)
    return (
        line(Run(where, "strong"), BREAK, view.change(entry.change)),
        tuple(todo),
        line(
            view.title(entry.criterion),
            f" ({view.verb(criterion)}): {criterion.requirement}",
            f" ({condition})" if condition else "",
        ),
        line(view.basis(criterion)),
    )


def sponsor_questions(view: BillView) -> tuple[Block, ...]:
    """The open questions on what treaties ask, to be put to those who brought the bill in."""
    return tuple(_sponsor_questions(view))


def _sponsor_questions(view: BillView) -> Iterator[Block]:
    say, listed = view.texts.say, view.result.sponsor
    if not listed:
        yield Paragraph(line(say("None: no question on what treaties ask of the law would stay open.")))
        return
    yield Paragraph(
        line(
            say(
                "On what treaties ask of the law. Each may be answered by the text of the bill, or by a law that stays beside "
                "it: whoever "
                "brought the bill in should name the article."
            )
        )
    )
    groups = (
        ("answered", say("The bill speaks of it and leaves it open")),
        ("silent", say("The bill is silent, and it is not known what the law that stays says")),
        ("not_read", say("Nobody has looked it up in the bill yet")),
    )
    for says, title in groups:
        own = [entry for entry in listed if entry.says == says]
        if own:
            head = (say("Question"), say("What would be a full yes"), say("Requirement, and what it rests on"))
            yield Table(title, head, tuple(_question(view, entry) for entry in own), kind="sponsor")


def _question(view: BillView, entry: SponsorQuestion) -> tuple[Inline, ...]:
    say, criterion = view.texts.say, view.criterion(entry.criterion)
    known = ""
    if entry.between is not None:
        low, high = (view.answer(word, None) for word in entry.between)
        known = " " + say("(It lies between {low} and {high}.)", low=low, high=high)
    return (
        line(entry.text + known),
        line(entry.wanted),
        line(view.title(entry.criterion), f"; {view.basis(criterion)}"),
    )


def silence(view: BillView) -> tuple[Block, ...]:
    """What the bill says nothing on, apart from what nobody has looked up in it."""
    return tuple(_silence(view))


def _silence(view: BillView) -> Iterator[Block]:
    say = view.texts.say
    yield Heading(say("Read, and nothing said"), "silent")
    if view.result.silent:
        yield Paragraph(line(say("The bill was read for these and says nothing, so that the law of today would stay:")))
        head = (say("Requirement"), say("Today, and with the bill"), say("Rests on"))
        yield Table(
            say("On what the bill is silent"),
            head,
            tuple(
                (
                    line(view.title(name)),
                    line(view.before(view.compared[name])),
                    line(view.basis(view.criterion(name))),
                )
                for name in view.result.silent
            ),
            kind="silence",
        )
    else:
        yield Paragraph(line(say("Nothing is said to have been looked for in the bill and not found there.")))
    yield Heading(say("Not read"), "not_read")
    if not view.result.not_read:
        yield Paragraph(line(say("Nothing: the bill was read for every requirement on the law on the mechanism.")))
        return
    yield Note(
        line(
            view.texts.count(
                "For {number} requirement nobody has looked at the bill. It stands here as it is today; that the bill says "
                "nothing on "
                "it is not said.",
                "For {number} requirements nobody has looked at the bill. They stand here as they are today; that the bill "
                "says nothing "
                "on them is not said.",
                len(view.result.not_read),
            )
        )
    )
    for obligation, title in BY_OBLIGATION.items():
        own = [name for name in view.result.not_read if view.criterion(name).obligation is obligation]
        if own:
            yield Paragraph(line(Run(f"{say(title)}: ", "strong"), *view.titles(own), "."))
