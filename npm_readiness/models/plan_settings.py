"""What a profile says of the plan: when it starts, how long things take there, and what has been done since."""

from collections.abc import Mapping

from npm_readiness.models.base import Id, Model, PlainDate
from npm_readiness.models.instruments_of_change import Weeks

__all__ = ["PlanSettings"]


class PlanSettings(Model):
    """What a country knows better than our planning assumptions.

    ``start`` is the day on which the work starts; ``durations`` gives the weeks that an instrument of change takes there;
    ``done`` names criteria or questions whose actions have been carried out since the day of the profile.
    """

    start: PlainDate | None = None
    durations: Mapping[Id, Weeks] = {}
    done: tuple[Id, ...] = ()
