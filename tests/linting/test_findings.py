"""What the linter finds: a checklist without a finding, and for each rule a change that gives just that one."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from npm_readiness.linting.catalogue_rules import questions_by_model
from npm_readiness.linting.findings import lint
from npm_readiness.loading.folders import built_in_folder
from npm_readiness.loading.located import load_located, read_located
from npm_readiness.models.vocabulary import NpmModel
from npm_readiness.problems import Problem

GOOD: dict[str, Any] = {
    "checklist": "trial",
    "title": "A trial",
    "version": "1.0",
    "counts_for": "standards",
    "about": "A checklist in which the linter finds nothing.",
    "question_budget": 3,
    "criteria": [
        {
            "id": "trial-plan",
            "title": "A plan of visits",
            "requirement": "The mechanism has a written plan of its visits.",
            "why": "Without a plan some places are never seen.",
            "provisions": ["spt-guidelines-33"],
            "dimension": "methods",
            "stage": "operation",
            "aspect": "practice",
            "questions": [
                {
                    "id": "trial-plan-written",
                    "text": "Is there a written plan of visits for this year?",
                    "rubric": {
                        "yes": "A dated document names the places of the year.",
                        "partial": "A document names some of the places, or has no date.",
                        "no": "Nothing has been written down.",
                    },
                    "respondents": ["mechanism"],
                }
            ],
            "action": "Write a plan of visits for the year that names every place, and have it adopted.",
            "addressee": "npm",
        }
    ],
}

Change = Callable[[dict[str, Any]], None]


def found_in(tmp_path: Path, content: dict[str, Any]) -> list[Problem]:
    """What the linter says of a checklist, in a file of its own."""
    file = tmp_path / "trial.yaml"
    file.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=200), encoding="utf-8")
    return [finding for finding in lint(read_located(_ground(tmp_path), file)) if finding.file == str(file)]


def _ground(tmp_path: Path) -> Path:
    """Our register and words without our checklists, whose own findings would take the most time of each test."""
    ground = tmp_path.with_name(f"{tmp_path.name}-ground")
    if not ground.exists():
        names = [file.name for file in built_in_folder().glob("*.yaml") if "\nchecklist: " in file.read_text("utf-8")]
        shutil.copytree(built_in_folder(), ground, ignore=shutil.ignore_patterns(*names))
    return ground


def set_in(*path: str | int, to: Any) -> Change:
    """A change of the value at ``path`` within the criterion."""

    def change(criterion: dict[str, Any]) -> None:
        place: Any = criterion
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def test_a_good_checklist_gives_no_finding(tmp_path: Path) -> None:
    assert found_in(tmp_path, GOOD) == []


QUESTION = ("questions", 0)
CASES: list[tuple[str, tuple[str | int, ...], Change]] = [
    ("text-too-long", ("title",), set_in("title", to="One " * 13)),
    ("text-too-long", ("why",), set_in("why", to="It is so. " * 26)),
    ("text-too-long", (*QUESTION, "rubric", "no"), set_in(*QUESTION, "rubric", "no", to="It is not. " * 24)),
    ("sentence-too-long", ("requirement",), set_in("requirement", to="It is " * 20 + "so.")),
    (
        "sentence-too-long",
        (*QUESTION, "rubric", "yes"),
        set_in(*QUESTION, "rubric", "yes", to="It is " * 20 + "so."),
    ),
    ("text-hard-to-read", ("requirement",), set_in("requirement", to="Comprehensive institutional programming. " * 9)),
    ("term-avoided", ("requirement",), set_in("requirement", to="The NPM has a plan.")),
    ("term-avoided", (*QUESTION, "text"), set_in(*QUESTION, "text", to="Is there a plan for each jail?")),
    ("word-vague", ("requirement",), set_in("requirement", to="There is an adequate plan.")),
    ("word-vague", (*QUESTION, "text"), set_in(*QUESTION, "text", to="Is there a suitable plan?")),
    ("question-form", (*QUESTION, "text"), set_in(*QUESTION, "text", to="Say whether there is a plan.")),
    ("question-form", (*QUESTION, "text"), set_in(*QUESTION, "text", to="Is there a plan? Is it dated?")),
    ("question-double", (*QUESTION, "text"), set_in(*QUESTION, "text", to="Is there a plan and is it dated?")),
    (
        "rubric-alike",
        (*QUESTION, "rubric", "no"),
        set_in(*QUESTION, "rubric", "no", to="A document names some of the places, or has no day."),
    ),
    ("rubric-unused", (*QUESTION, "rubric", "partial"), set_in(*QUESTION, "rubric", "partial", to="Not used.")),
    ("rubric-unused", (*QUESTION, "rubric", "no"), set_in(*QUESTION, "rubric", "no", to="Not used. There is one.")),
    *(
        (code, ("action",), set_in("action", to=action))
        for code, action in (
            ("action-vague", "Strengthen the planning of visits by a plan for each year and for each place."),
            ("action-vague", "Write a plan of visits that names every place. Ensure that it is kept."),
            ("action-no-order", "Every year a plan of visits is written that names every place of the State."),
            ("action-no-order", "Write a plan of visits for the year. The plan names every place of the State."),
            ("action-loose", "Write a plan of visits for the year that names every place where possible."),
            ("action-loose", "Write an adequate plan of visits for the year that names each of the places."),
            ("action-shows-nothing", "Decide where to go this year, and when, and with whom, and what to look at."),
            ("action-too-short", "Write a plan of visits."),
            (
                "action-only-on-paper",
                "Draft a bill under which the mechanism goes to each and every place in the year.",
            ),
            ("action-norm-unnamed", "Write a plan of visits that says for every place by when the law is carried out."),
        )
    ),
    ("action-writes-no-norm", ("action",), set_in("aspect", to="law")),
    (
        "action-writes-no-norm",
        ("action",),
        lambda criterion: criterion.update(
            aspect="law", action="Insert an article on a plan of visits for the year that names every place."
        ),
    ),
    ("action-not-for-parliament", ("addressee",), set_in("addressee", to="parliament")),
    (
        "action-for-parliament",
        ("addressee",),
        set_in("action", to="Amend the law on the mechanism so that it has a plan of visits for each year."),
    ),
    ("condition-empty", ("applies_when", "model"), set_in("applies_when", to={"model": [*map(str, NpmModel)]})),
    ("condition-empty", ("applies_when",), set_in("applies_when", to={})),
    ("respondent-missing", QUESTION, set_in(*QUESTION, "respondents", to=[])),
    ("respondent-missing", QUESTION, lambda criterion: criterion["questions"][0].pop("respondents")),
    (
        "respondents-many",
        (*QUESTION, "respondents"),
        set_in(*QUESTION, "respondents", to=["mechanism", "police", "health", "courts"]),
    ),
]


@pytest.mark.parametrize(("code", "path", "change"), CASES, ids=[f"{code}-{path[-1]}" for code, path, _ in CASES])
def test_each_rule_finds_what_it_is_for_and_says_where(
    tmp_path: Path, code: str, path: tuple[str | int, ...], change: Change
) -> None:
    content = copy.deepcopy(GOOD)
    change(content["criteria"][0])
    assert [(finding.code, finding.path) for finding in found_in(tmp_path, content)] == [(code, ("criteria", 0, *path))]


def test_each_of_several_questions_says_what_closes_it(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    first = content["criteria"][0]["questions"][0]
    second = copy.deepcopy(first)
    second["id"], second["text"] = "trial-second", "Is there a written budget for visits?"
    second["action"] = "Write a budget for the visits of the year, and have it adopted with the plan of visits."
    content["criteria"][0]["questions"].append(second)
    found = found_in(tmp_path, content)
    assert [(finding.code, finding.path) for finding in found] == [
        ("question-action-missing", ("criteria", 0, *QUESTION))
    ]
    first["answered_by"] = "mechanism-designated"
    assert found_in(tmp_path, content) == [], "what a fact always answers falls short with that fact"


def test_whom_no_question_names_is_found_where_the_list_has_it(tmp_path: Path) -> None:
    entries = "".join(f"  - {{id: {name}, title: {name}, about: For tests.}}\n" for name in ("coroner", "inspectorate"))
    (tmp_path / "respondents.yaml").write_text(f"respondents:\n{entries}", encoding="utf-8")
    content = copy.deepcopy(GOOD)
    content["criteria"][0]["questions"][0]["respondents"] = ["coroner"]
    (tmp_path / "trial.yaml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    found = [finding for finding in lint(load_located(tmp_path)) if Path(finding.file).parent == tmp_path]
    assert [(finding.code, finding.line) for finding in found] == [("respondent-unused", 3)]


def test_a_vague_word_may_stand_in_a_question_whose_rubric_says_what_counts(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    question = content["criteria"][0]["questions"][0]
    question["text"] = "Is there a suitable plan?"
    question["rubric"]["yes"] = "There is a plan; suitable is one that names every place."
    assert found_in(tmp_path, content) == []


def test_the_law_must_cover_privately_run_places_anyway_and_practice_need_not(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    content["criteria"][0]["applies_when"] = {"private_places_of_detention": True}
    assert found_in(tmp_path, content) == []
    content["criteria"][0]["aspect"] = "law"
    content["criteria"][0]["action"] = (
        "Write into the regulation on visits that there is a plan for each year and place."
    )
    assert [finding.code for finding in found_in(tmp_path, content)] == ["condition-frees-the-law"]


def test_the_same_words_are_not_asked_twice(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    again = copy.deepcopy(content["criteria"][0])
    again["id"], again["questions"][0]["id"] = "trial-again", "trial-plan-again"
    again["action"] = OTHER_ACTIONS[1]
    content["criteria"].append(again)
    assert [(finding.code, finding.path[:2]) for finding in found_in(tmp_path, content)] == [
        ("question-repeated", ("criteria", 1))
    ]


def test_a_further_sentence_of_an_action_may_first_say_when_or_where(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    content["criteria"][0]["action"] = (
        "Write a plan of visits for the year. Where a place is missing, add it by a note."
    )
    assert found_in(tmp_path, content) == []


def test_what_parliament_does_besides_laws_may_be_asked_of_it(tmp_path: Path) -> None:
    content = copy.deepcopy(GOOD)
    content["criteria"][0].update(
        action="Put the annual report on the agenda of a committee, and record what was asked of the government.",
        addressee="parliament",
    )
    assert found_in(tmp_path, content) == []


def test_two_criteria_do_not_give_the_same_advice(tmp_path: Path) -> None:
    content = with_questions(None, None)
    content["criteria"][1]["action"] = "Have a plan of visits adopted, and write in it every place that the year names."
    assert [(finding.code, finding.path) for finding in found_in(tmp_path, content)] == [
        ("action-repeated", ("criteria", 1, "action"))
    ]


def test_a_wording_of_your_own_need_not_say_how_actions_are_worded(tmp_path: Path) -> None:
    wording = yaml.safe_load((Path(__file__).parents[2] / "checklists" / "wording.yaml").read_text(encoding="utf-8"))
    kept = ("wording", "bounds", "vague", "joined", "one_thing", "vague_actions", "acts", "terms")
    (tmp_path / "wording.yaml").write_text(yaml.safe_dump({key: wording[key] for key in kept}), encoding="utf-8")
    content = copy.deepcopy(GOOD)
    content["criteria"][0].update(
        action="Every year a plan of visits where possible, and by it the law is carried out.",
        addressee="parliament",
        aspect="law",
    )
    (tmp_path / "trial.yaml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    assert [finding for finding in lint(load_located(tmp_path)) if Path(finding.file).name == "trial.yaml"] == []


OTHER_ACTIONS = (
    GOOD["criteria"][0]["action"],
    "Publish a report on each visit within three months, with what was found and recommended.",
    "Keep a register of answers to recommendations, and show it to parliament once a year.",
    "Hold a training in interviews for all members before they go out for the first time.",
    "Send the Subcommittee a letter with the names of members, the address and the contact.",
)


def with_questions(*conditions: dict[str, Any] | None) -> dict[str, Any]:
    """A checklist with one criterion of one question for each of the conditions."""
    content = copy.deepcopy(GOOD)
    first = content["criteria"].pop()
    for number, condition in enumerate(conditions):
        criterion = copy.deepcopy(first)
        criterion["id"] = f"trial-{number}"
        criterion["questions"][0].update(id=f"trial-question-{number}", text=f"Is there plan number {number}?")
        criterion["action"] = OTHER_ACTIONS[number]
        if condition is not None:
            criterion["applies_when"] = copy.deepcopy(condition)
        content["criteria"].append(criterion)
    return content


def test_a_budget_is_kept_for_each_model_in_the_worst_case_of_the_other_facts(tmp_path: Path) -> None:
    nhri, federal, not_federal = {"model": ["nhri"]}, {"federal": True}, {"federal": False}
    content = with_questions(None, nhri, nhri, federal, not_federal)
    findings = found_in(tmp_path, content)
    catalogue = load_located(tmp_path / "trial.yaml").catalogue
    assert questions_by_model(catalogue.checklists["trial"].content, catalogue) == {
        "nhri": 4,
        "nhri_plus": 2,
        "specialised_body": 2,
        "multiple_bodies": 2,
    }
    assert [finding.code for finding in findings] == ["budget-exceeded"]
    assert "for the model nhri this asks 4 questions" in findings[0].message
    content["question_budget"] = 4
    assert found_in(tmp_path, content) == []


def test_a_provision_that_no_criterion_cites_is_found_where_the_register_lists_it(tmp_path: Path) -> None:
    register = tmp_path / "register.yaml"
    register.write_text(
        """\
