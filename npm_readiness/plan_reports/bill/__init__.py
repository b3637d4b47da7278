"""The report of a committee on a bill: the law today beside the law as it would be."""

from npm_readiness.plan_reports.bill.papering import paper

__all__ = ["paper"]
