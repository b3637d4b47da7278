"""From one profile of a country to the next: the country, what is known of it, the checklists; each apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Note, Paragraph, Picture, Run, Table
from npm_readiness.gap_report.drawings import Bar, Pairs
from npm_readiness.gap_report.sections.inline import anchor, joined, line
from npm_readiness.models.numbers import Score
from npm_readiness.plan_reports.comparison.facts import fact_label, fact_value, named_fact
from npm_readiness.plan_reports.comparison.view import CHANGES, WHY_NOT, ComparisonView, evidence_in_words
from npm_readiness.planning.comparing.changes import Change
from npm_readiness.planning.comparing.comparison import (
    AnswerChange,
    AnswerThen,
    ChecklistChange,
    CriterionChange,
    DimensionChange,
    FactWord,
    Step,
)

__all__ = ["answers_that_changed", "in_the_checklists", "in_the_country", "in_what_is_known", "themes"]

MOST_TITLES = 12
"""How many criteria of one kind are named in a cell; the workbook has all."""

NEW_LINE = Run("", "break")
OF_THE_COUNTRY: tuple[FactWord, ...] = ("changed", "added", "removed")
OF_WHAT_IS_KNOWN: tuple[FactWord, ...] = ("newly_known", "newly_unknown")


def _each(view: ComparisonView, key: str, blocks: Callable[[ComparisonView, Step], Iterator[Block]]) -> Iterator[Block]:
    """The blocks of every step, under a heading where there are several."""
    for number, step in enumerate(view.result.steps, start=1):
        if len(view.result.steps) > 1:
            yield Heading(view.step(step), anchor(key, str(number)))
        yield from blocks(view, step)


def in_the_country(view: ComparisonView) -> tuple[Block, ...]:
    """Facts that are not what they were, and criteria that surely improved or got worse."""
    told = view.texts.say(
        "A fact or an answer that is another one than before has changed in the country, or one of the two profiles "
        "was wrong: the "
        "profiles do not say which. Read what each rests on before you speak of progress."
    )
    return (Note(line(told)), *_each(view, "country", _country))


def _country(view: ComparisonView, step: Step) -> Iterator[Block]:
    say = view.texts.say
    if step.another_body:
        told = say(
            "Other bodies are the mechanism than before, or may be. What is asked of the mechanism is asked of "
            "another body each time: what "
            "the one had does not count for the other, and where less is known now, the body of today has not shown it yet."
        )
        yield Note(line(told))
    yield from _facts(view, step, OF_THE_COUNTRY, say("Facts that changed"))
    yield from _criteria(view, step, (Change.IMPROVED, Change.REGRESSED), say("Criteria that improved or got worse"))
    by_fact = [entry for entry in step.criteria if entry.facts and entry.change in KNOWLEDGE]
    if by_fact:
        told = view.texts.count(
            "{number} criterion counts otherwise than before by a fact alone: {facts}. Whether the State stands "
            "better or worse on it "
            "than before cannot be said, since one of the two profiles leaves it open.",
            "{number} criteria count otherwise than before by a fact alone: {facts}. Whether the State stands better "
            "or worse on them "
            "than before cannot be said, since one of the two profiles leaves them open.",
            len(by_fact),
            facts=_facts_named(view, by_fact),
        )
        yield Paragraph(line(told))
        yield Bullets(tuple(view.titled(entry.criterion) for entry in by_fact))


KNOWLEDGE = (Change.NEWLY_KNOWN, Change.NEWLY_UNKNOWN)


def _facts_named(view: ComparisonView, entries: Iterable[CriterionChange]) -> str:
    names = dict.fromkeys(fact for entry in entries for fact in entry.facts)
    return "; ".join(named_fact(view.texts, name) for name in names)


def in_what_is_known(view: ComparisonView) -> tuple[Block, ...]:
    """Facts and criteria of which more or less is known; nothing of it need have changed in the country."""
    told = view.texts.say("Nothing here need have changed in the country: more, or less, of it is known.")
    return (Paragraph(line(told)), *_each(view, "known", _known))


def _known(view: ComparisonView, step: Step) -> Iterator[Block]:
    say = view.texts.say
    before, after = (view.result.profiles[place].answered for place in (step.before, step.after))
    yield Table(
        say("How much is known"),
        (say("Questions"), say("Before"), say("After")),
        tuple(
            (line(words), line(str(was)), line(str(now)))
            for words, was, now in (
                (say("that apply"), before.questions, after.questions),
                (say("answered"), before.answered, after.answered),
                (say("partly known"), before.partly_known, after.partly_known),
                (say("unknown"), before.unknown, after.unknown),
                (say("not answered yet"), before.unanswered, after.unanswered),
                (say("claims with a source and a place in it"), before.evidenced, after.evidenced),
            )
        ),
        kind="figures",
    )
    yield from _facts(view, step, OF_WHAT_IS_KNOWN, say("Facts of which more or less is known"))
    yield from _criteria(view, step, KNOWLEDGE, say("Criteria of which more or less is known"), by_fact=False)


def in_the_checklists(view: ComparisonView) -> tuple[Block, ...]:
    """Checklists named by one profile alone, versions, renamed questions, and what cannot be compared for it."""
    told = view.texts.say(
        "Both profiles were assessed with the checklists of today. What stands here has changed in what is asked, or "
        "in which checklists "
        "a profile names, and says nothing of the country."
    )
    return (Paragraph(line(told)), *_each(view, "lists", _lists))


def _lists(view: ComparisonView, step: Step) -> Iterator[Block]:
    say = view.texts.say
    items = [line(_checklist(view, change)) for change in step.checklists]
    items += [
        line(
            say("An answer to a question that is no more is kept and not counted: "),
            Run(cleaned(entry.question), "code"),
            *((say("; now asked as "), Run(entry.now, "code")) if entry.now is not None else ()),
            say(" (in {which})", which=_which(view, entry.answered)),
        )
        for entry in step.renamed
    ]
    yield (
        Bullets(tuple(items))
        if items
        else Paragraph(line(say("Both profiles name the same checklists, and the same versions of them.")))
    )
    apart = [entry for entry in step.criteria if entry.change is Change.NOT_COMPARABLE]
    if apart:
        reasons = {entry.reason: [one for one in apart if one.reason == entry.reason] for entry in apart}
        yield Table(
            say("What cannot be compared, and why"),
            (say("Why"), say("Number"), say("Criteria")),
            tuple(
                (
                    line(say(WHY_NOT[reason])),
                    line(str(len(entries))),
                    _some(view, entries),
                )
                for reason, entries in reasons.items()
                if reason is not None
            ),
            kind="reasons",
        )


def _some(view: ComparisonView, entries: Sequence[CriterionChange]) -> Inline:
    """The titles of the first of several criteria, and how many more there are."""
    titles = [view.titled(entry.criterion) for entry in entries[:MOST_TITLES]]
    if len(entries) > MOST_TITLES:
        told = view.texts.count(
            "{number} more, which the workbook lists",
            "{number} more, which the workbook lists",
            len(entries) - MOST_TITLES,
        )
        titles.append(line(told))
    return joined(titles, "; ")


def _checklist(view: ComparisonView, change: ChecklistChange) -> str:
    say = view.texts.say
    if change.named != "both":
        return say("{id}: assessed in {which} alone", id=change.id, which=_which(view, change.named))
    unsaid = say("a version that the profile does not say")
    return say(
        "{id}: answered for {before}, then for {after}; assessed in version {now} both times (CHANGELOG.md says what "
        "counts otherwise)",
        id=change.id,
        before=change.before or unsaid,
        after=change.after or unsaid,
        now=change.now,
    )


def _which(view: ComparisonView, named: str) -> str:
    say = view.texts.say
    return {"before": say("the first profile"), "after": say("the second profile")}.get(named, say("both profiles"))


def themes(view: ComparisonView) -> tuple[Block, ...]:
    """The dimensions with both intervals."""
    return tuple(_each(view, "themes", _themes))


def _themes(view: ComparisonView, step: Step) -> Iterator[Block]:
    say, texts = view.texts.say, view.texts
    readiness = [entry for entry in step.dimensions if entry.standards is None]
    rows = tuple(
        (
            view.dimension_titles[None, entry.id],
            _bar(view, say("before"), entry.before),
            _bar(view, say("after"), entry.after),
        )
        for entry in readiness
        if entry.before is not None or entry.after is not None
    )
    if rows:
        yield Picture(
            anchor("picture_themes", f"{step.before}-{step.after}"),
            say("What is in place, before and after"),
            say(
                "For each theme one bar for before and one for after; each runs from what is known to be in place to "
                "what is still possible."
            ),
            Pairs(rows, (say("before"), say("after")), (say("in place"), say("not known"), say("not in place"))),
            _intervals(view, readiness, say("Readiness by theme")),
        )
    standards = [entry for entry in step.dimensions if entry.standards is not None]
    if standards:
        yield _intervals(view, standards, say("Standards by theme"))
    if any(not entry.same_criteria for entry in step.dimensions):
        yield Note(
            line(
                texts.say(
                    "Where other criteria count in a theme than before, since the model, the bodies or the "
                    "checklists are others, the two "
                    "intervals do not measure the same and are not compared."
                )
            )
        )


def _intervals(view: ComparisonView, entries: Iterable[DimensionChange], caption: str) -> Table:
    say = view.texts.say
    return Table(
        caption,
        (say("Theme"), say("Before"), say("After"), say("Change")),
        tuple(
            (
                line(view.dimension_titles[entry.standards, entry.id]),
                line(view.interval(entry.before)),
                line(view.interval(entry.after)),
                line(say(CHANGES[entry.change]) if entry.same_criteria else say("other criteria count")),
            )
            for entry in entries
        ),
        kind="themes",
    )


def _bar(view: ComparisonView, label: str, score: Score | None) -> Bar | None:
    return None if score is None else Bar(label, score.lower, score.upper, view.interval(score))


def answers_that_changed(view: ComparisonView) -> tuple[Block, ...]:
    """Every question that counts as something else, with what it rested on and rests on now."""
    return tuple(_each(view, "answers", _answers))


def _answers(view: ComparisonView, step: Step) -> Iterator[Block]:
    say = view.texts.say
    if not step.answers:
        yield Paragraph(line(say("No question that both profiles ask counts as something else.")))
    else:
        yield _changed(view, say("Questions that count as something else than before"), step.answers)
    if step.bodies:
        yield _changed(view, say("Answered otherwise than before for single bodies"), step.bodies)
    if step.bills:
        told = say("Bills are not in force: what they say otherwise than before counts in no figure of this report.")
        yield Note(line(told))
        yield _changed(view, say("Bills that say otherwise than before"), step.bills)


def _changed(view: ComparisonView, caption: str, entries: Iterable[AnswerChange]) -> Table:
    say = view.texts.say
    return Table(
        caption,
        (say("Question, and the change"), say("Before"), say("After")),
        tuple(_answer(view, entry) for entry in entries),
        kind="changed",
    )


def _answer(view: ComparisonView, entry: AnswerChange) -> tuple[Inline, ...]:
    about = () if entry.of is None else (f" ({cleaned(entry.of)})",)
    change = line(Run(view.texts.say(CHANGES[entry.change]), "strong"))
    return (
        joined([line(entry.text, *about), change], NEW_LINE),
        _said(view, entry.before),
        _said(view, entry.after),
    )


def _said(view: ComparisonView, said: AnswerThen) -> Inline:
    """The answer, then what it rests on."""
    lines = [line(Run(view.answer(said), "strong"))]
    if said.fact is None:
        lines += [line(text) for text in evidence_in_words(said)]
        lines += [line(cleaned(said.comment))] if said.comment is not None else []
    return joined(lines, NEW_LINE)


def _facts(view: ComparisonView, step: Step, words: tuple[FactWord, ...], caption: str) -> Iterator[Block]:
    say = view.texts.say
    facts = [fact for fact in step.facts if fact.change in words]
    if not facts:
        yield Paragraph(line(say("{what}: none.", what=caption)))
        return
    yield Table(
        caption,
        (say("Fact"), say("Before"), say("After")),
        tuple(
            (
                line(fact_label(view.texts, fact)),
                line(fact_value(view.texts, fact, after=False)),
                line(fact_value(view.texts, fact, after=True)),
            )
            for fact in facts
        ),
        kind="facts",
    )


def _criteria(
    view: ComparisonView, step: Step, changes: tuple[Change, ...], caption: str, *, by_fact: bool = True
) -> Iterator[Block]:
    """The criteria that went one of these ways; those that did so by a fact alone are left out unless ``by_fact``."""
    say = view.texts.say
    chosen = [entry for entry in step.criteria if entry.change in changes and (by_fact or not entry.facts)]
    if not chosen:
        yield Paragraph(line(say("{what}: none.", what=caption)))
        return
    yield Table(
        caption,
        (say("Criterion"), say("Before"), say("After"), say("Change")),
        tuple(
            (
                view.titled(entry.criterion),
                line(view.status(entry.before, entry.scores[0]), f", {view.interval(entry.scores[0])}"),
                line(view.status(entry.after, entry.scores[1]), f", {view.interval(entry.scores[1])}"),
                line(say(CHANGES[entry.change])),
            )
            for change in changes
            for entry in chosen
            if entry.change is change
        ),
        kind="criteria",
    )
