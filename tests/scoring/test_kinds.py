"""Cases of one kind are those in which a criterion comes to the same, found without working it out in each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from npm_readiness import assess
from npm_readiness.scoring.cases import ANYTHING, Case, Value, fits
from npm_readiness.scoring.kinds import SITUATIONAL, KindsOfCases
from tests.making import catalogue, criterion, profile, question
from tests.steps import steps

STEPS = 900
"""How many lines of Python a criterion may take that applies in some cases; in each of 32 cases it would be twice as many."""

FACTS = ("model", "federal", "membership", "mechanism")
CASES: tuple[Case, ...] = tuple(
    dict(zip(FACTS, values, strict=True)) for values in product(*(ANYTHING[fact] for fact in FACTS))
)


def rules() -> st.SearchStrategy[Mapping[str, frozenset[Value]]]:
    return st.fixed_dictionaries(
        {}, optional={fact: st.frozensets(st.sampled_from(ANYTHING[fact]), min_size=1) for fact in FACTS}
    )


@given(rules(), st.lists(st.sampled_from(("membership", "mechanism")), unique=True))
def test_cases_are_of_one_kind_exactly_where_all_that_decides_is_the_same(
    applies: Mapping[str, frozenset[Value]], facts: list[str]
) -> None:
    def deciding(case: Case) -> object:
        unfit = {fact for fact, allowed in applies.items() if not fits(case[fact], allowed)}
        return not unfit, unfit <= SITUATIONAL, [case[fact] for fact in facts]

    kinds = KindsOfCases(CASES).of(applies, tuple(facts))
    assert len(kinds.numbers) == len(CASES)
    for case, number in zip(CASES, kinds.numbers, strict=True):
        assert deciding(kinds.firsts[number]) == deciding(case)
    told = [repr(deciding(case)) for case in CASES]
    assert len(kinds.firsts) == len(set(told))
    # In the order in which they come, so that the first kind is that of the first case.
    assert [repr(deciding(first)) for first in kinds.firsts] == list(dict.fromkeys(told))


@given(st.sampled_from(FACTS), st.data())
def test_a_fact_differs_where_some_cases_fit_and_others_do_not(fact: str, data: st.DataObject) -> None:
    allowed = data.draw(st.frozensets(st.sampled_from(ANYTHING[fact])))
    assert KindsOfCases(CASES).differ(fact, allowed) == (len({fits(case[fact], allowed) for case in CASES}) > 1)


def test_criteria_that_hang_on_every_fact_are_not_worked_out_in_every_case() -> None:
    """The unknown facts leave 32 cases and two kinds of them: a criterion applies or does not."""
    when = {
        "model": ["nhri"],
        "institution_kind": ["ombudsman"],
        "federal": True,
        "private_places_of_detention": True,
        "children_in_prison": True,
    }

    def of(number: int) -> int:
        made = catalogue(*(criterion(f"c{place}", question(f"q{place}"), when=when) for place in range(number)))
        one = profile({}, npm={"model": "undecided"})
        assess(one, made)
        return steps(lambda: assess(one, made))

    assert of(80) - of(40) <= STEPS * 40
