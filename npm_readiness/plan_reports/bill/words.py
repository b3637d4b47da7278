"""The words in which a report speaks of the law as it would be with a bill, never of the law in force."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.language import mark
from npm_readiness.models.vocabulary import Obligation, Status
from npm_readiness.planning.bill.comparison import BillSays, Change

__all__ = ["BY_OBLIGATION", "CHANGES", "CHANGE_KINDS", "FINDINGS", "OUTCOMES", "SAYS", "WOULD", "WOULD_FALL_SHORT"]

CHANGES: Mapping[Change, str] = {
    Change.CURED: mark("cured"),
    Change.LEFT: mark("left"),
    Change.NEW: mark("new"),
    Change.WORSE: mark("weakened"),
    Change.UNCHANGED: mark("unchanged"),
}
"""What a bill would do about a criterion."""
CHANGE_KINDS: Mapping[Change, str] = {
    Change.CURED: "status-met",
    Change.LEFT: "status-partly-met",
    Change.NEW: "status-not-met",
    Change.WORSE: "status-falls-short",
    Change.UNCHANGED: "status-not-applicable",
}
"""How each change looks."""
WOULD: Mapping[Status, str] = {
    Status.MET: mark("would meet"),
    Status.PARTLY_MET: mark("would partly meet"),
    Status.NOT_MET: mark("would not meet"),
    Status.UNDETERMINED: mark("could not be established"),
    Status.NOT_APPLICABLE: mark("would not apply"),
}
"""What would be established about a criterion."""
WOULD_FALL_SHORT = mark("would fall short")
"""Said of what would surely not be fully met, while it could not be established to what degree."""
FINDINGS: Mapping[str, tuple[str, str]] = {
    "meets": (mark("carries what is asked of it"), "status-met"),
    "falls_short": (mark("falls short"), "status-falls-short"),
    "open": (mark("leaves something open"), "status-undetermined"),
}
"""What an article comes to, and how that looks."""
SAYS: Mapping[BillSays, str] = {
    "answered": mark("the bill answers it"),
    "follows": mark("it follows from the bodies that the bill names"),
    "silent": mark("the bill is silent"),
    "not_read": mark("the bill was not read for it"),
}
"""What the bill says on a question."""
OUTCOMES: Mapping[str, str] = {
    "answered": mark("the bill would answer it"),
    "in_part": mark("the bill would answer it in part"),
    "left": mark("the bill would leave it open"),
    "worse": mark("the bill would go against it"),
    "met": mark("met by the law today; the bill would leave it so"),
    "not_known": mark("it cannot be said"),
}
"""What a bill would do about a recommendation."""
BY_OBLIGATION: Mapping[Obligation, str] = {
    Obligation.TREATY: mark("What treaties ask"),
    Obligation.GUIDANCE: mark("What guidance asks"),
    Obligation.PRACTICE: mark("Good practice"),
}
"""The headings under which criteria stand."""
