"""The rank that was asked for, and why it is only a partial one."""

from __future__ import annotations

from npm_readiness.gap_report.document import Block, Inline, Note, Paragraph, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.comparison.view import ComparisonView
from npm_readiness.planning.comparing.comparison import Rank

__all__ = ["ranking"]


def ranking(view: ComparisonView) -> tuple[Block, ...]:
    """Where each country can stand, by its last profile."""
    say, ranks = view.texts.say, view.result.ranks or ()
    why = say(
        "This is no league table. A country stands before another only where what is known to be in place in it is "
        "more than all that is "
        "still possible in the other. Where the two intervals overlap, or only touch, no order is said: what is "
        "unknown could turn it round. "
        "So each country has the ranks between which it lies, and most pairs have no order."
    )
    limits = say(
        "The score is a mean over the criteria that apply to each State, and these differ. Countries whose profiles "
        "name other readiness "
        "checklists are never put before or behind each other. A high score does not make up for a treaty "
        "requirement that is not met: "
        "the verdicts stand apart."
    )
    if not ranks:
        return (Paragraph(line(say("No profile has a score, so that there is no rank."))),)
    pairs = len(ranks) * (len(ranks) - 1) // 2
    ordered = sum(rank.ahead for rank in ranks)
    told = say("Of {pairs} pairs of countries {ordered} have an order.", pairs=pairs, ordered=ordered)
    return (
        Note(line(why)),
        Paragraph(line(limits)),
        Paragraph(line(told)),
        Table(
            say("Between which ranks each country lies"),
            (
                say("Rank"),
                say("Profile"),
                say("Known to be in place, to still possible"),
                say("surely before"),
                say("surely behind"),
            ),
            tuple(_row(view, rank) for rank in ranks),
            kind="ranks",
        ),
    )


def _row(view: ComparisonView, rank: Rank) -> tuple[Inline, ...]:
    say = view.texts.say
    between = str(rank.best) if rank.best == rank.worst else say("{best} to {worst}", best=rank.best, worst=rank.worst)
    return (
        line(between),
        line(view.labels[rank.profile]),
        line(view.interval(view.result.profiles[rank.profile].score)),
        line(str(rank.ahead)),
        line(str(rank.behind)),
    )
