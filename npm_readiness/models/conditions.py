"""When something stands: conditions on the facts of a State, as a checklist writes them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from npm_readiness.models.base import Model
from npm_readiness.models.vocabulary import InstitutionKind, LegalBasis, NpmModel

__all__ = ["ActionConditions", "Conditions", "MechanismWord", "SituationConditions"]

MechanismWord = Literal["none", "designated", "at_work"]
"""Where the mechanism stands: there is none; it is designated and nobody is at work; it is at work."""


def _listed(value: Any) -> Any:
    """One word may stand without brackets."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


_WORDS: dict[str, Any] = {"enum": ["none", "designated", "at_work"]}
MechanismWords = Annotated[
    tuple[MechanismWord, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}),
]
"""Some of these words; one alone may stand without brackets."""


class SituationConditions(Model):
    """Conditions on the situation of the State. Nothing named: always.

    ``joined``: whether it has deposited its instrument for OPCAT; ``party``: whether OPCAT binds it, thirty days later;
    ``mechanism``: where its mechanism stands; ``first_two_years``: whether the mechanism is not at work for two years yet.
    """

    joined: bool | None = None
    party: bool | None = None
    mechanism: MechanismWords | None = None
    first_two_years: bool | None = None


class Conditions(SituationConditions):
    """When a criterion applies or a question is asked: for each fact that is named, one of the values listed."""

    model: tuple[NpmModel, ...] | None = Field(default=None, min_length=1)
    institution_kind: tuple[InstitutionKind, ...] | None = Field(default=None, min_length=1)
    federal: bool | None = None
    private_places_of_detention: bool | None = None
    children_in_prison: bool | None = None


class ActionConditions(SituationConditions):
    """When one wording of an action fits: on the situation, the mechanism's legal basis, and what is on its way.

    ``bill``: whether a bill is pending; ``adopted``: whether parliament has adopted a text that was brought in as a bill.
    """

    legal_basis: tuple[LegalBasis, ...] | None = Field(default=None, min_length=1)
    bill: bool | None = None
    adopted: bool | None = None
