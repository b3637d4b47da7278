"""What a report supposes, in words: a bill that is not in force, and answers that were set by hand."""

from __future__ import annotations

from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.words import ANSWERS
from npm_readiness.models.vocabulary import Answer
from npm_readiness.models.what_if import SetAnswer, SupposedBill, WhatIf

__all__ = ["bill_in_words", "not_what_is", "set_in_words", "supposed_in_words"]


def supposed_in_words(texts: Texts, what_if: WhatIf) -> str:
    """What is supposed, as it stands within a sentence: the law with the bill, the answers that were set."""
    told = []
    if what_if.bill is not None:
        bill = bill_in_words(texts, what_if.bill)
        told.append(texts.say("the law as it would be if {bill} were adopted", bill=bill))
    if what_if.set:
        told.append(texts.count("{number} answer set by hand", "{number} answers set by hand", len(what_if.set)))
    return texts.say(", with ").join(told)


def bill_in_words(texts: Texts, bill: SupposedBill) -> str:
    """The bill by its title; a public version does not name one that was given in confidence."""
    if bill.title is None:
        return texts.say("a bill that was given in confidence")
    return texts.say("the bill «{title}»", title=bill.title)


def not_what_is(texts: Texts, what_if: WhatIf) -> str:
    """That what follows would be, and is not."""
    supposed = supposed_in_words(texts, what_if)
    if what_if.bill is None:
        return texts.say("What if, and not what is: the answers of the profile, with {supposed}.", supposed=supposed)
    return texts.say("What if, and not what is: {supposed}. This is not the law in force.", supposed=supposed)


def set_in_words(texts: Texts, answer: SetAnswer) -> str:
    """An answer that was set, and the one in whose place it stands."""
    return texts.say(
        "{question}: {answer}, in place of {was}",
        question=answer.question,
        answer=_answer(texts, answer.answer, answer.between),
        was=_answer(texts, answer.was, answer.was_between),
    )


def _answer(texts: Texts, answer: Answer | None, between: tuple[Answer, Answer] | None) -> str:
    if between is None:
        return texts.say(ANSWERS[answer])
    low, high = (texts.say(ANSWERS[word]) for word in between)
    return texts.say("between {low} and {high}", low=low, high=high)
