"""The sections of the document on several assessors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Note, Paragraph, Run, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.inline import anchor, line
from npm_readiness.gap_report.words import STAGES
from npm_readiness.plan_reports.reconciliation.view import OUTCOMES, Answered, ReconciliationView
from npm_readiness.planning.reconciling.reconciliation import FactDifference, Outcome, ReconciledQuestion, SaidFact

__all__ = ["agreement", "contradictions", "facts", "one_knows", "one_page", "sources"]

MOST_NAMED = 8
"""How many contradictions page one names."""

HOW = {
    "unknown": mark("left unknown"),
    "label": mark("the one that comes first by the alphabet"),
    "listed": mark("listed, although not all list it"),
    "open": mark("left open between them"),
}
ORDER: tuple[Outcome, ...] = ("agreed", "disputed", "one_knows", "one_answered", "unknown", "unanswered")


def one_page(view: ReconciliationView) -> tuple[Block, ...]:
    """Who answered, how far they agree, what each one's answers would give, and the contradictions that decide."""
    return tuple(_one_page(view))


def _one_page(view: ReconciliationView) -> Iterator[Block]:
    say, texts, overall = view.texts.say, view.texts, view.result.alpha.overall
    told = texts.count(
        "{number} question was answered yes, partial or no by two assessors or more; they say the same on {same}.",
        "{number} questions were answered yes, partial or no by two assessors or more; they say the same on {same}.",
        overall.questions,
        same=overall.same,
    )
    excluded = overall.same - len(view.became("agreed"))
    if excluded > 0:
        told += " " + texts.count(
            "On {number} of these another assessor knows enough to rule their answer out.",
            "On {number} of these another assessor knows enough to rule their answer out.",
            excluded,
        )
    yield Paragraph(line(told, " ", say("Krippendorff's alpha is {alpha}.", alpha=view.alpha(overall))))
    yield Note(line(_how_to_read(view)))
    yield Table(
        say("What each one's answers would give alone, and all of them together"),
        (say("Assessor"), *(say(STAGES[entry.stage]) for entry in view.result.verdicts)),
        (*(_alone(view, place) for place in range(len(view.names))), _together(view)),
        kind="verdicts",
    )
    counts = [(outcome, len(view.became(outcome))) for outcome in ORDER]
    yield Bullets(tuple(line(f"{number}: {say(OUTCOMES[outcome])}") for outcome, number in counts if number))
    yield from _bills_in_short(view)
    disputed = view.became("disputed")
    if not disputed:
        yield Paragraph(line(say("On no question do they contradict each other.")))
        return
    first = sorted(disputed, key=lambda entry: not entry.question.decisive)[:MOST_NAMED]
    yield Paragraph(line(say("Where they contradict each other, first where a verdict can depend on it:")))
    yield Bullets(tuple(line(f"{view.asked(entry)} {view.in_short(entry.question)}.") for entry in first))
    if len(disputed) > len(first):
        more = texts.count(
            "{number} more stands in section 2.", "{number} more stand in section 2.", len(disputed) - len(first)
        )
        yield Paragraph(line(more))


def _bills_in_short(view: ReconciliationView) -> Iterator[Block]:
    """How many questions were answered from bills, and on how many of them assessors contradict each other."""
    number, disputed = len([entry for entry in view.answered if entry.bill is not None]), view.from_bills("disputed")
    if number:
        told = view.texts.count(
            "From bills, {number} question was answered; it is not in the figures above.",
            "From bills, {number} questions were answered; they are not in the figures above.",
            number,
        )
        contradicted = view.texts.count(
            "On {number} of them they contradict each other (section 2).",
            "On {number} of them they contradict each other (section 2).",
            len(disputed),
        )
        yield Paragraph(line(f"{told} {contradicted}" if disputed else told))


