"""How far a profile is filled in: each question is counted once, and all together come to what an assessment counts."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import assess
from npm_readiness.filling.progress import progress_of
from npm_readiness.loading.catalogue import default_catalogue
from tests import making

EVIDENCE = [{"source": "law", "pinpoint": "art. 1"}]


def test_each_answer_is_counted_for_what_it_is() -> None:
    catalogue = making.catalogue(
        making.criterion("c-one", "q-yes", "q-bare", "q-between", "q-unknown", "q-open"),
        making.criterion("c-two", making.question("q-fact", answered_by="mechanism-designated"), dimension="resources"),
        making.criterion("c-three", "q-moot", dimension="resources", when={"mechanism": "none"}),
        making.criterion("c-four", "q-yes", dimension="resources"),
    )
    given: dict[str, str | making.Spec] = {
        "q-yes": making.evidenced("yes"),
        "q-bare": "partial",
        "q-between": {"answer": "unknown", "between": ["no", "partial"]},
        "q-unknown": "unknown",
    }
    mandate, resources, total = progress_of(making.profile(given), catalogue)
    assert (mandate.dimension, resources.dimension, total.dimension) == ("mandate", "resources", "")
    assert (mandate.answered, mandate.partly_known, mandate.unknown, mandate.open, mandate.bare) == (2, 1, 1, 1, 2)
    assert (resources.questions, resources.by_themselves, resources.moot) == (0, 1, 1)
    assert (total.questions, total.by_themselves, total.moot, total.untouched) == (5, 1, 1, False)


def test_a_profile_without_an_answer_is_untouched() -> None:
    assert progress_of(making.profile(), making.catalogue(making.criterion("c", "q")))[-1].untouched


def test_a_question_is_counted_where_a_criterion_that_applies_asks_it() -> None:
    catalogue = making.catalogue(
        making.criterion("c-first", "q", when={"federal": True}),
        making.criterion("c-second", "q", dimension="resources"),
    )
    progress = progress_of(making.profile(state={"federal": False}), catalogue)
    assert [(one.dimension, one.open) for one in progress] == [("resources", 1), ("", 1)]


ANSWER = st.sampled_from(
    [
        {"answer": "yes"},
        {"answer": "partial", "evidence": EVIDENCE},
        {"answer": "no"},
        {"answer": "unknown"},
        {"answer": "unknown", "between": ["no", "partial"]},
        {},
    ]
)
OPEN = [
    name
    for name, question in default_catalogue().questions.items()
    if question.answered_by is None and question.follows_from is None and question.implies is None
]


@settings(deadline=None, max_examples=30)
@given(
    st.dictionaries(st.sampled_from(OPEN), ANSWER, max_size=60),
    st.sampled_from([None, "unknown", "2010-01-01"]),
    st.sampled_from([["opcat"], ["opcat", "operation"], ["women"]]),
)
def test_all_together_come_to_what_an_assessment_counts(
    answers: dict[str, Any], designated: str | None, checklists: list[str]
) -> None:
    profile = making.profile(answers, npm={"model": "nhri", "designated": designated}, checklists=checklists)
    *dimensions, total = progress_of(profile, default_catalogue())
    assessed = assess(profile)
    counted = assessed.answered
    assert total.questions + total.by_themselves == counted.questions
    assert total.partly_known == counted.partly_known
    assert total.unknown == counted.unknown - counted.left_out
    assert total.open == counted.unanswered
    assert total.bare == len(assessed.bare)
    assert total.moot == counted.moot
    assert sum(one.questions for one in dimensions) == total.questions
    assert sum(one.bare for one in dimensions) == total.bare
