"""Advice for a word that is not there: the nearest ones that are, or what else goes by this id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from heapq import nlargest
from itertools import takewhile

from npm_readiness.models.catalogue import Catalogue

__all__ = [
    "FirstFew",
    "Near",
    "advice_for_criterion",
    "advice_for_provision",
    "advice_for_question",
    "did_you_mean",
    "near_words",
]

LISTED = 12
NAMED = 6
"""How many ids are named where another kind of id was meant."""

LIKE = 0.7
"""How much alike near words are: the letters that they have in common in the same order, as a share of the letters of both."""

COMPARED = 60
"""How many known words one unknown word is compared with: files come from strangers, and each comparison takes its time."""

LOOKED_THROUGH = 10_000
"""Among more words than these no near miss is looked for."""

LOOKED_UP = 20
"""For how many unknown words of one file or one run near misses are looked for: nobody corrects more before the next run."""

LOOK_IT_UP = "look it up with: npm-readiness checklists"

Near = Callable[[str, Collection[str]], Sequence[str]]
"""What finds the near misses of a word among known ones: :func:`near_words` or a :class:`FirstFew`."""


def near_words(word: str, known: Collection[str]) -> Sequence[str]:
    """Up to three known words that are spelt much like ``word``, the nearest first; often none.

    Of the words that are about as long, those are compared that begin and end most alike, or have parts in common.
    """
    if len(known) > LOOKED_THROUGH:
        return []
    fitting = [other for other in known if _long_enough(word, other)]
    if len(fitting) > COMPARED:
        fitting = nlargest(COMPARED, fitting, key=lambda other: _in_common(word, other))
    return get_close_matches(word, fitting, n=3, cutoff=LIKE)


def _long_enough(word: str, other: str) -> bool:
    """Whether two words can be near by their lengths alone: no more letters than the shorter one has can be in common."""
    return 2 * min(len(word), len(other)) >= LIKE * (len(word) + len(other))


def _in_common(word: str, other: str) -> int:
    """How many letters two ids plainly have in common: at their beginning, at their end, and in whole parts between hyphens."""
    parts = {*word.split("-")}.intersection(other.split("-"))
    return _same_beginning(word, other) + _same_beginning(word[::-1], other[::-1]) + sum(map(len, parts))


def _same_beginning(word: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


class FirstFew:
    """:func:`near_words` for the unknown words of one file or one run, and only for the first of them.

    A file can hold thousands, and one slip can stand in it a hundred times: a word is looked up once.
    """

    def __init__(self, most: int = LOOKED_UP) -> None:
        self._most = most
        self._words: set[str] = set()
        self._found: dict[tuple[str, int], tuple[Collection[str], Sequence[str]]] = {}

    def __call__(self, word: str, known: Collection[str]) -> Sequence[str]:
        """The near misses of ``word``, or none where so many other words have been looked up before."""
        if word not in self._words and len(self._words) == self._most:
            return []
        self._words.add(word)
        key = word, id(known)
        if key not in self._found:
            # Whatever is kept is not freed, so that nothing else can get its identity.
            self._found[key] = known, near_words(word, known)
        return self._found[key][1]


def did_you_mean(word: str, known: Collection[str], *, near: Near = near_words, otherwise: str = LOOK_IT_UP) -> str:
    """What to do instead of ``word``: up to three near misses among the known words, or all of them where they are few."""
    found = near(word, known)
    if found:
        return f"did you mean {' or '.join(found)}?"
    if len(known) <= LISTED:
        return f"there are: {', '.join(sorted(known))}"
    return otherwise


def advice_for_question(wanted: str, catalogue: Catalogue, near: Near = near_words) -> str:
    """What to do where ``wanted`` stands for a question and is none: what it is instead, or which question may be meant."""
    if wanted in catalogue.criteria:
        questions = catalogue.criteria[wanted].criterion.question_ids
        return f"that is a criterion; its questions are: {_some(questions, wanted)}"
    if wanted in catalogue.provisions:
        citing = [catalogue.criteria[criterion].criterion for criterion in catalogue.citing.get(wanted, ())]
        questions = tuple(dict.fromkeys(question for criterion in citing for question in criterion.question_ids))
        return _of_provision("the questions of criteria that cite it", questions, wanted)
    return _of_another_kind(wanted, catalogue) or _nearest(
        wanted, catalogue.questions, "criterion", catalogue.criteria, near
    )


def advice_for_criterion(wanted: str, catalogue: Catalogue, near: Near = near_words) -> str:
    """What to do where ``wanted`` stands for a criterion and is none."""
    if wanted in catalogue.questions:
        return f"that is a question; it is asked by: {_some(catalogue.uses[wanted], wanted)}"
    if wanted in catalogue.provisions:
        return _of_provision("the criteria that cite it", catalogue.citing.get(wanted, ()), wanted)
    return _of_another_kind(wanted, catalogue) or _nearest(
        wanted, catalogue.criteria, "question", catalogue.questions, near
    )


def advice_for_provision(wanted: str, catalogue: Catalogue, near: Near = near_words) -> str:
    """What to do where ``wanted`` stands for a provision and is none."""
    if wanted in catalogue.instruments:
        provisions = [entry.id for entry in catalogue.provisions.values() if entry.instrument == wanted]
        if not provisions:
            return "that is an instrument, and the register holds no provision of it"
        return f"that is an instrument; its provisions are: {_some(provisions, wanted)}"
    if wanted in catalogue.criteria:
        return f"that is a criterion; it cites: {_some(catalogue.criteria[wanted].criterion.provisions, wanted)}"
    if wanted in catalogue.questions:
        return f"that is a question; it is asked by: {_some(catalogue.uses[wanted], wanted)}"
    return did_you_mean(wanted, catalogue.provisions, near=near, otherwise=_look_for(wanted))


def _of_provision(label: str, ids: Sequence[str], wanted: str) -> str:
    return (
        f"that is a provision; {label}: {_some(ids, wanted)}"
        if ids
        else "that is a provision, and no criterion cites it"
    )


def _of_another_kind(wanted: str, catalogue: Catalogue) -> str | None:
    """What ``wanted`` is, where it is neither a question, a criterion nor a provision."""
    if wanted in catalogue.checklists:
        return "that is a checklist: npm-readiness checklists"
    if wanted in catalogue.dimensions:
        return f"that is a dimension: npm-readiness show {wanted}"
    if wanted in catalogue.instruments:
        return f"that is an instrument: npm-readiness show {wanted}"
    return None


def _nearest(wanted: str, known: Collection[str], other_kind: str, others: Collection[str], near: Near) -> str:
    """Near misses among what was wanted, else among the other kind with which it is easily mixed up."""
    if not near(wanted, known) and (found := near(wanted, others)):
        return f"there is a {other_kind} {found[0]}: npm-readiness show {found[0]}"
    return did_you_mean(wanted, known, near=near, otherwise=_look_for(wanted))


def _look_for(wanted: str) -> str:
    return f"look for it with: npm-readiness find {wanted.replace('-', ' ')}"


def _some(ids: Sequence[str], wanted: str) -> str:
    """The first of some ids, and where the others are to be found."""
    if len(ids) <= NAMED:
        return ", ".join(ids)
    return f"{', '.join(ids[:NAMED])} and {len(ids) - NAMED} more (npm-readiness show {wanted})"