def _how_to_read(view: ReconciliationView) -> str:
    return view.texts.say(
        "Alpha is 1 where all say the same and 0 where they agree no more than by chance; no and yes lie further "
        "apart than partial and "
        "either. In brackets stands the range of 95 of 100 resamples of the questions. Krippendorff asks for 0.80 "
        "where conclusions rest "
        "on such answers, and for 0.67 at the least where they are tentative. Unknown is no answer here. It measures "
        "how alike people "
        "answer, not who is right."
    )


def _alone(view: ReconciliationView, place: int) -> tuple[Inline, ...]:
    cells = (
        _verdict(view, view.verdict(entry.verdicts[place]), entry.blockers[place]) for entry in view.result.verdicts
    )
    return line(view.names[place]), *cells


def _together(view: ReconciliationView) -> tuple[Inline, ...]:
    cells = (_verdict(view, view.verdict(entry.merged), entry.merged_blockers) for entry in view.result.verdicts)
    return line(Run(view.texts.say("together"), "strong")), *cells


def _verdict(view: ReconciliationView, verdict: Run, blockers: int) -> Inline:
    """The verdict, and how many treaty requirements are known not to be met."""
    return line(verdict, " " + view.texts.say("({number} unmet)", number=blockers) if blockers else "")


def contradictions(view: ReconciliationView) -> tuple[Block, ...]:
    """Every question on which assessors contradict each other, with what each rests on."""
    say, disputed, of_bills = view.texts.say, view.became("disputed"), view.from_bills("disputed")
    if not disputed and not of_bills:
        return (Paragraph(line(say("On no question do they contradict each other."))),)
    told = say(
        "Nothing was chosen between them: in the merged profile the answer is unknown, between the worst and the "
        "best of what they say, and "
        "every version is kept. A star marks a question on whose answer a verdict can depend."
    )
    return (
        Paragraph(line(told)),
        *_by_theme(view, disputed, "disputed", mark("What each says on {theme}")),
        *_by_bill(view, of_bills),
    )


def one_knows(view: ReconciliationView) -> tuple[Block, ...]:
    """Where the answer of one stands, since the other could not find out or did not look."""
    say = view.texts.say
    told = say(
        "An assessor who could not find out contradicts nobody, so that the answer of the other stands. Where it is "
        "a yes, look at what it "
        "rests on before you rely on it."
    )
    found = view.became("one_knows")
    alone = view.became("one_answered")
    blocks: list[Block] = [Paragraph(line(told))]
    blocks += _by_theme(view, found, "knows", mark("Known to one alone on {theme}"))
    if alone:
        number = view.texts.count(
            "{number} question was answered by one assessor alone; the workbook lists it.",
            "{number} questions were answered by one assessor alone; the workbook lists them.",
            len(alone),
        )
        blocks.append(Paragraph(line(number)))
    return tuple(blocks)


def _by_theme(view: ReconciliationView, entries: Sequence[Answered], kind: str, caption: str) -> Iterator[Block]:
    say = view.texts.say
    ordered = sorted(entries, key=lambda entry: _place(view, entry.question))
    for place, group in groupby(ordered, key=lambda entry: _place(view, entry.question)):
        theme = list(view.titles.values())[place] if place < len(view.titles) else say("Questions that are no more")
        yield Heading(theme, anchor(kind, str(place)))
        yield _versions(view, say(caption, theme=theme), group)


def _by_bill(view: ReconciliationView, entries: Sequence[Answered]) -> Iterator[Block]:
    """What each says that the law would be with a bill."""
    say = view.texts.say
    for number, (bill, group) in enumerate(groupby(entries, key=lambda entry: entry.bill or "")):
        yield Heading(
            say("The law as it would be with the bill «{title}»", title=cleaned(bill)), anchor("bill", str(number))
        )
        yield _versions(view, say("What each says of the law with the bill «{title}»", title=cleaned(bill)), group)


