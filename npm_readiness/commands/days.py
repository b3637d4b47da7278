"""Whether a day that was asked for can be reckoned with."""

from __future__ import annotations

from datetime import date

from npm_readiness.models.base import YEARS
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["check_day"]


def check_day(day: date | None, argument: str) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where the day of an argument lies outside of the years of dates."""
    if day is not None and day.year not in YEARS:
        reason, advice = f"{day} lies outside of the years of dates", f"{YEARS[0]} to {YEARS[-1]}"
        raise InputError([problem_at(Place(argument), "argument-invalid", reason=reason, advice=advice)])
