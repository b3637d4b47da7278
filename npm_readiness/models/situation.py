"""What follows from the facts of a profile at a date: since when OPCAT binds, which bodies are the mechanism, which dates run."""

from datetime import date
from typing import Literal

from npm_readiness.models.base import UNKNOWN, AnyDate, Id
from npm_readiness.models.dates import EventDate, Period, PossibleFact, known_on
from npm_readiness.models.results import Result
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import (
    BillStatus,
    BodyRole,
    InstitutionKind,
    LegalBasis,
    MechanismState,
    Membership,
    Treaty,
)

__all__ = ["BillSituation", "BodySituation", "Deadline", "Situation", "TreatySituation"]


class TreatySituation(Result):
    """Where the State stands with one treaty.

    ``joined``: whether it has deposited its instrument; ``bound``: whether the treaty is in force for it; ``deposit`` and
    ``in_force``: the days on which these can lie, ``None`` where they have not happened or may not have. ``since`` is the day from
    which it is party, where that is known to the day.
    """

    treaty: Treaty
    signed: PossibleFact
    joined: PossibleFact
    bound: PossibleFact
    route: Literal["ratified", "acceded", "succeeded"] | None
    deposit: Period | None
    in_force: Period | None

    @property
    def since(self) -> AnyDate | None:
        """The day from which the treaty binds the State, where it does and the day is known."""
        return self.in_force.exact if self.in_force is not None and self.bound is True else None


class BodySituation(Result):
    """One body at the date: its role then, and whether it is the mechanism (or a part of it) and at work.

    Its dates are those of the profile, or what its role says where nothing is written.
    """

    id: str
    name: str
    kind: InstitutionKind | Literal["unknown"]
    role: BodyRole
    designated: EventDate
    ended: EventDate
    at_work_since: EventDate
    legal_basis: LegalBasis | Literal["unknown"]
    laws: tuple[str, ...]
    mechanism: PossibleFact
    at_work: PossibleFact

    @property
    def below_an_act(self) -> bool:
        """Whether it is the mechanism and is known to rest on less than an act of parliament."""
        return self.mechanism is True and isinstance(self.legal_basis, LegalBasis) and self.legal_basis.below_an_act

    def known_on(self, day: date) -> "BodySituation":
        """The body as whoever wrote on ``day`` knows its dates."""
        known = {name: known_on(getattr(self, name), day) for name in ("designated", "ended", "at_work_since")}
        return self.model_copy(update=known)


class BillSituation(Result):
    """A text that is before parliament, or on its way there, or adopted; ``introduced`` as the profile writes it.

    ``source`` is the one of the profile that holds it. ``title`` is ``None`` in a public version where that source is confidential.
    """

    title: str | None
    status: BillStatus
    introduced: EventDate
    source: Id | None


class Situation(Result):
    """What the facts of a profile come to at a date.

    ``joined``, ``bound`` and ``bound_since`` speak of OPCAT; ``bound_since`` is ``None`` where it does not bind or the day is
    not known. ``mechanism`` is ``at_work`` only where that is known. ``designated_first``: when a body was first made the
    mechanism, whatever became of it. ``legal_basis`` is the highest among the bodies that are the mechanism. ``bills``: the texts
    that had been brought in by then, or of which that is not known; ``bill_pending``: one of them waits for its adoption.
    ``membership``, ``states`` and ``kinds`` (of institution, of all that make up the mechanism together) hold all that is possible
    by what is known.
    """

    as_of: AnyDate
    joined: PossibleFact
    bound: PossibleFact
    bound_since: AnyDate | None
    planned: AnyDate | None
    treaties: tuple[TreatySituation, ...]
    article_24: Article24 | Literal["unknown"] | None
    reservation: PossibleFact | Literal["unclear"]
    bodies: tuple[BodySituation, ...]
    mechanism: Literal["none", "designated", "at_work", "unknown"]
    at_work: PossibleFact
    designated_first: Period | None
    legal_basis: LegalBasis | Literal["unknown"] | None
    bill_pending: bool
    bills: tuple[BillSituation, ...]
    membership: tuple[Membership, ...]
    states: tuple[MechanismState, ...]
    kinds: tuple[tuple[InstitutionKind, ...], ...]

    def known_on(self, day: date) -> "Situation":
        """The situation as whoever wrote on ``day`` knows its dates: what is only known to have happened, happened by then.

        JSON has the dates as they are written, so that this is asked of what is read back from it.
        """
        declaration = self.article_24
        if isinstance(declaration, Article24):
            known = {name: known_on(getattr(declaration, name), day) for name in ("declared", "extended_until")}
            declaration = declaration.model_copy(update=known)
        return self.model_copy(
            update={"bodies": tuple(body.known_on(day) for body in self.bodies), "article_24": declaration}
        )

    def treaty(self, treaty: Treaty) -> "TreatySituation":
        """Where the State stands with a treaty."""
        return next(entry for entry in self.treaties if entry.treaty is treaty)

    @property
    def opcat(self) -> "TreatySituation":
        """Where the State stands with OPCAT."""
        return self.treaty(Treaty.OPCAT)

    @property
    def designated(self) -> PossibleFact:
        """Whether a body is the mechanism."""
        if MechanismState.NONE not in self.states:
            return True
        return False if len(self.states) == 1 else UNKNOWN

    @property
    def act_adopted(self) -> bool:
        """Whether parliament has adopted a text that was brought in as a bill."""
        return any(bill.status is BillStatus.ADOPTED for bill in self.bills)

    @property
    def nobody_at_work(self) -> bool:
        """Whether a body is the mechanism and nobody is known to do its work: it exists on paper alone."""
        return self.states == (MechanismState.DESIGNATED,)

    @property
    def mechanism_bodies(self) -> tuple[BodySituation, ...]:
        """The bodies that are the mechanism, or may be."""
        return tuple(body for body in self.bodies if body.mechanism is not False)

    @property
    def in_question(self) -> tuple[BodySituation, ...]:
        """The bodies of which the questions on law speak: those that are the mechanism, else those considered for it."""
        return self.mechanism_bodies or tuple(body for body in self.bodies if body.role is not BodyRole.FORMER)

    @property
    def only_below_an_act(self) -> bool:
        """Whether every body that is the mechanism is known to rest on less than an act of parliament."""
        return self.designated is True and isinstance(self.legal_basis, LegalBasis) and self.legal_basis.below_an_act


class Deadline(Result):
    """A date that follows from OPCAT, under one reading of it.

    ``date`` is ``None`` where it is not known to the day; it lies between ``earliest`` and ``latest``. ``overdue`` is
    ``None`` where it cannot be said. ``missed``: whether the day had passed before there was a mechanism, ``None`` where that
    cannot be said. ``planned``: reckoned from a planned deposit. ``supposed``: it is the date only if what is not known of
    article 24 is so.
    """

    id: Literal["entry-into-force", "article-24-end", "article-17"]
    date: AnyDate | None
    earliest: AnyDate
    latest: AnyDate
    reading: str | None
    provision: str
    disputed: bool
    overdue: bool | None
    missed: bool | None
    planned: bool
    supposed: bool
