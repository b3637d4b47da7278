"""What depends on the facts of a State, in words: when something applies, is asked or fits, and what answers itself."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.models.checklist import Question, SeveralBodies
from npm_readiness.models.conditions import SituationConditions

__all__ = ["conditions_in_words", "what_follows"]

WHETHER = {
    "joined": ("the State has joined OPCAT", "the State has not joined OPCAT"),
    "party": ("OPCAT binds the State", "OPCAT does not bind the State"),
    "first_two_years": (
        "the mechanism has not been at work for two years yet",
        "the mechanism has been at work for two years",
    ),
    "federal": ("the State is federal", "the State is not federal"),
    "private_places_of_detention": (
        "there are private places of detention",
        "there are no private places of detention",
    ),
    "children_in_prison": ("children live in prison with a parent", "no children live in prison with a parent"),
    "bill": ("a bill is pending", "no bill is pending"),
    "adopted": ("parliament has adopted a bill", "parliament has adopted no bill"),
}
"""What a condition says that is true or false."""

OF_SEVERAL_BODIES = {
    SeveralBodies.BEST: "Of several bodies that are the mechanism, one that does it is enough.",
    SeveralBodies.WORST: "Of several bodies that are the mechanism, one that falls short is enough for the worse answer.",
}
"""How the answers for several bodies make one, where it is not by the usual rule."""

MECHANISM = {
    "none": "there is no mechanism",
    "designated": "a mechanism is designated and nobody is at work",
    "at_work": "the mechanism is at work",
}
ONE_OF = {
    "model": "the model is",
    "institution_kind": "the body is of the kind",
    "legal_basis": "the mechanism rests on",
}
"""What a condition lists the values of."""


def conditions_in_words(conditions: SituationConditions | None) -> str:
    """``the State has not joined OPCAT; the model is nhri or nhri_plus``, or ``always``."""
    return "; ".join(_parts(conditions)) if conditions is not None else "always"


def _parts(conditions: SituationConditions) -> Iterator[str]:
    for name, value in conditions.model_dump(mode="json", exclude_none=True).items():
        if name == "mechanism":
            yield " or ".join(MECHANISM[word] for word in value)
        elif name in ONE_OF:
            yield f"{ONE_OF[name]} {' or '.join(value)}"
        else:
            yield WHETHER[name][0 if value else 1]


def what_follows(question: Question) -> Iterator[str]:
    """When a question is asked, from what it answers itself, and how far, a sentence for each."""
    if question.asked_when is not None:
        yield f"It is asked where {conditions_in_words(question.asked_when)}."
    if question.answered_by is not None:
        yield f"It answers itself from {question.answered_by.key}."
    if question.follows_from is not None:
        yield f"Where the State has joined OPCAT, it answers itself from {question.follows_from.key}."
    if question.needs_mechanism:
        yield "It answers itself no as long as no body is the mechanism."
    if question.needs_people:
        yield "It answers itself no as long as no body is the mechanism, or nobody is at work in it."
    if question.implies is not None:
        yield f"A yes says that {question.implies.key} is so, and contradicts a profile that says otherwise."
    if question.if_executive_text is not None:
        yield f"Where the mechanism rests on less than an act of parliament, it is {question.if_executive_text} at most."
    if question.several_bodies in OF_SEVERAL_BODIES:
        yield OF_SEVERAL_BODIES[question.several_bodies]
    if question.was:
        yield f"It took the place of {', '.join(question.was)}, and asks something else."
