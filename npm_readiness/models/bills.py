"""Bills: texts before a parliament, or on their way there, and what the law would be with them."""

from collections.abc import Mapping

from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.base import UNKNOWN, Id, Model, Text
from npm_readiness.models.dates import EventDate
from npm_readiness.models.vocabulary import BillStatus

__all__ = ["Bill"]


class Bill(Model):
    """A text before parliament, or on its way there.

    ``designates`` are the bodies of the profile that it would make the mechanism, or parts of it; ``ends`` those that would be it
    no longer. ``answers`` are the answers to questions on law as they would be with it, read together with the law that stays.
    ``silent`` are the questions for which the bill was read and on which it says nothing, so that the law stays as it is there;
    a question of which neither speaks was not read.
    """

    title: Text
    source: Id | None = None
    status: BillStatus = BillStatus.BILL
    introduced: EventDate = UNKNOWN
    designates: tuple[Id, ...] = ()
    ends: tuple[Id, ...] = ()
    answers: Mapping[Id, GivenAnswer] = {}
    silent: tuple[Id, ...] = ()

    @property
    def answered(self) -> Mapping[str, GivenAnswer]:
        """The questions that it answers; one that stands there empty was not read."""
        return {question: given for question, given in self.answers.items() if given.answer is not None}
