"""The one page on a bill: what it would do, whether a verdict would change, the amendments that matter most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.dates_in_words import event_in_words
from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Note, Run
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.stages import is_behind, stage_run, verdict_kind, verdict_words
from npm_readiness.gap_report.words import STAGES
from npm_readiness.models.dates import When
from npm_readiness.models.vocabulary import BillStatus, Obligation
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.planning.bill.comparison import Change, ComparedCriterion, ComparedStage

__all__ = ["one_page", "what_it_is", "what_this_is"]

SHOWN = 6
"""How many criteria a line names."""

MATTER_MOST = 3
"""How many amendments the page shows."""


def one_page(view: BillView) -> tuple[Block, ...]:
    """What a member of a committee reads who reads no more than this."""
    return tuple(_blocks(view))


def _blocks(view: BillView) -> Iterator[Block]:
    say = view.texts.say
    yield Note(line(what_this_is(view)))
    if view.read_for:
        yield Note(line(_another_body(view)))
    yield Bullets(tuple(_in_short(view)))
    stages = [stage for stage in view.result.stages if stage.before is not None or stage.after is not None]
    if stages:
        yield Heading(say("Would the verdicts change?"), "verdicts")
        yield Bullets(tuple(_stage(view, stage) for stage in stages))
    yield from _amendments(view)


def what_this_is(view: BillView) -> str:
    """That everything here is a supposition, and on law alone."""
    return view.texts.say(
        "This page speaks of the law as it would be if the bill were adopted and in force. «Today» is the law in force on "
        "{day}. It is "
        "on law alone: what happens in fact no bill settles.",
        day=view.result.today.as_of.isoformat(),
    ) + _not_bound(view)


def _not_bound(view: BillView) -> str:
    """That what treaties ask does not bind a State that stands outside of the Optional Protocol."""
    if view.result.today.situation.bound is not False:
        return ""
    told = view.texts.say(
        "The Optional Protocol does not bind the State on that day: what it asks would bind once the State is party."
    )
    return f" {told}"


def _another_body(view: BillView) -> str:
    """That answers of today which the bill leaves as they are were read for another body than the bill would make the mechanism."""
    say = view.texts.say
    then = sorted(body.name for body in view.result.adopted.situation.mechanism_bodies)
    return say(
        "The answers of today were read in the law on {today}; with the bill the mechanism would be {then}. Where the bill "
        "was not read, or is silent, the answer of today was taken over: look whether that law would hold for {then} too.",
        today=say(" and ").join(view.read_for),
        then=say(" and ").join(then) or say("nobody"),
    )


def what_it_is(view: BillView) -> str:
    """The bill: since when it is under way, and whom it would make the mechanism."""
    say, bill = view.texts.say, view.result.bill
    told = [_under_way(view)]
    made = [name for name in bill.designates if name not in view.kept]
    if made:
        told.append(say("It would make {bodies} the national preventive mechanism.", bodies=say(" and ").join(made)))
    if view.kept:
        told.append(
            say(
                "It would name {bodies}, the mechanism today, as the national preventive mechanism in an act of parliament.",
                bodies=say(" and ").join(view.kept),
            )
        )
    if bill.ends:
        told.append(say("{bodies} would be the mechanism no longer.", bodies=say(" and ").join(bill.ends)))
    if not bill.designates and not bill.ends:
        told.append(say("It would change nothing in who is the mechanism."))
    return " ".join(told)


def _under_way(view: BillView) -> str:
    say, bill = view.texts.say, view.result.bill
    if bill.status is BillStatus.ADOPTED:
        return say("«{title}» has been adopted and is not in force.", title=bill.title)
    if isinstance(bill.introduced, When) and bill.introduced.period.earliest <= view.result.today.as_of:
        when = event_in_words(view.texts, bill.introduced)
        return say("«{title}» was brought in {when}.", title=bill.title, when=when)
    return say("«{title}» is a bill.", title=bill.title)


def _in_short(view: BillView) -> Iterator[Inline]:
    say = view.texts.say
    treaty = view.of(Obligation.TREATY)
    yield _bullet(say("The bill."), line(what_it_is(view)))
    yield _bullet(say("What it would cure."), _cured(view, treaty))
    yield _bullet(say("What it would leave."), _left(view, treaty))
    yield _bullet(say("What it would take away."), _taken(view, treaty))
    fresh = [entry.id for entry in treaty if entry.change is Change.NEW and not entry.weaker]
    if fresh:
        told = view.texts.count(
            "With the bill {number} treaty requirement would surely fall short, of which it is not known how the law stands today:",
            "With the bill {number} treaty requirements would surely fall short, of which it is not known how the law stands "
            "today:",
            len(fresh),
        )
        yield _bullet(say("What it would fix as a gap."), line(told, " ", *view.titles(fresh, SHOWN), "."))
    yield _bullet(say("Beside what treaties ask."), line(_beside(view)))
    yield _bullet(say("What cannot be said."), _open(view, treaty))


def _bullet(head: str, told: Inline) -> Inline:
    return line(Run(head, "strong"), " ", *told)


def _cured(view: BillView, treaty: Sequence[ComparedCriterion]) -> Inline:
    texts = view.texts
    gaps = [entry.id for entry in treaty if entry.change is Change.CURED and entry.gap_before]
    settled = [entry.id for entry in treaty if entry.change is Change.CURED and not entry.gap_before]
    parts: list[Inline] = []
    if gaps:
        told = texts.count(
            "{number} treaty requirement that falls short today would be met:",
            "{number} treaty requirements that fall short today would be met:",
            len(gaps),
        )
        parts.append(line(told, " ", *view.titles(gaps, SHOWN), "."))
    if settled:
        told = texts.count(
            "{number} would be met of which it is not known whether it is today:",
            "{number} would be met of which it is not known whether they are today:",
            len(settled),
        )
        parts.append(line(told, " ", *view.titles(settled, SHOWN), "."))
    return (
        joined(parts, " ") if parts else line(texts.say("No treaty requirement that falls short today would be met."))
    )


def _left(view: BillView, treaty: Sequence[ComparedCriterion]) -> Inline:
    texts = view.texts
    left = [entry for entry in treaty if entry.change is Change.LEFT]
    sure = [entry.id for entry in left if entry.gap_after]
    open_ = [entry.id for entry in left if not entry.gap_after]
    parts: list[Inline] = []
    if sure:
        told = texts.count(
            "{number} treaty requirement that falls short today would still do so:",
            "{number} treaty requirements that fall short today would still do so:",
            len(sure),
        )
        parts.append(line(told, " ", *view.titles(sure, SHOWN), "."))
    if open_:
        told = texts.count(
            "{number} may be met with the bill, or not:", "{number} may be met with the bill, or not:", len(open_)
        )
        parts.append(line(told, " ", *view.titles(open_, SHOWN), "."))
    nothing = texts.say("No treaty requirement that is known to fall short today would be left so.")
    return joined(parts, " ") if parts else line(nothing)


def _taken(view: BillView, treaty: Sequence[ComparedCriterion]) -> Inline:
    texts = view.texts
    taken = [entry.id for entry in treaty if entry.weaker]
    if not taken:
        return line(
            texts.say("Nothing that treaties ask and that the law surely has today, as far as the bill was read.")
        )
    told = texts.count(
        "{number} treaty requirement would be met less than today, or less surely:",
        "{number} treaty requirements would be met less than today, or less surely:",
        len(taken),
    )
    return line(told, " ", *view.titles(taken, SHOWN), ".")


def _open(view: BillView, treaty: Sequence[ComparedCriterion]) -> Inline:
    texts, say = view.texts, view.texts.say
    open_ = [entry for entry in treaty if entry.after.value == "undetermined" and not entry.gap_after]
    if not open_:
        return line(say("With the bill, it would be known of every treaty requirement on law whether it is met."))
    told = texts.count(
        "For {number} of {of} treaty requirements on law it could not be established whether it would be met; {unread} of them "
        "nobody has looked up in the bill:",
        "For {number} of {of} treaty requirements on law it could not be established whether they would be met; {unread} of them "
        "nobody has looked up in the bill:",
        len(open_),
        of=len(treaty),
        unread=sum(entry.says == "not_read" for entry in open_),
    )
    return line(told, " ", Run(say("section {number}", number="4"), link="#section_4"), ".")


def _beside(view: BillView) -> str:
    """How many requirements of guidance and good practice each change concerns."""
    own = view.of(Obligation.GUIDANCE, Obligation.PRACTICE)
    return view.texts.count(
        "Of {number} requirement of guidance and good practice {cured} would be cured, {left} left as a gap, {new} made one, and "
        "{weaker} weakened.",
        "Of {number} requirements of guidance and good practice {cured} would be cured, {left} left as gaps, {new} made gaps, and "
        "{weaker} weakened.",
        len(own),
        cured=sum(entry.change is Change.CURED for entry in own),
        left=sum(entry.change is Change.LEFT for entry in own),
        new=sum(entry.change is Change.NEW for entry in own),
        weaker=sum(entry.change is Change.WORSE for entry in own),
    )


def _stage(view: BillView, stage: ComparedStage) -> Inline:
    say = view.texts.say
    own = next(one for one in view.result.today.stages if one.id is stage.id)
    if is_behind(view.today, own) and stage.before is stage.after:
        return line(Run(say(STAGES[stage.id]), "strong"), ": ", stage_run(view.today, own), ".")
    verdicts = [Run(verdict_words(view.today, one), verdict_kind(one)) for one in (stage.before, stage.after)]
    name = Run(say(STAGES[stage.id]), "strong")
    if stage.before is stage.after:
        told = line(name, say(": today "), verdicts[0], say(", and it would stay so."))
    else:
        told = line(name, say(": today "), verdicts[0], say("; with the bill "), verdicts[1], ".")
    return line(*told, *_blockers(view, stage))


def _blockers(view: BillView, stage: ComparedStage) -> Iterator[Run]:
    """The treaty requirements that block a stage: how many would go, stay and come."""
    texts = view.texts
    told = []
    if stage.gone:
        told.append(
            texts.count(
                "{number} treaty requirement that blocks it today would do so no longer.",
                "{number} treaty requirements that block it today would do so no longer.",
                len(stage.gone),
            )
        )
    if stage.left_in_law:
        told.append(
            texts.count(
                "{number} on law would still block it.", "{number} on law would still block it.", len(stage.left_in_law)
            )
        )
    if stage.left_in_practice:
        told.append(
            texts.count(
                "{number} on practice would still block it, which no bill settles.",
                "{number} on practice would still block it, which no bill settles.",
                len(stage.left_in_practice),
            )
        )
    if stage.new:
        told.append(
            texts.count(
                "{number} new one would come.",
                "{number} new ones would come.",
                len(stage.new),
            )
        )
    yield from (Run(f" {sentence}") for sentence in told)


def _amendments(view: BillView) -> Iterator[Block]:
    say, texts = view.texts.say, view.texts
    entries = [entry for entry in view.result.amendments if not entry.conditional][:MATTER_MOST]
    if not entries:
        yield Heading(say("The amendments that matter most"), "matter_most")
        yield Note(
            line(say("No gap on law is known that the bill would leave or make. See what could not be established."))
        )
        return
    title = texts.count("The amendment that matters most", "The {number} amendments that matter most", len(entries))
    yield Heading(title, "matter_most")
    yield Bullets(
        tuple(
            line(
                view.title(entry.criterion),
                " (",
                view.change(entry.change),
                f"; {view.of_the_bill(entry.articles)}). ",
                *joined(action_lines(view.adopted, entry.actions), " "),
            )
            for entry in entries
        ),
        ordered=True,
    )
