"""What others have said to a State."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.answers import check_url
from npm_readiness.models.base import UNKNOWN, Id, Model, Text
from npm_readiness.models.dates import EventDate
from npm_readiness.models.vocabulary import Addressee, Recommender, Response, Stage

__all__ = ["Recommendation"]


class Recommendation(Model):
    """What a body said to the State, and on what it bears: criteria or provisions, by id.

    ``finding: falls_short`` says that the body found the State short there. Where the assessors make the finding their own
    (``adopted: true``) it is a criterion of its own in the assessment, with the text as what is to be done. It then stands in the
    ``stage`` and ``dimension`` given, by default those of the first criterion on which it bears.
    """

    id: Id
    by: Recommender
    document: Text | None = None
    paragraph: Text | None = None
    date: EventDate = UNKNOWN
    url: Annotated[Text, AfterValidator(check_url)] | None = None
    text: Text
    about: tuple[Id, ...] = Field(min_length=1)
    response: Response = Response.UNKNOWN
    finding: Literal["falls_short"] | None = None
    adopted: bool = False
    addressee: Addressee | None = None
    stage: Stage | None = None
    dimension: Id | None = None
    comment: Text | None = None

    @model_validator(mode="after")
    def _keys_that_go_together(self) -> "Recommendation":
        if self.adopted and self.finding is None:
            raise PydanticCustomError(
                "adopted", "only a finding can be adopted; write finding: falls_short beside it", {"key": "adopted"}
            )
        if self.date is None:
            raise PydanticCustomError(
                "said", "what was not said yet is no recommendation; leave it out", {"key": "date"}
            )
        return self
