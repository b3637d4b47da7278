"""Answers for single bodies: what they make together, and that the profile's own answer for the whole stands before them.

The rule is that of the head of ``opcat`` on several bodies; it is checked against every way in which the bodies can turn out.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import Assessment, assess
from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.assessed_criteria import AssessedAnswer
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Question
from npm_readiness.models.vocabulary import Answer
from npm_readiness.scoring.of_bodies import beside_others, one_of_several
from tests.making import catalogue, criterion, evidenced, of, profile, question

moderate = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Spec = dict[str, Any]
WORDS = ("no", "partial", "yes")
WORTH = {"no": Fraction(0), "partial": Fraction(1, 2), "yes": Fraction(1)}
MAY_FALL_AWAY = {"may_not_apply": "There is none of it."}
REASON = {"answer": "not_applicable", "reason": "It has no staff."}


def made(*, combine: str = "mean", **keys: Any) -> Catalogue:
    """A catalogue that asks one question, in a criterion of the treaty."""
    return catalogue(criterion("c", question("q", **keys), combine=combine))


def body(name: str, answer: str | Spec | None = None, role: str = "member", **keys: Any) -> Spec:
    """A body that is a part of the mechanism, with its answer to the question."""
    given_answer = {"answer": answer} if isinstance(answer, str) else answer
    answers = {} if given_answer is None else {"q": given_answer}
    return {"id": name, "name": name.title(), "kind": "specialised", "role": role, "answers": answers, **keys}


def assessed(bodies: Sequence[Spec], whole: str | None = None, **keys: Any) -> Assessment:
    """The assessment of a State with these bodies, and with this answer for the whole."""
    asked = {
        name: keys.pop(name)
        for name in ("may_not_apply", "several_bodies", "if_executive_text", "needs_mechanism")
        if name in keys
    }
    options = {name: keys.pop(name) for name in ("require_evidence",) if name in keys}
    npm = {"model": "multiple_bodies", "bodies": list(bodies), **keys}
    answers = {} if whole is None else {"q": whole}
    return assess(profile(answers, npm=npm), made(**asked), **options)


def answer_of(assessment: Assessment) -> AssessedAnswer:
    """The one answer."""
    return of(assessment, "c").answers[0]


def words_of(assessment: Assessment) -> str:
    """What the question counts as, in a word, or between which two it lies."""
    answer = answer_of(assessment)
    return answer.counted_as.value if answer.between is None else "-".join(word.value for word in answer.between)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("yes", "yes"), "yes"),
        (("no", "no"), "no"),
        (("yes", "no"), "partial"),
        (("partial", "yes"), "partial"),
        (("partial", "partial"), "partial"),
        (("yes", None), "partial-yes"),
        (("no", None), "no-partial"),
        (("partial", None), "partial"),
        (("yes", "unknown"), "partial-yes"),
        (("yes", "no", None), "partial"),
    ],
)
def test_all_yes_is_yes_all_no_is_no_and_whatever_lies_between_is_partial(
    answers: tuple[str | None, ...], expected: str
) -> None:
    bodies = [body(f"body-{number}", answer) for number, answer in enumerate(answers)]
    assert words_of(assessed(bodies)) == expected


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        ("best", ("yes", "no"), "yes"),
        ("best", ("yes", None), "yes"),
        ("best", ("no", "partial"), "partial"),
        ("best", ("partial", "partial"), "partial-yes"),
        ("best", ("no", None), "unknown"),
        ("worst", ("yes", "no"), "no"),
        ("worst", ("no", None), "no"),
        ("worst", ("yes", "partial"), "partial"),
        ("worst", ("yes", None), "unknown"),
    ],
)
def test_where_a_rubric_says_at_least_one_a_single_body_is_enough(
    rule: str, answers: tuple[str | None, ...], expected: str
) -> None:
    """A place is covered where one of the bodies covers it; one place that stayed closed is one too many."""
    bodies = [body(f"body-{number}", answer) for number, answer in enumerate(answers)]
    assert words_of(assessed(bodies, several_bodies=rule)) == expected


def test_what_a_body_of_one_part_of_the_state_does_is_not_known_to_be_enough_for_the_whole() -> None:
    bodies = [body("north", "yes", "regional"), body("south", "no", "regional")]
    assert words_of(assessed(bodies, several_bodies="best")) == "partial-yes"


def test_a_body_that_the_question_does_not_concern_is_left_out_of_account() -> None:
    bodies = [body("one", "yes"), body("two", REASON)]
    assert words_of(assessed(bodies, **MAY_FALL_AWAY)) == "yes"
    assert words_of(assessed([body("one", REASON), body("two", REASON)], **MAY_FALL_AWAY)) == "not_applicable"


def test_the_answer_for_the_whole_stands_and_those_for_bodies_are_shown_beside_it() -> None:
    answer = answer_of(assessed([body("one", "no"), body("two", "no")], whole="yes"))
    assert (answer.answer, answer.formed) == (Answer.YES, None)
    assert [(entry.name, entry.answer, entry.counts) for entry in answer.bodies] == [
        ("One", Answer.NO, False),
        ("Two", Answer.NO, False),
    ]


def test_each_answer_is_a_reason_of_the_one_that_is_made_of_them() -> None:
    answer = answer_of(assessed([body("one", "yes"), body("two", "no"), body("was", "yes", "former")]))
    assert (answer.answer, answer.formed) == (Answer.PARTIAL, "mechanism")
    assert [(entry.body, entry.counts) for entry in answer.bodies] == [("one", True), ("two", True), ("was", False)]


def test_of_each_body_it_is_told_what_its_answer_counts_as() -> None:
    half_known = {"answer": "unknown", "between": ["partial", "yes"]}
    bodies = [body("a", "yes"), body("b", "partial"), body("c", REASON), body("d", half_known), body("e", "unknown")]
    told = answer_of(assessed(bodies, **MAY_FALL_AWAY)).bodies
    assert [(entry.counted_as, entry.between) for entry in told] == [
        ("yes", None),
        ("partial", None),
        ("not_applicable", None),
        ("unknown", ("partial", "yes")),
        ("unknown", None),
    ]


def test_evidence_of_a_body_shows_what_its_answer_says_unless_it_says_so_itself() -> None:
    """That of a yes shows what is in place, that of a no what is missing; of a partial it is not told which."""

    def shown(answer: str, **keys: str) -> str | None:
        piece = {"source": "law", "pinpoint": "art. 1", **keys}
        (told,) = answer_of(assessed([body("one", {"answer": answer, "evidence": [piece]})])).bodies
        return told.told_evidence[0].shows

    assert [shown(word) for word in ("yes", "no", "partial", "unknown")] == ["in_place", "missing", None, None]
    assert [shown(word, shows="missing") for word in ("yes", "partial")] == ["missing", "missing"]


def test_bodies_without_an_answer_leave_the_question_as_if_nobody_had_answered() -> None:
    answer = answer_of(assessed([body("one"), body("two", {"comment": "To be asked."})]))
    assert (answer.answer, answer.formed, answer.counted_as) == (None, None, Answer.UNKNOWN)


def test_of_a_body_that_may_or_may_not_be_the_mechanism_nothing_is_told() -> None:
    """It was designated in the month of the profile, before or after its day."""
    coarse = body("two", "no", designated="2024-01")
    assert words_of(assessed([body("one", "yes"), coarse])) == "partial-yes"
    assert words_of(assessed([coarse])) == "unknown"


def test_any_of_those_considered_may_become_the_mechanism() -> None:
    one, two = body("one", "yes", "candidate"), body("two", "partial", "candidate")
    assert words_of(assessed([one], model="nhri")) == "yes"
    assert words_of(assessed([one, two], model="nhri")) == "partial-yes"
    assert words_of(assessed([one, body("two", None, "candidate")], model="nhri")) == "unknown"
    assert answer_of(assessed([one, two], model="nhri")).formed == "candidates"


def test_candidates_for_several_bodies_are_all_to_be_it() -> None:
    bodies = [body("one", "yes", "candidate"), body("two", "no", "candidate")]
    assert words_of(assessed(bodies)) == "partial"


@pytest.mark.parametrize(
    ("model", "candidates", "expected"),
    [
        ("multiple_bodies", None, "partial-yes"),
        ("nhri", None, "partial"),
        ("undecided", ["nhri", "specialised_body"], "partial"),
        # Together two halves can be the whole; whether they are to be it together is not decided.
        ("undecided", ["nhri", "multiple_bodies"], "partial-yes"),
        ("undecided", None, "partial-yes"),
    ],
)
def test_candidates_make_an_answer_together_only_where_several_bodies_may_be_the_model(
    model: str, candidates: list[str] | None, expected: str
) -> None:
    bodies = [body(name, "partial", "candidate") for name in ("one", "two")]
    keys: Spec = {} if candidates is None else {"candidates": candidates}
    assert words_of(assessed(bodies, several_bodies="best", model=model, **keys)) == expected


def test_a_body_that_rests_on_less_than_an_act_counts_for_no_more_than_the_rubric_says() -> None:
    """Where another rests on an act, the whole is not capped, and its own answer stands."""
    bodies = [
        body("one", "unknown", legal_basis="executive_text"),
        body("two", "yes", legal_basis="act"),
    ]
    assessment = assessed(bodies, if_executive_text="partial")
    assert words_of(assessment) == "partial"
    assert [entry.capped for entry in answer_of(assessment).bodies] == [True, False]


def test_a_body_of_which_nothing_is_told_is_capped_by_its_legal_basis_too() -> None:
    bodies = [body("one", legal_basis="executive_text"), body("two", "yes", legal_basis="act")]
    assert words_of(assessed(bodies, if_executive_text="partial")) == "partial"


def test_under_required_evidence_a_bare_yes_of_one_body_counts_as_unknown() -> None:
    bodies = [body("one", evidenced("yes")), body("two", "yes")]
    assert words_of(assessed(bodies)) == "yes"
    assessment = assessed(bodies, require_evidence=True)
    assert words_of(assessment) == "partial-yes"
    assert not answer_of(assessment).evidenced
    assert assessment.bare == ("q",)


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        (evidenced("yes"), "yes"),
        ("yes", "unknown"),
        (evidenced("partial"), "partial"),
        ("partial", "no-partial"),
        ("no", "no"),
    ],
)
def test_under_required_evidence_the_answer_of_a_body_counts_as_one_for_the_whole_would(
    answer: str | Spec, counted: str
) -> None:
    assert words_of(assessed([body("one", answer, "mechanism")], require_evidence=True)) == counted


def test_what_a_body_does_before_it_is_the_mechanism_is_kept_and_not_counted() -> None:
    assessment = assessed([body("one", "yes", "candidate")], model="nhri", needs_mechanism=True)
    assert words_of(assessment) == "no"
    assert [(entry.body, entry.reason) for entry in assessment.not_counted] == [("One", "before-designation")]


# --- For all answers -------------------------------------------------------------------------------------------------------

ANSWERS = (None, "yes", "partial", "no", "unknown", ("no", "partial"), ("partial", "yes"))


def spec_of(drawn: str | tuple[str, str] | None) -> Spec | None:
    """What was drawn as an answer of the YAML."""
    if isinstance(drawn, tuple):
        return {"answer": "unknown", "between": list(drawn)}
    return None if drawn is None else {"answer": drawn}


def completions(drawn: str | tuple[str, str] | None) -> tuple[str, ...]:
    """The answers that it can still turn out to be."""
    if isinstance(drawn, tuple):
        return WORDS[WORDS.index(drawn[0]) : WORDS.index(drawn[1]) + 1]
    return (drawn,) if drawn in WORDS else WORDS


def by_the_rule(rule: str, words: Sequence[str]) -> str:
    """The rule in its plainest form."""
    if rule == "worst":
        return min(words, key=WORDS.index)
    if rule == "best":
        return max(words, key=WORDS.index)
    return words[0] if len(set(words)) == 1 else "partial"


def asked(rule: str) -> Question:
    """The question, as a model."""
    return next(iter(made(several_bodies=rule).questions.values()))


@pytest.mark.parametrize("rule", ["each", "best", "worst"])
@pytest.mark.parametrize("whole", WORDS)
def test_of_one_of_several_bodies_their_answer_says_all_that_it_allows_and_no_more(rule: str, whole: str) -> None:
    possible = {word for words in product(WORDS, repeat=3) if by_the_rule(rule, words) == whole for word in words}
    found = one_of_several(asked(rule), GivenAnswer(answer=Answer(whole)))
    if found.answer is not Answer.UNKNOWN:
        assert {found.answer.value if found.answer else None} == possible
    else:
        low, high = found.between or (Answer.NO, Answer.YES)
        assert set(WORDS[WORDS.index(low) : WORDS.index(high) + 1]) == possible


@pytest.mark.parametrize(
    "given_answer", [GivenAnswer(), GivenAnswer(answer=Answer.NOT_APPLICABLE, reason="It has no staff.")]
)
@pytest.mark.parametrize("rule", ["each", "best", "worst"])
def test_where_several_bodies_say_nothing_or_are_not_concerned_one_is_as_they_are(
    rule: str, given_answer: GivenAnswer
) -> None:
    assert one_of_several(asked(rule), given_answer) == given_answer


@pytest.mark.parametrize(
    ("rule", "word", "expected"),
    [
        ("each", "yes", ("partial", "yes")),
        ("each", "no", ("no", "partial")),
        ("each", "partial", "partial"),
        ("best", "yes", "yes"),
        ("worst", "no", "no"),
        ("best", "no", "unknown"),
        ("worst", "yes", "unknown"),
    ],
)
def test_beside_others_of_which_nothing_is_told_an_answer_comes_to_what_it_alone_decides(
    rule: str, word: str, expected: str | tuple[str, str]
) -> None:
    found = beside_others(asked(rule), GivenAnswer(answer=Answer(word), comment="Seen."))
    assert (found.between or found.answer) == expected
    assert found.comment == "Seen."
    assert beside_others(asked(rule), GivenAnswer(comment="To be asked.")).answer is None


drawn_answers = st.lists(st.sampled_from(ANSWERS), min_size=2, max_size=4)


def bounds(assessment: Assessment) -> tuple[Fraction, Fraction]:
    """The exact bounds of the criterion."""
    score = of(assessment, "c").score
    assert score is not None
    return score.interval.lower, score.interval.upper


def of_drawn(drawn: Sequence[Any], rule: str = "each") -> Assessment:
    """The assessment of bodies with these answers."""
    bodies = [body(f"body-{number}", spec_of(answer)) for number, answer in enumerate(drawn)]
    return assessed(bodies, several_bodies=rule)


@moderate
@given(drawn_answers, st.sampled_from(["each", "worst"]))
def test_the_bounds_are_the_least_and_the_most_of_all_that_the_bodies_can_turn_out_to_be(
    drawn: list[Any], rule: str
) -> None:
    if all(answer is None for answer in drawn):
        return
    possible = [WORTH[by_the_rule(rule, words)] for words in product(*map(completions, drawn))]
    assert bounds(of_drawn(drawn, rule)) == (min(possible), max(possible))


@moderate
@given(drawn_answers, st.data(), st.sampled_from(["each", "best", "worst"]))
def test_improving_the_answer_of_a_body_lowers_nothing(drawn: list[Any], data: st.DataObject, rule: str) -> None:
    place = data.draw(st.integers(0, len(drawn) - 1))
    low, high = data.draw(st.sampled_from([("no", "partial"), ("partial", "yes"), ("no", "yes")]))
    before, after = (of_drawn([*drawn[:place], word, *drawn[place + 1 :]], rule) for word in (low, high))
    assert all(old <= new for old, new in zip(bounds(before), bounds(after), strict=True))
    order = ("not_ready", "ready_with_gaps", "ready")
    for old_stage, new_stage in zip(before.stages, after.stages, strict=True):
        for old, new in zip(old_stage.possible, new_stage.possible, strict=False):
            assert order.index(old.value) <= order.index(new.value)


@moderate
@given(drawn_answers, st.data(), st.sampled_from(["each", "best", "worst"]))
def test_answering_an_unknown_for_a_body_never_leaves_the_interval(
    drawn: list[Any], data: st.DataObject, rule: str
) -> None:
    place = data.draw(st.integers(0, len(drawn) - 1))
    word = data.draw(st.sampled_from(completions(drawn[place])))
    before = bounds(of_drawn(drawn, rule))
    after = bounds(of_drawn([*drawn[:place], word, *drawn[place + 1 :]], rule))
    assert before[0] <= after[0] <= after[1] <= before[1]


@moderate
@given(drawn_answers, st.randoms(use_true_random=False), st.sampled_from(["each", "best", "worst"]))
def test_the_order_of_the_bodies_changes_nothing(drawn: list[Any], random: Any, rule: str) -> None:
    shuffled = list(drawn)
    random.shuffle(shuffled)
    assert bounds(of_drawn(drawn, rule)) == bounds(of_drawn(shuffled, rule))


@moderate
@given(drawn_answers, st.sampled_from(["each", "best", "worst"]))
def test_deciding_for_several_bodies_or_for_one_never_leaves_what_was_open_before(drawn: list[Any], rule: str) -> None:
    bodies = [body(f"body-{number}", spec_of(answer), "candidate") for number, answer in enumerate(drawn)]
    before = bounds(assessed(bodies, model="undecided", several_bodies=rule))
    for model in ("nhri", "multiple_bodies"):
        after = bounds(assessed(bodies, model=model, several_bodies=rule))
        assert before[0] <= after[0] <= after[1] <= before[1]
