"""Instruments of change: the kinds of texts and decisions by which somebody closes a gap, as a lawyer writes them in YAML.

They are no instruments of the register: those are treaties and guidance, these are what a State uses to follow them.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from npm_readiness.models.base import Id, Model, Text
from npm_readiness.models.vocabulary import Addressee, Aspect, Obligation, Stage

__all__ = [
    "LONGEST",
    "ChangeConditions",
    "ChangeRule",
    "Due",
    "DueRule",
    "InstrumentOfChange",
    "Weeks",
]

LONGEST = 1040
"""Weeks: no step of a plan takes more than twenty years."""

Weeks = Annotated[int, Field(ge=0, le=LONGEST)]
"""How long something takes, in whole weeks from 0 to 1040."""

Due = Literal["deposit", "entry-into-force", "article-17"]
"""By when something has to be in place: a planned deposit, entry into force for the State, or the date of article 17."""


def _listed(value: Any) -> Any:
    """One word may stand without brackets."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def _one_or_more(words: list[str] | None = None) -> WithJsonSchema:
    one: dict[str, Any] = {"type": "string"} if words is None else {"enum": words}
    return WithJsonSchema({"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]})


_LISTED = BeforeValidator(_listed)
_ONE = Field(min_length=1)
_Ids = Annotated[tuple[Id, ...], _LISTED, _ONE, _one_or_more()]
_Addressees = Annotated[tuple[Addressee, ...], _LISTED, _ONE, _one_or_more(list(Addressee))]
_Aspects = Annotated[tuple[Aspect, ...], _LISTED, _ONE, _one_or_more(list(Aspect))]
_Stages = Annotated[tuple[Stage, ...], _LISTED, _ONE, _one_or_more(list(Stage))]
_Obligations = Annotated[tuple[Obligation, ...], _LISTED, _ONE, _one_or_more(list(Obligation))]


class InstrumentOfChange(Model):
    """A kind of text or decision: an act of parliament, a budget, a set of rules, an appointment.

    ``weeks`` is how long one takes: a planning assumption, and ``reason`` says on what it rests. ``addressees`` are those who can
    use it. ``one_text``: one text carries all that it changes, whichever stage asks for it; without it the steps are taken one by
    one, stage by stage.
    """

    id: Id
    title: Text
    about: Text
    addressees: tuple[Addressee, ...] = Field(min_length=1)
    weeks: Weeks
    reason: Text
    one_text: bool = False


class ChangeConditions(Model):
    """Which actions a rule is for: for each key that is named, one of the values listed."""

    criterion: _Ids | None = None
    addressee: _Addressees | None = None
    aspect: _Aspects | None = None
    stage: _Stages | None = None
    dimension: _Ids | None = None
    obligation: _Obligations | None = None


class ChangeRule(Model):
    """By which instrument an action is carried out; without ``when``, any action that its addressee can carry out so."""

    when: ChangeConditions | None = None
    instrument: Id


class DueRule(Model):
    """By when an action has to be carried out, and why."""

    when: ChangeConditions | None = None
    by: Due
    reason: Text