def _versions(view: ReconciliationView, caption: str, entries: Iterable[Answered]) -> Table:
    say = view.texts.say
    return Table(
        caption,
        (say("Question"), say("What each says"), say("Merged")),
        tuple(
            (
                line(f"{'* ' if entry.question.decisive else ''}{view.asked(entry)}"),
                view.in_full(entry.question),
                line(view.merged(entry.question)),
            )
            for entry in entries
        ),
        kind="versions",
    )


def _place(view: ReconciliationView, question: ReconciledQuestion) -> int:
    themes = list(view.titles)
    return themes.index(question.dimension) if question.dimension in view.titles else len(themes)


def facts(view: ReconciliationView) -> tuple[Block, ...]:
    """The facts on which they differ, and what was made of each."""
    say = view.texts.say
    if not view.result.facts:
        return (Paragraph(line(say("The profiles do not differ on any fact."))),)
    return (
        Table(
            say("Facts on which the profiles differ"),
            (say("Fact"), say("What each says"), say("In the merged profile")),
            tuple(_fact(view, fact) for fact in view.result.facts),
            kind="facts",
        ),
    )


def _fact(view: ReconciliationView, fact: FactDifference) -> tuple[Inline, ...]:
    says = "; ".join(f"{cleaned(said.by)}: {_said(view, said)}" for said in fact.says)
    how = view.texts.say(HOW[fact.how])
    return line(Run(fact.key, "code")), line(says), line(f"{_word(view, fact.merged)} ({how})")


def _said(view: ReconciliationView, said: SaidFact) -> str:
    return _word(view, said.value) if said.listed else view.texts.say("not listed")


def _word(view: ReconciliationView, value: str | bool | int | None) -> str:
    if value is None:
        return view.texts.say("not said")
    return str(value).lower() if isinstance(value, bool) else cleaned(str(value))


def agreement(view: ReconciliationView) -> tuple[Block, ...]:
    """Alpha by theme, and every two assessors."""
    say, result = view.texts.say, view.result
    return (
        Table(
            say("Agreement by theme"),
            (
                say("Theme"),
                say("Questions that two or more answered"),
                say("answered alike"),
                say("Krippendorff's alpha"),
            ),
            tuple(
                (
                    line(view.titles[name]),
                    line(str(alpha.questions)),
                    line(str(alpha.same)),
                    line(view.alpha(alpha)),
                )
                for name in view.titles
                if (alpha := result.alpha.dimensions.get(name)) is not None
            ),
            kind="agreement",
        ),
        Table(
            say("Every two assessors"),
            (
                say("Assessors"),
                say("Questions that both answered"),
                say("alike"),
                say("better by the first"),
                say("better by the second"),
            ),
            tuple(
                (
                    line(say("{first} and {second}", first=cleaned(pair.first), second=cleaned(pair.second))),
                    *(line(str(number)) for number in (pair.both, pair.same, pair.first_better, pair.second_better)),
                )
                for pair in result.pairs
            ),
            kind="pairs",
        ),
    )


def sources(view: ReconciliationView) -> tuple[Block, ...]:
    """Who answered, and which sources got another id."""
    say, result = view.texts.say, view.result
    who = Table(
        say("The profiles"),
        (say("Assessor"), say("Profile"), say("Questions answered"), say("unknown")),
        tuple(
            (
                line(cleaned(assessor.by)),
                line(cleaned(assessor.name)),
                line(str(assessor.answered)),
                line(str(assessor.unknown)),
            )
            for assessor in result.assessors
        ),
        kind="assessors",
    )
    if not result.renamed_sources:
        return who, Paragraph(line(say("All sources keep their ids.")))
    told = say("These sources had one id for different documents, and have the assessor's name before it now:")
    items = tuple(
        line(
            Run(entry.source, "code"), f" ({cleaned(entry.by)}): ", Run(entry.now, "code"), f", {cleaned(entry.title)}"
        )
        for entry in result.renamed_sources
    )
    return who, Paragraph(line(told)), Bullets(items)
