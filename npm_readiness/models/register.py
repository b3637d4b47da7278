"""The register of sources: instruments and their provisions, and how hard a provision binds."""

from pydantic import Field

from npm_readiness.models.base import Id, Model, PlainDate, Text
from npm_readiness.models.vocabulary import (
    Binding,
    CrossRead,
    Force,
    Obligation,
    ProvisionAddressee,
    Verified,
)

__all__ = ["EntryIntoForce", "Instrument", "Provision", "obligation_of", "strongest"]


class EntryIntoForce(Model):
    """When a treaty binds a State: never before ``first``, and ``days`` or ``months`` after the State's own deposit."""

    first: PlainDate
    days: int = Field(default=0, ge=0, le=366)
    months: int = Field(default=0, ge=0, le=24)
    source: Text


class Instrument(Model):
    """A treaty or guidance document."""

    id: Id
    title: Text
    short: Text | None = None
    symbol: Text | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    body: Text
    binding: Binding
    entry_into_force: EntryIntoForce | None = None


class Provision(Model):
    """One pinpoint in an instrument. Its ``id`` is stable and is what criteria cite; ``subject`` is a paraphrase."""

    id: Id
    instrument: Id
    pinpoint: Text
    subject: Text
    addressee: ProvisionAddressee
    force: Force
    stage: Text | None = None
    assessable: bool
    verified: Verified
    cross_read: CrossRead | None = None
    topic: Text | None = None
    aspect: Text | None = None
    note: Text | None = None

    @property
    def doubtful(self) -> bool:
        """Whether no criterion may cite it until its text has been read."""
        return self.cross_read is CrossRead.DOUBTFUL


def obligation_of(binding: Binding, force: Force) -> Obligation | None:
    """How hard a provision binds, from its instrument and its verb; ``None`` where it asks nothing (``context``).

    A treaty's "shall" is a treaty obligation; what guidance and principles ask, in either verb, is guidance; what may be
    done, and what practice guides say, is practice.
    """
    if force is Force.CONTEXT:
        return None
    if force is Force.MAY or binding is Binding.PRACTICE_GUIDE:
        return Obligation.PRACTICE
    if binding is Binding.TREATY and force is Force.SHALL:
        return Obligation.TREATY
    return Obligation.GUIDANCE


def strongest(obligations: list[Obligation | None]) -> Obligation:
    """The obligation of a criterion that cites provisions of these obligations; only context makes it practice."""
    binding = [obligation for obligation in obligations if obligation is not None]
    return min(binding, key=lambda obligation: obligation.order, default=Obligation.PRACTICE)
