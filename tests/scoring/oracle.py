"""The rules of reasoning in their plainest form: go through every way in which the unknowns can turn out.

Nothing here is shared with the package. Every date that is not known to the day is taken for each of the days that can be told
apart; what follows from the days are the values that a fact can take. A case gives every fact one value, a completion every
question one (``None`` where it does not apply). In one completion and one case nothing is open, and all the rules are a line each.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

from .worlds import ASSESSED_ON, QUESTIONS, World

__all__ = ["FACTS", "MODELS", "STAGES", "WORDS", "Case", "Oracle", "Outcome", "days_of"]

Spec = dict[str, Any]
Case = dict[str, Any]
Value = Fraction | None
Completion = tuple[Value, ...]
"""The value of each question, in the order of ``QUESTIONS``."""

WORTH = {"no": Fraction(0), "partial": Fraction(1, 2), "yes": Fraction(1)}
WORDS = tuple(WORTH)
STAGES = ("ratification", "designation", "establishment", "operation")
WORST_FIRST = ("not_ready", "ready_with_gaps", "ready")
FACTS = ("npm.model", "npm.institution_kind", "state.federal", "treaties.opcat", "npm.designated")
MODELS = ("nhri", "nhri_plus", "specialised_body", "multiple_bodies")
KINDS = ("ombudsman", "commission", "specialised", "inspectorate", "other")
STATES = ("none", "designated", "at_work", "settled")
BELOW_AN_ACT = ("executive_text", "agreement", "none")
IN_FORCE = date(2006, 6, 22)
NEVER = date.max
COMBINE: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "mean": lambda values: sum(values, Fraction(0)) / len(values),
    "all": min,
    "any": max,
}


# --- Days ----------------------------------------------------------------------------------------------------------------


def ends_of(written: str | None) -> tuple[date, date]:
    """The first and the last day that a date can mean."""
    if written is None:
        return NEVER, NEVER
    if written == "unknown":
        return date.min, NEVER
    if written == "yes":
        return date.min, ASSESSED_ON
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        day = date.fromisoformat(written)
        return day, day
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def days_of(written: str | None, *points: date) -> list[date]:
    """The days that a date can mean, as far as they can be told apart: its ends, and about each of the points."""
    first, last = ends_of(written)
    about = {point + timedelta(days=move) for point in points if point < NEVER for move in (0, 1)}
    return sorted({first, last} | {day for day in about if first <= day <= last})


def two_years_before(day: date) -> date:
    return date(day.year - 2, day.month, day.day)


@dataclass(frozen=True)
class OneBody:
    """A body on whose dates nothing is open."""

    kind: str
    legal_basis: str
    state: str
    former: bool


@dataclass(frozen=True)
class Outcome:
    """What should be said about a stage."""

    verdict: str | None
    possible: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    undecided_by: tuple[str, ...] = ()
    undecided_by_facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class InCase:
    """All completions of a case, with the value of each criterion in each of them; ``None`` where it does not count."""

    completions: list[Completion]
    values: dict[str, list[Value]]
    holds: dict[str, bool]


@dataclass(frozen=True)
class Oracle:
    """What the text of the design says about a world."""

    world: World

    # --- Facts -----------------------------------------------------------------------------------------------------------

    @cached_property
    def membership(self) -> list[str]:
        """Where the State can stand with OPCAT."""
        as_of = self.world.as_of
        found = set()
        for day in days_of(self.world.treaties["opcat"]["ratified"], as_of, as_of - timedelta(days=30)):
            if day > as_of:
                found.add("outside")
            else:
                found.add("bound" if max(day + timedelta(days=30), IN_FORCE) <= as_of else "joined")
        return sorted(found)

    @cached_property
    def bodies(self) -> list[tuple[OneBody, ...]] | None:
        """Every way in which the dates and kinds of the bodies can turn out; ``None`` where nothing is said of any."""
        npm = self.world.npm
        if "bodies" in npm:
            return list(product(*map(self._body, npm["bodies"])))
        designated = npm["designated"]
        if "institution" not in npm and designated in (None, "unknown"):
            return None if designated == "unknown" else [()]
        return [(one,) for one in self._body({"kind": npm["institution_kind"], "designated": designated})]

    def _body(self, body: Spec) -> list[OneBody]:
        as_of, role = self.world.as_of, body.get("role")
        long_ago = two_years_before(as_of)
        written = body.get("designated", "unknown")
        if role is not None and written == "unknown":
            written = None if role == "candidate" else "yes"
        ended = body.get("ended", "unknown")
        if ended == "unknown":
            ended = "yes" if role == "former" else None
        every = product(
            days_of(written, as_of, long_ago),
            days_of(ended, as_of, long_ago, ends_of(written)[0]),
            days_of(body.get("at_work_since", "unknown"), as_of, long_ago),
            KINDS if body["kind"] == "unknown" else (body["kind"],),
        )
        return list(
            dict.fromkeys(
                OneBody(
                    kind=kind,
                    legal_basis=body.get("legal_basis", "unknown"),
                    state=_state(begin, end, work, as_of),
                    former=end <= as_of,
                )
                for begin, end, work, kind in every
                if begin <= end
            )
        )

    @cached_property
    def states(self) -> list[str]:
        """Where the mechanism can stand: as the body that is furthest."""
        if self.bodies is None:
            return list(STATES)
        found = {max((body.state for body in bodies), key=STATES.index, default="none") for bodies in self.bodies}
        return sorted(found, key=STATES.index)

    @cached_property
    def kinds(self) -> list[frozenset[str]]:
        """The kinds of institution: of all that are the mechanism, else of any one that may become it."""
        kind = self.world.npm.get("institution_kind", "unknown")
        found = set()
        for bodies in self.bodies or [()]:
            mechanism = [body for body in bodies if body.state != "none"]
            if mechanism:
                found.add(frozenset(body.kind for body in mechanism))
                continue
            candidates = [body for body in bodies if not body.former] or bodies
            found |= {frozenset({body.kind}) for body in candidates}
            if not bodies:
                found |= {frozenset({one}) for one in (KINDS if kind == "unknown" else (kind,))}
        return sorted(found, key=sorted)

    @cached_property
    def rests_below_an_act(self) -> bool:
        """Whether in every way there is a mechanism, and every body of it is known to rest on less than an act."""
        mechanisms = [[body for body in bodies if body.state != "none"] for bodies in self.bodies or [()]]
        return all(
            mechanism and all(body.legal_basis in BELOW_AN_ACT for body in mechanism) for mechanism in mechanisms
        )

    @cached_property
    def cases(self) -> list[Case]:
        """Every case of the facts, by their keys in a profile."""
        npm, federal = self.world.npm, self.world.federal
        models = npm.get("candidates", MODELS) if npm["model"] == "undecided" else [npm["model"]]
        every = product(
            models, self.kinds, [True, False] if federal == "unknown" else [federal], self.membership, self.states
        )
        return [dict(zip(FACTS, values, strict=True)) for values in every]

    # --- Questions and criteria ------------------------------------------------------------------------------------------

    def words(self, name: str, case: Case) -> tuple[str | None, ...]:
        """The answers that a question can still turn out to have in a case; ``None`` for "does not apply"."""
        kind = self.world.kinds[name]
        if not _fits(kind.get("asked_when"), case):
            return (None,)
        by_itself = self._by_fact(kind, case) or self._by_lack(kind, case)
        if by_itself:
            return by_itself
        most = kind.get("if_executive_text", "yes") if self.rests_below_an_act else "yes"
        words = self.given_words(name)
        if words == (None,):
            return words
        return tuple(dict.fromkeys(WORDS[min(WORDS.index(str(word)), WORDS.index(most))] for word in words))

    def _by_fact(self, kind: Spec, case: Case) -> tuple[str, ...]:
        joined = case["treaties.opcat"] != "outside"
        facts: dict[str, Callable[[], tuple[str, ...]]] = {
            "mechanism-designated": lambda: ("no",) if case["npm.designated"] == "none" else ("yes",),
            "mechanism-at-work": lambda: ("yes",) if case["npm.designated"] in ("at_work", "settled") else ("no",),
            "party-to-opcat": lambda: ("yes",) if joined else ("no",),
            "party-to-uncat": lambda: self._convention(joined),
            "joined": lambda: ("yes",) if joined else (),
            "joined-without-reservation": lambda: self._reservation() if joined else (),
        }
        name = kind.get("answered_by") or kind.get("follows_from")
        return facts[name]() if name else ()

    def _by_lack(self, kind: Spec, case: Case) -> tuple[str, ...]:
        """No, where there is no mechanism yet, or nobody known to be in post."""
        nobody = kind.get("needs_people") and self.states == ["designated"]
        waits = kind.get("needs_mechanism") or kind.get("needs_people")
        return ("no",) if nobody or (waits and case["npm.designated"] == "none") else ()

    def _convention(self, joined: bool) -> tuple[str, ...]:
        """Who has joined OPCAT is party to the Convention."""
        surely = self.membership == ["joined"] or "outside" not in self.membership
        uncat = self.world.treaties["uncat"]
        if surely or uncat.get("ratified") == "1990-01-01":
            return ("yes",)
        if uncat.get("ratified", "unknown") is None:
            return ("no",)
        return ("yes",) if joined else WORDS

    def _reservation(self) -> tuple[str, ...]:
        said = self.world.treaties["opcat"].get("reservation", False)
        words: dict[object, tuple[str, ...]] = {True: ("no",), False: ("yes",), "unclear": ("partial",)}
        return words.get(said, WORDS)

    def given_words(self, name: str) -> tuple[str | None, ...]:
        """What the assessor's answer, or its absence, leaves possible."""
        given = self.world.answers.get(name, {})
        answer = given.get("answer", "unknown")
        bare = self.world.require_evidence and not given.get("evidence")
        if answer == "no" or (answer in WORDS and not bare):
            return (answer,)
        if answer == "partial":
            return ("no", "partial")
        if answer == "not_applicable" and not bare:
            return (None,)
        if "between" in given and not bare:
            low, high = given["between"]
            return WORDS[WORDS.index(low) : WORDS.index(high) + 1]
        return WORDS

    @cached_property
    def in_cases(self) -> list[InCase]:
        """What comes out in each case; cases in which all is alike are worked out once."""
        criteria = (*self.world.readiness, *self.world.standards)
        known: dict[Any, InCase] = {}
        found = []
        for case in self.cases:
            words = tuple(self.words(name, case) for name in QUESTIONS)
            holds = tuple(_fits(spec["applies_when"], case) for spec in criteria)
            if (words, holds) not in known:
                known[words, holds] = _in_case(words, criteria, holds)
            found.append(known[words, holds])
        return found

    @cached_property
    def distinct(self) -> list[InCase]:
        return list({id(one): one for one in self.in_cases}.values())

    def bounds_in(self, spec: Spec, one: InCase) -> tuple[Fraction, Fraction] | None:
        if spec["id"] not in one.values:
            return Fraction(0), Fraction(1, 2)
        values = [value for value in one.values[spec["id"]] if value is not None]
        return (min(values), max(values)) if values else None

    def bounds(self, spec: Spec) -> tuple[Fraction, Fraction] | None:
        """The least and the most that a criterion can come to; ``None`` where it does not count in any case."""
        found = [bounds for one in self.distinct if (bounds := self.bounds_in(spec, one)) is not None]
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None

    def status(self, spec: Spec) -> str:
        bounds = self.bounds(spec)
        if bounds is None:
            return "not_applicable"
        if bounds[0] == 1:
            return "met"
        if bounds[1] == 0:
            return "not_met"
        return "partly_met" if bounds[0] > 0 and bounds[1] < 1 else "undetermined"

    def conditional(self, spec: Spec) -> bool:
        """Whether it counts in some cases and not in others."""
        return len({self.bounds_in(spec, one) is None for one in self.distinct}) == 2

    def moot(self, spec: Spec) -> bool:
        """Whether it counts in no case, and in one for no other reason than where the State stands."""
        return self.bounds(spec) is None and any(self._behind(spec, case) for case in self.cases)

    def _behind(self, spec: Spec, case: Case) -> bool:
        conditions = spec["applies_when"] or {}
        of_the_state = {
            key: value for key, value in conditions.items() if key in ("model", "federal", "institution_kind")
        }
        if not _fits(of_the_state, case):
            return False
        asked = [_fits(self.world.kinds[name].get("asked_when"), case) for name in spec["questions"]]
        return not _fits(conditions, case) or not any(asked)

    def is_gap(self, spec: Spec) -> bool:
        bounds = self.bounds(spec)
        return bounds is not None and bounds[1] < 1

    @cached_property
    def findings(self) -> list[Spec]:
        """The findings that were adopted, as criteria that are gaps whatever turns out."""
        made = []
        for entry in self.world.recommendations:
            if entry["adopted"] and ends_of(entry["date"])[0] <= self.world.as_of:
                (about,) = entry["about"]
                named = [spec for spec in (*self.world.readiness, *self.world.standards) if spec["id"] == about]
                made.append(
                    {
                        **{key: entry[key] for key in ("id", "stage", "dimension")},
                        "provisions": named[0]["provisions"] if named else [about],
                        "weight": 1,
                        "questions": [],
                        "applies_when": None,
                        "standards": named and named[0] in self.world.standards,
                    }
                )
        return made

    # --- Scores ----------------------------------------------------------------------------------------------------------

    def score(self, criteria: Iterable[Spec]) -> tuple[Fraction, Fraction] | None:
        """The least and the most that their mean can come to, over all completions and all cases. No finding enters it."""
        listed = list(criteria)
        found = [score for one in self.distinct for score in self._scores(listed, one)]
        return (min(found), max(found)) if found else None

    def _scores(self, criteria: Sequence[Spec], one: InCase) -> Iterator[Fraction]:
        for number in range(len(one.completions)):
            parts = [(value, spec["weight"]) for spec, value in _counting(criteria, one, number)]
            if parts:
                yield sum((value * weight for value, weight in parts), Fraction(0)) / sum(weight for _, weight in parts)

    # --- Stages ----------------------------------------------------------------------------------------------------------

    def outcome(self, stage: str) -> Outcome:
        """What should be said about a stage."""
        by_case = {id(one): self._verdicts(stage, one) for one in self.distinct}
        if all(verdicts is None for verdicts in by_case.values()):
            return Outcome(None)
        told = [_told(by_case[id(one)]) for one in self.in_cases]
        verdict = told[0] if len(set(told)) == 1 else "undetermined"
        treaty = [spec for spec in self._scope(stage) if _is_treaty(spec)]
        blockers = [spec for spec in treaty if self.is_gap(spec) and not self.conditional(spec)]
        unsettled = [spec for spec in treaty if self._bounds(spec)[0] < 1 and spec not in blockers]
        return Outcome(
            verdict=verdict,
            possible=tuple(word for word in WORST_FIRST if any(word in (found or ()) for found in by_case.values())),
            blockers=_sorted_ids(blockers),
            open=_sorted_ids(unsettled),
            undecided_by=self._undecided_by(stage, by_case) if verdict == "undetermined" else (),
            undecided_by_facts=tuple(self._key(fact) for fact in FACTS if self._hangs_on(fact, told)),
        )

    def verdict_by_bounds(self, stage: str, one: InCase) -> str | None:
        """The verdict in one case in the words of the design, which go by the bounds of the criteria."""
        scope = [(spec, bounds) for spec in self._scope(stage) if (bounds := self.bounds_in(spec, one)) is not None]
        if not any(spec["stage"] == stage for spec, _ in scope):
            return None
        treaty = [bounds for spec, bounds in scope if _is_treaty(spec)]
        other = [bounds for spec, bounds in scope if not _is_treaty(spec)]
        if any(upper < 1 for _, upper in treaty):
            return "not_ready"
        if any(lower < 1 for lower, _ in treaty):
            return "undetermined"
        if any(upper < 1 for _, upper in other):
            return "ready_with_gaps"
        return "undetermined" if any(lower < 1 for lower, _ in other) else "ready"

    def _scope(self, stage: str) -> list[Spec]:
        """The readiness criteria of this stage and of those before it that count in some case, findings too."""
        reached = STAGES[: STAGES.index(stage) + 1]
        criteria = [*self.world.readiness, *(spec for spec in self.findings if not spec["standards"])]
        return [spec for spec in criteria if spec["stage"] in reached and self.bounds(spec) is not None]

    def _verdicts(self, stage: str, one: InCase) -> list[str] | None:
        """The verdict in each completion; ``None`` where the stage has no criterion of its own in this case."""
        scope = self._scope(stage)
        if not any(spec["stage"] == stage for spec in scope if self.bounds_in(spec, one) is not None):
            return None
        short = [(spec, Fraction(1, 2)) for spec in scope if spec["id"] not in one.values]
        return [_verdict([*_counting(scope, one, number), *short]) for number in range(len(one.completions))]

    def _undecided_by(self, stage: str, by_case: dict[int, list[str] | None]) -> tuple[str, ...]:
        deciding = [
            name
            for place, name in enumerate(QUESTIONS)
            if any(
                _differ_in_one(place, one.completions, verdicts)
                for one in self.distinct
                if (verdicts := by_case[id(one)]) is not None
            )
        ]
        return tuple(sorted(deciding, key=lambda name: self._rank(stage, name)))

    def _rank(self, stage: str, name: str) -> tuple[bool, int, int, str]:
        opened = [
            spec
            for spec in self._scope(stage)
            if name in spec["questions"] and any(self._left_open(spec, name, one) for one in self.distinct)
        ]
        return not any(map(_is_treaty, opened)), -len(opened), -sum(spec["weight"] for spec in opened), name

    def _left_open(self, spec: Spec, name: str, one: InCase) -> bool:
        """Whether in this case both the question and the criterion can still turn out in more than one way."""
        bounds, place = self.bounds_in(spec, one), QUESTIONS.index(name)
        is_open = len({completion[place] for completion in one.completions}) > 1
        return bounds is not None and bounds[0] < bounds[1] and is_open

    def _key(self, fact: str) -> str:
        """The key of a fact; where there surely is a mechanism, only since when it is at work can be open."""
        known = fact == "npm.designated" and "none" not in self.states
        return "npm.at_work_since" if known else fact

    def _hangs_on(self, fact: str, told: list[str | None]) -> bool:
        """Whether two cases that differ in this fact alone have different verdicts."""
        groups: dict[Any, set[str | None]] = {}
        for case, verdict in zip(self.cases, told, strict=True):
            groups.setdefault(tuple(case[key] for key in FACTS if key != fact), set()).add(verdict)
        return any(len(group) > 1 for group in groups.values())

    def _bounds(self, spec: Spec) -> tuple[Fraction, Fraction]:
        bounds = self.bounds(spec)
        assert bounds is not None
        return bounds