instruments:
  - {id: trial-rules, title: Trial rules, body: Nobody, binding: principles}
  - {id: empty-rules, title: Empty rules, body: Nobody, binding: principles}
""",
        encoding="utf-8",
    )
    provisions = tmp_path / "provisions.yaml"
    entry = "{{id: {0}, instrument: trial-rules, pinpoint: rule, subject: A rule, addressee: state, force: shall, {1}}}"
    kinds = {
        "trial-cited": "assessable: true, verified: text-seen",
        "trial-uncited": "assessable: true, verified: text-seen",
        "trial-doubtful": "assessable: true, verified: memory, cross_read: doubtful",
        "trial-recital": "assessable: false, verified: text-seen",
    }
    lines = "".join(f"  - {entry.format(name, rest)}\n" for name, rest in kinds.items())
    provisions.write_text(f"provisions:\n{lines}", encoding="utf-8")
    content = copy.deepcopy(GOOD)
    content["criteria"][0]["provisions"] = ["trial-cited"]
    checklist = tmp_path / "trial.yaml"
    checklist.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    found = {
        (finding.code, finding.line)
        for finding in lint(load_located(tmp_path))
        if Path(finding.file).parent == tmp_path
    }
    assert found == {("provision-uncited", 3), ("instrument-empty", 3)}
