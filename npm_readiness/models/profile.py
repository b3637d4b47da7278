"""A profile: what is known about one country at one date, and the answers that its sources carry."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field, PrivateAttr

from npm_readiness.models.answers import AnswerVersion, Evidence, GivenAnswer, SaidAnswer, Source
from npm_readiness.models.base import UNKNOWN, Fact, Id, Model, PlainDate, Text
from npm_readiness.models.bills import Bill
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.country_code import CountryCode
from npm_readiness.models.digests import digest
from npm_readiness.models.plan_settings import PlanSettings
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.results import trusted
from npm_readiness.models.treaties import Treaties
from npm_readiness.models.vocabulary import BodyRole

__all__ = ["AnswerVersion", "Evidence", "GivenAnswer", "Profile", "SaidAnswer", "Source", "StateFacts"]


MOST_BILLS = 100
"""Bills of a profile: each is looked at as if it were adopted, with all bodies."""


class StateFacts(Model):
    """Facts about the State on which it depends which criteria apply."""

    federal: Fact = UNKNOWN
    private_places_of_detention: Fact = UNKNOWN
    children_in_prison: Fact = UNKNOWN


ChecklistVersions = Annotated[Mapping[Id, Text | None], Field(min_length=1)]
ChecklistIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Profile(Model):
    """One country at one date.

    ``checklists`` lists the checklists that apply, or gives for each the version with which the answers were given.
    """

    country: CountryCode
    country_name: Text | None = None
    assessed_on: PlainDate
    assessors: tuple[Text, ...] = ()
    note: Text | None = None
    checklists: ChecklistIds | ChecklistVersions = ("opcat",)
    npm: Npm = trusted(Npm)
    state: StateFacts = trusted(StateFacts)
    treaties: Treaties = trusted(Treaties)
    sources: Mapping[Id, Source] = {}
    answers: Mapping[Id, GivenAnswer] = {}
    recommendations: tuple[Recommendation, ...] = ()
    bills: Annotated[Mapping[Id, Bill], Field(max_length=MOST_BILLS)] = {}
    plan: PlanSettings = trusted(PlanSettings)

    _read: str | None = PrivateAttr(default=None)

    @property
    def versions(self) -> Mapping[str, str | None]:
        """The versions of the checklists with which the answers were given, as far as the profile names them."""
        return self.checklists if isinstance(self.checklists, Mapping) else {}

    @property
    def sha256(self) -> str:
        """The digest of its content: of the file from which it was read, else of what was said in Python."""
        return self._read or digest(self.model_dump(mode="json", exclude_unset=True))

    @property
    def former_bodies(self) -> tuple[Body, ...]:
        """The bodies that were the mechanism before."""
        return tuple(one for one in self.npm.bodies or () if one.role is BodyRole.FORMER)

    def of_body(self, body: Body, former: Sequence[Body] | None = None) -> "Profile":
        """The same country with this body of its own, and otherwise only those that were the mechanism before.

        The answers that hold for it alone go before the others. ``former`` are :attr:`former_bodies`, for who asks for many.
        """
        before = (one for one in (self.former_bodies if former is None else former) if one.id != body.id)
        alone = self.npm.model_copy(update={"bodies": (body.model_copy(update={"answers": {}}), *before)})
        own = {name: given for name, given in body.answers.items() if given != GivenAnswer()}
        return self.model_copy(update={"npm": alone, "answers": {**self.answers, **own}})

    def read_from(self, data: object) -> "Profile":
        """The same profile, which remembers the digest of the parsed file that it was read from."""
        read = self.model_copy()
        read._read = digest(data)
        return read

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> "Profile":
        """A copy; one that says something else is no longer what the file says."""
        copied = super().model_copy(update=update, deep=deep)
        if update:
            copied._read = None
        return copied
