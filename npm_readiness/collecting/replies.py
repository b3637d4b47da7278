"""Replies to the recommendations of a report, put beside the questions that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.collecting.fields import NOTHING, Fields
from npm_readiness.collecting.questionnaire import question_version
from npm_readiness.collecting.returned import Reply, Returned, ReturnedAnswer
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problems import Problem, problem_at

__all__ = ["comments_from"]

SETTLED = (Answer.YES, Answer.NOT_APPLICABLE)


def comments_from(form: Returned, profile: Profile, catalogue: Catalogue) -> Iterator[ReturnedAnswer | Problem]:
    """What a form replies, as comments on questions; a warning where a reply has no place, or more than one.

    A reply speaks of a recommendation, which is about all that falls short in one criterion. It is a comment, and no answer: what
    somebody promises is not yet so.
    """
    for reply in form.replies:
        told = _in_words(reply, form.replies_to)
        questions = _falling_short(reply.criterion, profile, catalogue)
        if not questions:
            yield problem_at(reply.place, "reply-by-hand", what=reply.criterion, text=told)
            continue
        question = questions[0]
        if len(questions) > 1:
            yield problem_at(reply.place, "reply-on-several", count=len(questions), question=question)
        version = question_version(catalogue.questions[question])
        yield ReturnedAnswer(question, version, NOTHING, Fields(comment=told), reply.place)


def _falling_short(criterion: str, profile: Profile, catalogue: Catalogue) -> list[str]:
    """The questions of a criterion that can be answered and are not known to be fully met, in their order."""
    entry = catalogue.criteria.get(criterion)
    asked = () if entry is None else entry.criterion.question_ids
    open_ = [name for name in asked if catalogue.questions[name].answered_by is None]
    given = {name: profile.answers[name].answer for name in open_ if name in profile.answers}
    return [name for name in open_ if given.get(name) not in SETTLED]


def _in_words(reply: Reply, day: str) -> str:
    """All that was written, in one text."""
    head = f"Reply to recommendation {reply.code or reply.criterion}"
    head += f" of the report on {day}" if day else ""
    head += f" ({reply.addressed_to})" if reply.addressed_to else ""
    parts = [
        reply.reply,
        f"Reason: {reply.reason}" if reply.reason else "",
        f"In charge: {reply.in_charge}" if reply.in_charge else "",
        f"By when: {reply.by_when}" if reply.by_when else "",
    ]
    return f"{head}: " + " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