def _state(designated: date, ended: date, work: date, as_of: date) -> str:
    if designated > as_of or ended <= as_of:
        return "none"
    if work > as_of:
        return "designated"
    return "settled" if max(designated, work) <= two_years_before(as_of) else "at_work"


def _in_case(words: Sequence[tuple[str | None, ...]], criteria: Sequence[Spec], holds: Sequence[bool]) -> InCase:
    completions = list(product(*([None if word is None else WORTH[word] for word in possible] for possible in words)))
    values = {
        spec["id"]: [_value(spec, completion) if stands else None for completion in completions]
        for spec, stands in zip(criteria, holds, strict=True)
    }
    return InCase(completions, values, dict(zip(values, holds, strict=True)))


def _counting(criteria: Iterable[Spec], one: InCase, completion: int) -> list[tuple[Spec, Fraction]]:
    """The criteria that count in a case and a completion, with their values."""
    found = ((spec, one.values[spec["id"]][completion]) for spec in criteria if spec["id"] in one.values)
    return [(spec, value) for spec, value in found if value is not None]


def _value(spec: Spec, completion: Completion) -> Value:
    known = dict(zip(QUESTIONS, completion, strict=True))
    values = [value for name in spec["questions"] if (value := known[name]) is not None]
    return COMBINE[spec["combine"]](values) if values else None


