"""Small catalogues and profiles made at random, with a pool of questions of every kind that criteria share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from npm_readiness import Assessment, InputError, assess
from npm_readiness.loading.profile_checks import check_profile
from npm_readiness.models.profile import Profile
from tests.making import catalogue, checklist, criterion, profile, question

__all__ = ["ANSWERS", "ASSESSED_ON", "QUESTIONS", "World", "reordered", "worlds"]

Spec = dict[str, Any]

QUESTIONS = ("q0", "q1", "q2", "q3")
FALLS_AWAY = {"may_not_apply": "There is none of it."}
KINDS: tuple[Spec, ...] = (
    FALLS_AWAY,
    FALLS_AWAY,
    {"needs_mechanism": True},
    {"needs_people": True},
    {"needs_people": True},
    {"answered_by": "party-to-opcat"},
    {"answered_by": "party-to-uncat"},
    {"answered_by": "mechanism-designated"},
    {"answered_by": "mechanism-at-work"},
    {"follows_from": "joined"},
    {"follows_from": "joined-without-reservation"},
    {"if_executive_text": "partial", **FALLS_AWAY},
    {"if_executive_text": "no"},
    {"needs_mechanism": True, "if_executive_text": "partial"},
    {"asked_when": {"joined": False}, **FALLS_AWAY},
    {"asked_when": {"mechanism": "at_work"}},
    {"asked_when": {"first_two_years": True}, "needs_people": True},
)
"""What a question can be, beside its id, text and rubric."""

ASSESSED_ON = date(2024, 6, 1)
DAYS_OF_ASSESSMENT = (date(2024, 6, 1), date(2024, 6, 1), date(2024, 2, 1), date(2026, 7, 1))

DECISIONS: tuple[Spec, ...] = (
    {"model": "nhri"},
    {"model": "nhri"},
    {"model": "specialised_body"},
    {"model": "undecided"},
    {"model": "undecided", "candidates": ["nhri", "nhri_plus"]},
)
DESIGNATIONS = ("2020-01-01", "2024-05-01", "2024-06-02", "2024-06", "2024", "2022", "yes")
WORK = ("2020-03-01", "2022-06-01", "2022", "2024", "2024-05", "yes", "unknown", None, None, None)
ENDS = ("2023-01-01", "2024", "2024-05", "yes")
DEPOSITS = ("2005-08-09", "2012-10-05", "2012", "yes", "2024-05-20", "2024-05", "2024", "2024-07-01", "unknown", None)

EVIDENCE = [{"source": "law", "pinpoint": "art. 1"}]

ANSWERS: tuple[Spec, ...] = (
    {"answer": "yes"},
    {"answer": "partial"},
    {"answer": "no"},
    {"answer": "unknown"},
    {"answer": "unknown", "between": ["no", "partial"]},
    {"answer": "unknown", "between": ["partial", "yes"]},
    {"answer": "not_applicable", "reason": "There is none of it."},
    {"comment": "Not answered yet."},
)


@dataclass(frozen=True)
class World:
    """A catalogue and a profile as they are written, before anything is made of them."""

    kinds: dict[str, Spec]
    readiness: tuple[Spec, ...]
    standards: tuple[Spec, ...]
    answers: dict[str, Spec]
    npm: Spec
    federal: bool | str
    treaties: Spec
    require_evidence: bool
    as_of: date = ASSESSED_ON
    recommendations: tuple[Spec, ...] = field(default=())

    @property
    def checklists(self) -> list[Spec]:
        made = [checklist("opcat", *map(self._written, self.readiness))]
        if self.standards:
            made.append(checklist("women", *map(self._written, self.standards), counts_for="standards"))
        return made

    def _written(self, spec: Spec) -> Spec:
        return {**spec, "questions": [question(name, **self.kinds[name]) for name in spec["questions"]]}

    @property
    def profile(self) -> Profile:
        """The profile as a file has it."""
        return profile(
            self.answers,
            npm=self.npm,
            state={"federal": self.federal},
            treaties=self.treaties,
            assessed_on=ASSESSED_ON.isoformat(),
            checklists=[spec["checklist"] for spec in self.checklists],
            recommendations=list(self.recommendations),
        )

    def assessed(self) -> Assessment:
        """What the library makes of it."""
        made = catalogue(*self.checklists)
        return assess(self.profile, made, as_of=self.as_of, require_evidence=self.require_evidence)

    def problems(self) -> list[tuple[str | int, ...]]:
        """The paths of what cannot be used in it."""
        try:
            check_profile(self.profile, catalogue(*self.checklists))
        except InputError as error:
            return [problem.path for problem in error.problems]
        return []

    def answering(self, name: str, **keys: Any) -> World:
        """The same, with this question answered so, on the same evidence."""
        kept = {key: value for key, value in self.answers.get(name, {}).items() if key == "evidence"}
        return replace(self, answers={**self.answers, name: {**kept, **keys}})


conditions: st.SearchStrategy[Any] = (
    st.sampled_from(
        [
            None,
            None,
            None,
            None,
            {"federal": True},
            {"federal": False},
            {"model": ["nhri"]},
            {"model": ["nhri", "nhri_plus"]},
        ]
    )
    | st.just({"federal": True, "model": ["multiple_bodies", "nhri"]})
    | st.sampled_from(
        [
            {"joined": True},
            {"joined": False},
            {"party": True},
            {"mechanism": "none"},
            {"mechanism": ["designated", "at_work"]},
            {"first_two_years": True},
            {"first_two_years": False, "federal": True},
            {"institution_kind": ["ombudsman"]},
            {"institution_kind": ["commission"], "mechanism": "at_work"},
        ]
    )
)


@st.composite
def _criteria(draw: st.DrawFn, prefix: str, least: int, most: int) -> tuple[Spec, ...]:
    made = []
    for number in range(draw(st.integers(least, most))):
        spec = criterion(
            f"{prefix}{number}",
            *draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=3, unique=True)),
            obligation=draw(st.sampled_from(["treaty", "treaty", "guidance", "practice"])),
            stage=draw(st.sampled_from(["ratification", "establishment", "operation"])),
            dimension=draw(st.sampled_from(["mandate", "resources"])),
            combine=draw(st.sampled_from(["mean", "all", "any"])),
            weight=draw(st.integers(1, 3)),
            when=draw(conditions),
        )
        made.append(spec)
    return tuple(made)


@st.composite
def _answers(draw: st.DrawFn, asked: list[str], kinds: dict[str, Spec]) -> dict[str, Spec]:
    """Answers to the questions asked, some of them with evidence."""
    answers = {}
    for name in draw(st.permutations(asked)):
        if "answered_by" in kinds[name]:
            continue
        possible = [
            spec for spec in ANSWERS if "may_not_apply" in kinds[name] or spec.get("answer") != "not_applicable"
        ]
        # Unknown more often than not: there lies what is difficult.
        spec = draw(st.sampled_from(possible) | st.sampled_from([ANSWERS[3], None]))
        if spec is not None:
            answers[name] = {**spec, "evidence": EVIDENCE} if draw(st.booleans()) else spec
    return answers


@st.composite
def _body(draw: st.DrawFn, name: str) -> Spec:
    role = draw(st.sampled_from(["candidate", "mechanism", "member", "interim", "former"]))
    body: Spec = {
        "id": name,
        "name": name,
        "role": role,
        "kind": draw(st.sampled_from(["ombudsman", "commission", "unknown"])),
        "legal_basis": draw(st.sampled_from(["act", "executive_text", "executive_text", "agreement", "unknown"])),
    }
    if role == "candidate":
        if draw(st.booleans()):
            body["designated"] = draw(st.sampled_from(["2024-06-02", "2024-06", None]))
        return body
    if draw(st.booleans()) or role != "former":
        body["designated"] = draw(st.sampled_from([*DESIGNATIONS, "unknown"]))
    if draw(st.booleans()):
        body["at_work_since"] = draw(st.sampled_from(WORK))
    if role == "former":
        body["ended"] = draw(st.sampled_from(ENDS))
    elif draw(st.integers(0, 4)) == 0:
        body["ended"] = draw(st.sampled_from(["2024", "2024-07-01", None]))
    return body


@st.composite
def _mechanism(draw: st.DrawFn) -> Spec:
    npm: Spec = draw(st.sampled_from(DECISIONS))
    if draw(st.booleans()):
        return {**npm, "bodies": [draw(_body(name)) for name in ("body-a", "body-b")[: draw(st.integers(0, 2))]]}
    kind = draw(st.sampled_from(["ombudsman", "ombudsman", "unknown"]))
    institution: Spec = {"institution": "The Ombudsperson"} if draw(st.booleans()) else {}
    designated = draw(st.sampled_from(["2020-01-01", "2020-01-01", None, "unknown", *DESIGNATIONS]))
    return {**npm, **institution, "institution_kind": kind, "designated": designated}


@st.composite
def _treaties(draw: st.DrawFn) -> Spec:
    opcat: Spec = {"ratified": draw(st.sampled_from(DEPOSITS)), "acceded": None}
    if draw(st.booleans()):
        opcat["reservation"] = draw(st.sampled_from([True, False, "unclear", "unknown"]))
    uncat = draw(st.sampled_from([{"ratified": "1990-01-01"}, {}, {}, {"ratified": None, "acceded": None}]))
    return {"opcat": opcat, "uncat": uncat}


@st.composite
def _findings(
    draw: st.DrawFn, readiness: tuple[Spec, ...], standards: tuple[Spec, ...], *, adopted: bool
) -> tuple[Spec, ...]:
    """Findings about a criterion, or about a provision that only criteria of readiness cite."""
    cited = {name for spec in readiness for name in spec["provisions"]}
    about = [spec["id"] for spec in (*readiness, *standards)]
    about += sorted(cited - {name for spec in standards for name in spec["provisions"]})
    return tuple(
        {
            "id": f"finding-{number}",
            "by": "spt",
            "text": "It falls short.",
            "about": [draw(st.sampled_from(about))],
            "finding": "falls_short",
            "adopted": adopted or draw(st.booleans()),
            "stage": draw(st.sampled_from(["ratification", "establishment"])),
            "dimension": "mandate",
            "date": "2020" if adopted else draw(st.sampled_from(["2020", "2024-05-01", "unknown"])),
        }
        for number in range(draw(st.sampled_from([1, 2] if adopted else [0, 0, 1, 2])))
    )


@st.composite
def worlds(draw: st.DrawFn, *, with_findings: bool = False) -> World:
    """A world of one to five criteria of readiness, up to two of standards, and four questions. Nothing in it is a problem."""
    kinds = {name: draw(st.sampled_from(KINDS)) for name in QUESTIONS}
    readiness, standards = draw(_criteria("c", 1, 5)), draw(_criteria("s", 0, 2))
    asked = {name for spec in (*readiness, *standards) for name in spec["questions"]}
    federal: bool | str = draw(st.booleans() | st.just("unknown"))
    world = World(
        kinds=kinds,
        readiness=readiness,
        standards=standards,
        answers=draw(_answers(sorted(asked), kinds)),
        npm=draw(_mechanism()),
        federal=federal,
        treaties=draw(_treaties()),
        require_evidence=draw(st.booleans()),
        as_of=draw(st.sampled_from(DAYS_OF_ASSESSMENT)),
        recommendations=draw(_findings(readiness, standards, adopted=with_findings)),
    )
    return _without_contradictions(world)


def _without_contradictions(world: World) -> World:
    """The world without the answers that contradict a fact; none where its facts contradict each other."""
    wrong = world.problems()
    if not wrong:
        return world
    assume(all(path[0] == "answers" for path in wrong))
    kept = {name: given for name, given in world.answers.items() if name not in {path[1] for path in wrong}}
    return replace(world, answers=kept)


@st.composite
def reordered(draw: st.DrawFn, world: World) -> World:
    """The same world with criteria, questions, bodies and answers in another order."""

    def shuffled(criteria: tuple[Spec, ...]) -> tuple[Spec, ...]:
        return tuple(
            {**spec, "questions": draw(st.permutations(spec["questions"]))} for spec in draw(st.permutations(criteria))
        )

    return replace(
        world,
        readiness=shuffled(world.readiness),
        standards=shuffled(world.standards),
        answers=dict(draw(st.permutations(list(world.answers.items())))),
    )
