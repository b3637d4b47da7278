"""Inputs of any size that once took time or memory out of all proportion, as files: each function gives names with contents.

A profile is called ``profile.yaml``; every other file belongs to the folder of a user's own catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Any

from npm_readiness.loading.catalogue import default_catalogue

from . import making

__all__ = ["LARGE_CATALOGUES", "LARGE_PROFILES", "Files"]

Files = dict[str, str]
"""Contents by the name of the file."""


def _yaml(content: dict[str, Any]) -> str:
    """JSON is YAML: one line for each first-level key, and for each entry of a long list or mapping there."""
    lines = []
    for key, value in content.items():
        if isinstance(value, dict) and value:
            lines += [f"{key}:", *(f"  {json.dumps(name)}: {_flow(entry)}" for name, entry in value.items())]
        elif isinstance(value, list) and value:
            lines += [f"{key}:", *(f"- {_flow(entry)}" for entry in value)]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def profile(**keys: Any) -> str:
    """A profile as a file; ``keys`` are those of the YAML."""
    npm = {"model": "nhri", "institution_kind": "ombudsman", "designated": "2020-01-01"}
    return _yaml({"country": "TKM", "assessed_on": "2024-01-01", "npm": npm, **keys})


def checklist(*criteria: making.Spec, name: str = "big") -> str:
    """A checklist as a file."""
    return _yaml(making.checklist(name, *criteria))


def law_questions() -> Iterator[str]:
    """Questions of OPCAT on law that a profile can answer."""
    catalogue = default_catalogue()
    for criterion in catalogue.checklists["opcat"].content.criteria:
        for question in catalogue.questions_of(criterion):
            if (
                criterion.aspect.value == "law"
                and criterion.stage.value == "establishment"
                and not question.answered_by
            ):
                yield question.id


def _law(title: str = "A law") -> dict[str, str]:
    return {"title": title, "kind": "law"}


def evidence_of_one_answer(n: int) -> Files:
    """H1: one answer on law with ``n`` lines of evidence."""
    evidence = [{"source": "law", "pinpoint": f"art. {number}"} for number in range(n)]
    answers = {next(law_questions()): {"answer": "partial", "evidence": evidence}}
    return {"profile.yaml": profile(sources={"law": _law()}, answers=answers)}


def sources_and_evidence(n: int) -> Files:
    """H2: ``n`` sources, each cited once."""
    questions = cycle(law_questions())
    answers: dict[str, Any] = {}
    for number in range(n):
        entry = answers.setdefault(next(questions), {"answer": "partial", "evidence": []})
        entry["evidence"].append({"source": f"s{number}", "pinpoint": "art. 1"})
    return {"profile.yaml": profile(sources={f"s{i}": _law(f"Law {i}") for i in range(n)}, answers=answers)}


def sources_of_one_title(n: int) -> Files:
    """``n`` sources that have one title."""
    return {"profile.yaml": profile(sources={f"s{number}": _law() for number in range(n)}, answers={})}


def evidence_everywhere(n: int) -> Files:
    """H8: every question of three checklists with ``n`` lines of evidence."""
    catalogue = default_catalogue()
    answers: dict[str, Any] = {}
    for name in ("opcat", "establishment", "operation", "paris"):
        for criterion in catalogue.checklists[name].content.criteria:
            for question in catalogue.questions_of(criterion):
                if question.answered_by is None:
                    evidence = [{"source": "law", "pinpoint": f"art. {number}"} for number in range(n)]
                    answers[question.id] = {"answer": "partial", "evidence": evidence}
    return {
        "profile.yaml": profile(
            checklists=["opcat", "establishment", "operation", "paris"], sources={"law": _law()}, answers=answers
        )
    }


def one_long_word(n: int) -> Files:
    """A comment of one word of ``n`` letters, as often as it may stand in a field."""
    questions = list(law_questions())
    answers = {
        name: {"answer": "no", "comment": "W" * 9_999} for name, _ in zip(questions, range(n // 10_000), strict=False)
    }
    return {"profile.yaml": profile(answers=answers, note="W" * min(n, 9_999))}


def long_texts(n: int) -> Files:
    """Texts of words, ``n`` letters together."""
    questions = list(law_questions())
    answers = {
        name: {"answer": "no", "comment": "word " * 1_999}
        for name, _ in zip(questions, range(n // 10_000), strict=False)
    }
    recommendations = [
        {"id": f"r{i}", "by": "spt", "text": "word " * 1_900, "about": ["opcat-18-1"]}
        for i in range(max(0, n // 10_000 - len(answers)))
    ]
    return {"profile.yaml": profile(answers=answers, recommendations=recommendations)}


def unknown_questions(n: int) -> Files:
    """H5: answers to ``n`` questions that there are not."""
    return {"profile.yaml": profile(answers={f"no-such-question-{i}": {"answer": "no"} for i in range(n)})}


def unknown_sources(n: int) -> Files:
    """Evidence from ``n`` sources that are not listed, beside as many that are."""
    questions = cycle(law_questions())
    answers: dict[str, Any] = {}
    for number in range(n):
        entry = answers.setdefault(next(questions), {"answer": "partial", "evidence": []})
        entry["evidence"].append({"source": f"saurce-{number}", "pinpoint": "art. 1"})
    return {"profile.yaml": profile(sources={f"source-{i}": _law(f"Law {i}") for i in range(n)}, answers=answers)}


def wrong_keys(n: int) -> Files:
    """``n`` keys that there are not, in one answer and at the top."""
    wrong = {f"key{number}": 1 for number in range(n)}
    return {"profile.yaml": profile(answers={next(law_questions()): {"answer": "no", **wrong}})}


def wrong_values(n: int) -> Files:
    """``n`` values of the wrong kind."""
    return {"profile.yaml": profile(sources={f"s{number}": 1 for number in range(n)}, answers={})}


def bodies(n: int) -> Files:
    """``n`` bodies that are the mechanism together, each with an answer of its own."""
    question = next(law_questions())
    listed = [
        {"id": f"b{i}", "name": f"Body {i}", "kind": "unknown", "role": "regional", "designated": 2010 + i % 10}
        | {"at_work_since": 2012 + i % 10, "answers": {question: {"answer": "partial"}}}
        for i in range(n)
    ]
    return {
        "profile.yaml": profile(
            npm={"model": "multiple_bodies", "bodies": listed}, treaties={"opcat": {"acceded": 2009}}
        )
    }


def former_bodies(n: int) -> Files:
    """``n`` bodies: every other one was the mechanism once, the others are it together, each with an answer that facts bear on."""
    catalogue = default_catalogue()
    question = next(name for name in law_questions() if catalogue.questions[name].if_executive_text is not None)
    role: list[dict[str, Any]] = [
        {"role": "regional", "designated": 2010, "answers": {question: {"answer": "partial"}}},
        {"role": "former", "designated": 2010, "ended": 2015},
    ]
    listed = [{"id": f"b{i}", "name": f"Body {i}", "kind": "unknown", **role[i % 2]} for i in range(n)]
    return {
        "profile.yaml": profile(
            npm={"model": "multiple_bodies", "bodies": listed}, treaties={"opcat": {"acceded": 2009}}
        )
    }


def candidates(n: int) -> Files:
    """``n`` bodies that are considered."""
    listed = [{"id": f"b{i}", "name": f"Body {i}", "kind": "unknown", "role": "candidate"} for i in range(n)]
    return {"profile.yaml": profile(npm={"model": "undecided", "bodies": listed})}


def recommendations(n: int) -> Files:
    """``n`` findings on one criterion, adopted."""
    said = [
        {
            "id": f"r{i}",
            "by": "spt",
            "text": "Do it.",
            "about": ["opcat-18-1", "opcat-17"],
            "finding": "falls_short",
            "adopted": True,
        }
        for i in range(n)
    ]
    return {"profile.yaml": profile(recommendations=said)}


def recommendations_about_much(n: int) -> Files:
    """One recommendation that bears on ``n`` things, a few of them over and over."""
    catalogue = default_catalogue()
    about = [name for name, _ in zip(cycle(catalogue.provisions), range(n), strict=False)]
    return {"profile.yaml": profile(recommendations=[{"id": "r", "by": "spt", "text": "Do it.", "about": about}])}


def bills(n: int) -> Files:
    """``n`` bills."""
    return {"profile.yaml": profile(bills={f"b{i}": {"title": f"Bill {i}"} for i in range(n)})}


def combining_marks(n: int) -> Files:
    """A text of one letter with marks upon marks."""
    return {"profile.yaml": profile(note="a" + "\u0301" * min(n, 9_990))}


def pinpoints(n: int) -> Files:
    """One pinpoint that names ``n`` places."""
    questions = list(law_questions())
    place = "arts. " + ", ".join(map(str, range(1, min(n, 1_500))))
    answers = {
        name: {"answer": "partial", "evidence": [{"source": "law", "pinpoint": place}]}
        for name, _ in zip(questions, range(max(n // 1_500, 1)), strict=False)
    }
    return {"profile.yaml": profile(sources={"law": _law()}, answers=answers)}


LARGE_PROFILES: dict[str, tuple[Callable[[int], Files], int]] = {
    "evidence of one answer": (evidence_of_one_answer, 24_000),
    "sources and evidence": (sources_and_evidence, 14_000),
    "sources of one title": (sources_of_one_title, 30_000),
    "evidence everywhere": (evidence_everywhere, 60),
    "one long word": (one_long_word, 1_000_000),
    "long texts": (long_texts, 1_900_000),
    "unknown questions": (unknown_questions, 40_000),
    "unknown sources": (unknown_sources, 14_000),
    "wrong keys": (wrong_keys, 95_000),
    "wrong values": (wrong_values, 90_000),
    "bodies": (bodies, 9_000),
    "former bodies": (former_bodies, 9_000),
    "candidates": (candidates, 18_000),
    "recommendations": (recommendations, 11_000),
    "recommendations about much": (recommendations_about_much, 90_000),
    "bills": (bills, 45_000),
    "combining marks": (combining_marks, 9_900),
    "pinpoints": (pinpoints, 60_000),
}
"""Each with the size at which it comes near to what a file may hold."""


def _with_profile(content: str, **keys: Any) -> Files:
    return {"own/big.yaml": content, "profile.yaml": profile(checklists=["opcat", "big"], **keys)}


def any_of_shared(n: int) -> Files:
    """H3: criteria that are combined by the strongest of the same open questions."""
    shared = [f"q{number}" for number in range(n)]
    criteria = []
    defined = False
    for number in range(n):
        asked: Sequence[Any] = (
            [{"use": name} for name in shared] if defined else [making.question(name) for name in shared]
        )
        criteria.append(_criterion(f"c{number}", *asked, combine="any"))
        defined = True
    return _with_profile(checklist(*criteria))


def any_of_pairs(n: int) -> Files:
    """Criteria that are combined by the strongest of two questions, each of which the next one shares: the smallest set."""
    criteria = [_criterion("c0", making.question("q0"), making.question("q1"), combine="any")]
    criteria += [
        _criterion(f"c{i}", {"use": f"q{i}"}, making.question(f"q{i + 1}"), combine="any") for i in range(1, n)
    ]
    answers = {f"q{number}": {"answer": "no"} for number in range(n + 1)}
    return _with_profile(checklist(*criteria), answers=answers)


def alike_rubrics(n: int) -> Files:
    """H4: two rubrics of ``n`` words that are nearly alike."""
    rubric = {
        "yes": " ".join(["a", "x"] * (n // 2)),
        "partial": " ".join(["a", "x"] * (n // 2) + ["b"]),
        "no": "It is not.",
    }
    return {"own/big.yaml": checklist(_criterion("c0", making.question("q0", rubric=rubric)))}


def unknown_in_catalogue(n: int) -> Files:
    """H5: a criterion that cites ``n`` provisions that there are not, and waits for as many criteria."""
    missing = [f"no-such-thing-{number}" for number in range(n // 2)]
    return {"own/big.yaml": checklist(_criterion("c0", making.question("q0"), cites=missing, after=missing))}


def chain(n: int) -> Files:
    """H6: criteria each of which waits for the one before."""
    criteria = [_criterion(f"c{i}", making.question(f"q{i}"), after=[f"c{i - 1}"] if i else []) for i in range(n)]
    return _with_profile(checklist(*criteria), answers={f"q{number}": {"answer": "no"} for number in range(n)})


def alternating_chain(n: int) -> Files:
    """Criteria each of which waits for the one before, and is the work of another addressee: every one is a package of its own."""
    criteria = [
        _criterion(
            f"c{i}",
            making.question(f"q{i}"),
            after=[f"c{i - 1}"] if i else [],
            addressee=("parliament", "government")[i % 2],
        )
        for i in range(n)
    ]
    return _with_profile(checklist(*criteria), answers={f"q{number}": {"answer": "no"} for number in range(n)})


def circle(n: int) -> Files:
    """H6: criteria in a circle."""
    criteria = [_criterion(f"c{i}", making.question(f"q{i}"), after=[f"c{(i - 1) % n}"]) for i in range(n)]
    return _with_profile(checklist(*criteria))


def everything_after_everything(n: int) -> Files:
    """Criteria each of which waits for all before it: references grow with the square, within what a file may hold."""
    criteria = [_criterion(f"c{i}", making.question(f"q{i}"), after=[f"c{j}" for j in range(i)]) for i in range(n)]
    return _with_profile(checklist(*criteria), answers={f"q{number}": {"answer": "no"} for number in range(n)})


def one_question_for_all(n: int) -> Files:
    """H7: criteria that all ask one question, which has ``n`` lines of evidence."""
    criteria = [_criterion("c0", making.question("q0"))]
    criteria += [_criterion(f"c{number}", {"use": "q0"}) for number in range(1, n)]
    evidence = [{"source": "law", "pinpoint": f"art. {number}"} for number in range(n)]
    answers = {"q0": {"answer": "no", "evidence": evidence}}
    return _with_profile(checklist(*criteria), sources={"law": _law()}, answers=answers)


def many_criteria(n: int) -> Files:
    """Criteria with a question each."""
    return _with_profile(checklist(*(_criterion(f"c{i}", making.question(f"q{i}")) for i in range(n))))


def many_citations(n: int) -> Files:
    """Criteria that cite every provision that there is, some twice."""
    every = list(default_catalogue().provisions)
    return _with_profile(checklist(*(_criterion(f"c{i}", making.question(f"q{i}"), cites=every) for i in range(n))))


def many_conditions(n: int) -> Files:
    """Criteria that depend on every fact, none of which is known."""
    models = ["nhri", "nhri_plus", "specialised_body", "multiple_bodies"]
    kinds = ["ombudsman", "commission", "specialised", "inspectorate", "other"]
    criteria = [
        _criterion(
            f"c{i}",
            making.question(f"q{i}", needs_people=True),
            when={"model": [models[i % 4]], "institution_kind": [kinds[i % 5]], "federal": i % 2 == 0}
            | {"private_places_of_detention": i % 3 == 0, "children_in_prison": i % 5 == 0},
            aspect="practice",
        )
        for i in range(n)
    ]
    npm = {"model": "undecided"}
    return {"own/big.yaml": checklist(*criteria), "profile.yaml": profile(checklists=["opcat", "big"], npm=npm)}


def repeated_actions(n: int) -> Files:
    """Criteria whose actions share many words."""
    criteria = [
        _criterion(f"c{i}", making.question(f"q{i}"), action=f"Adopt an act that gives the body the power {i}.")
        for i in range(n)
    ]
    return {"own/big.yaml": checklist(*criteria)}


def many_files(n: int) -> Files:
    """``n`` files of a checklist each."""
    return {f"own/c{i}.yaml": checklist(_criterion(f"c{i}", making.question(f"q{i}")), name=f"l{i}") for i in range(n)}


def wrong_criteria(n: int) -> Files:
    """Criteria each of which is wrong in several ways."""
    return {"own/big.yaml": _yaml({**making.checklist("big"), "criteria": [{"id": f"c{i}", "x": 1} for i in range(n)]})}


def _criterion(name: str, *questions: Any, **keys: Any) -> making.Spec:
    spec = making.criterion(name, *questions, **{"cites": ("opcat-18-1",), **keys})
    return {key: value for key, value in spec.items() if value is not None}


LARGE_CATALOGUES: dict[str, tuple[Callable[[int], Files], int]] = {
    "any of shared": (any_of_shared, 100),
    "any of pairs": (any_of_pairs, 2_000),
    "alike rubrics": (alike_rubrics, 4_900),
    "unknown in catalogue": (unknown_in_catalogue, 60_000),
    "chain": (chain, 3_500),
    "alternating chain": (alternating_chain, 3_500),
    "circle": (circle, 3_500),
    "everything after everything": (everything_after_everything, 350),
    "one question for all": (one_question_for_all, 4_500),
    "many criteria": (many_criteria, 3_700),
    "many citations": (many_citations, 80),
    "many conditions": (many_conditions, 1_200),
    "repeated actions": (repeated_actions, 3_500),
    "many files": (many_files, 1_000),
    "wrong criteria": (wrong_criteria, 25_000),
}