def _differ_in_one(place: int, completions: list[Completion], verdicts: list[str]) -> bool:
    """Whether two completions that differ in this question alone have different verdicts."""
    groups: dict[Completion, set[str]] = {}
    for completion, verdict in zip(completions, verdicts, strict=True):
        groups.setdefault((*completion[:place], *completion[place + 1 :]), set()).add(verdict)
    return any(len(group) > 1 for group in groups.values())


def _is_treaty(spec: Spec) -> bool:
    return bool(spec["provisions"] == ["opcat-18"])


def _fits(wanted: Spec | None, case: Case) -> bool:
    """Whether all the conditions hold in a case."""
    checks: dict[str, Callable[[Any], bool]] = {
        "model": lambda listed: case["npm.model"] in listed,
        "institution_kind": lambda listed: bool(case["npm.institution_kind"].intersection(listed)),
        "federal": lambda so: case["state.federal"] is so,
        "joined": lambda so: (case["treaties.opcat"] != "outside") is so,
        "party": lambda so: (case["treaties.opcat"] == "bound") is so,
        "mechanism": lambda words: (
            case["npm.designated"].replace("settled", "at_work") in words
            if isinstance(words, list)
            else case["npm.designated"].replace("settled", "at_work") == words
        ),
        "first_two_years": lambda so: (case["npm.designated"] != "settled") is so,
    }
    return all(checks[key](value) for key, value in (wanted or {}).items())


def _verdict(scope: list[tuple[Spec, Fraction]]) -> str:
    short = [spec for spec, value in scope if value < 1]
    if any(map(_is_treaty, short)):
        return "not_ready"
    return "ready_with_gaps" if short else "ready"


def _told(verdicts: list[str] | None) -> str | None:
    """The verdict in one case: the one of all completions, else ``undetermined``."""
    if verdicts is None:
        return None
    return verdicts[0] if len(set(verdicts)) == 1 else "undetermined"


def _sorted_ids(criteria: Iterable[Spec]) -> tuple[str, ...]:
    """By stage, dimension (their ids happen to sort as the catalogue lists them) and id."""
    ordered = sorted(criteria, key=lambda spec: (STAGES.index(spec["stage"]), spec["dimension"], spec["id"]))
    return tuple(spec["id"] for spec in ordered)
