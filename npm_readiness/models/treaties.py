"""What a profile says of a State's dealings with treaties."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import UNKNOWN, Fact, Model, PlainDate
from npm_readiness.models.dates import Event, EventDate, When
from npm_readiness.models.results import trusted
from npm_readiness.models.vocabulary import Treaty

__all__ = ["Article24", "OpcatStatus", "Treaties", "TreatyStatus"]


class TreatyStatus(Model):
    """A State's dealings with one treaty. Each key: a date as far as it is known, null (known not to have happened) or ``unknown``.

    What is left out is unknown. Succession alone, which is rare, counts as not having happened when it is left out: otherwise no
    State could be known not to be a party without saying so three times.
    """

    signed: EventDate = UNKNOWN
    ratified: EventDate = UNKNOWN
    acceded: EventDate = UNKNOWN
    succeeded: EventDate = None

    @model_validator(mode="after")
    def _one_deposit(self) -> "TreatyStatus":
        dated = [event for event in (self.ratified, self.acceded, self.succeeded) if isinstance(event, When)]
        if len(dated) > 1:
            raise PydanticCustomError(
                "two_deposits", "a State ratifies, accedes or succeeds, so only one of the three can have a date"
            )
        return self

    @property
    def deposited(self) -> Event:
        """When the State deposited its instrument. It joins once: that it did so in one way rules the other ways out."""
        events = (self.ratified, self.acceded, self.succeeded)
        dated = next((event for event in events if isinstance(event, When)), None)
        return dated or (UNKNOWN if UNKNOWN in events else None)


def read_years(value: object) -> int | Literal["unknown"]:
    """One to three years, or ``unknown``; raises ``PydanticCustomError``."""
    if value == UNKNOWN:
        return UNKNOWN
    if isinstance(value, int) and not isinstance(value, bool) and value in LENGTHS:
        return value
    raise PydanticCustomError("years", "1, 2 or 3 years, or unknown, is wanted: article 24 allows three at most")


LENGTHS = range(1, 4)
"""The years that a declaration under article 24(1) can name."""

YEARS_SCHEMA: dict[str, Any] = {"enum": [*LENGTHS, "unknown"]}


class Article24(Model):
    """A declaration under OPCAT article 24: which part is postponed, when it was declared, for how many years.

    Each may be unknown; what is left out is. ``extended_until``: where the Committee against Torture extended the postponement.
    """

    part: Literal["III", "IV", "unknown"] = UNKNOWN
    declared: EventDate = UNKNOWN
    years: Annotated[int | Literal["unknown"], BeforeValidator(read_years), WithJsonSchema(YEARS_SCHEMA)] = UNKNOWN
    extended_until: EventDate = None

    @model_validator(mode="after")
    def _declared(self) -> "Article24":
        if self.declared is None:
            raise PydanticCustomError(
                "declared", "a declaration that was not made is article_24: null", {"key": "declared"}
            )
        return self


class OpcatStatus(TreatyStatus):
    """As for any treaty, with a declaration under article 24 and a date on which the deposit is planned.

    ``reservation``: whether the instrument carries a reservation, which article 30 forbids, whatever it is called;
    ``unclear`` for a statement whose effect is not clear. Where it is left out the State is taken to have joined without one.
    """

    article_24: Article24 | Literal["unknown"] | None = UNKNOWN
    planned: PlainDate | None = None
    reservation: Fact | Literal["unclear"] = False


class Treaties(Model):
    """The treaties that a profile can name."""

    uncat: TreatyStatus = trusted(TreatyStatus)
    opcat: OpcatStatus = trusted(OpcatStatus)
    iccpr: TreatyStatus = trusted(TreatyStatus)
    cedaw: TreatyStatus = trusted(TreatyStatus)
    crc: TreatyStatus = trusted(TreatyStatus)

    def status(self, treaty: Treaty) -> "TreatyStatus":
        """What the profile says about one treaty."""
        status: TreatyStatus = getattr(self, treaty.value)
        return status
