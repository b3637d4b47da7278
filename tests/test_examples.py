"""The examples: the script runs, and the real profiles say what their sources carry."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from npm_readiness import assess, compare, compare_bill, load_profile, reconcile, render
from npm_readiness.loading.profiles import load_profile_with_warnings

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_script_runs_from_any_folder(tmp_path: Path) -> None:
    script = EXAMPLES / "use_the_library.py"
    found = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "Turkmenistan as of 2023-12-14" in found.stdout
    assert "Georgia on 2008-01-01: overdue since 2007-" in found.stdout


def test_the_script_on_models_says_what_is_hypothetical(tmp_path: Path) -> None:
    script = EXAMPLES / "compare_models.py"
    found = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "specialised_body, a new body (hypothetical):" in found.stdout
    assert "It names no winner." in " ".join(found.stdout.split())
    beside = found.stdout.partition("The same beside a new body")[2]
    for model in ("nhri", "nhri_plus", "specialised_body"):
        assert f"\n{model}, a new body (hypothetical): " in beside
    for model in ("nhri", "nhri_plus"):
        assert f"\n{model}, Ombudsperson of Turkmenistan: " in beside
    assert "\nmultiple_bodies, Ombudsperson of Turkmenistan, a new body (hypothetical): " in beside


def test_the_script_on_the_roadmap_runs_from_any_folder(tmp_path: Path) -> None:
    script = EXAMPLES / "roadmap_of_turkmenistan.py"
    found = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "The fewest answers to change for designation: bill-before-parliament, " in found.stdout
    assert "HYPOTHETICAL" in script.read_text(encoding="utf-8")


def test_the_invented_bill_cures_leaves_and_takes_away() -> None:
    profile = load_profile(EXAMPLES / "invented-bill.yaml")
    changes = {str(entry.change) for entry in compare_bill(profile, "ombudsperson-bill").criteria}
    assert {"cured", "left", "new", "unchanged"} <= changes
    assert "invented" in profile.bills["ombudsperson-bill"].title


def test_kyrgyzstan_from_one_year_to_the_next_has_new_blockers_and_none_gone() -> None:
    (step,) = compare([load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml") for year in (2024, 2025)]).steps
    assert step.another_body
    operation = next(verdict for verdict in step.verdicts if verdict.stage == "operation")
    assert operation.new
    assert operation.gone == ()


def test_three_assessors_of_an_invented_country_make_one_profile() -> None:
    files = sorted((EXAMPLES / "reconcile").glob("*.yaml"))
    assert [file.stem for file in files] == ["civil-society", "government", "institution"]
    assert all(file.read_text(encoding="utf-8").startswith("# SYNTHETIC") for file in files)
    found = reconcile([load_profile(file) for file in files])
    assert found.alpha.overall.value is not None
    assert {"agreed", "disputed"} <= {question.outcome for question in found.questions}


def test_turkmenistan_may_ratify_and_is_not_ready_for_the_rest() -> None:
    assessment = assess(load_profile(EXAMPLES / "turkmenistan.yaml"))
    verdicts = [stage.verdict for stage in assessment.stages]
    assert verdicts[0] in ("undetermined", "ready_with_gaps", "ready")
    assert verdicts[1:] == ["not_ready"] * 3
    assert assessment.as_of.isoformat() == "2023-12-14"
    assert "mechanism-designated" in assessment.stages[1].blockers


def test_no_blocker_supposes_what_is_not_known() -> None:
    """Blockers can all be true together: none of them depends on a fact that is unknown."""
    assessment = assess(load_profile(EXAMPLES / "turkmenistan.yaml"))
    criteria = {criterion.id: criterion for criterion in assessment.criteria}
    assert not any(criteria[blocker].conditional for stage in assessment.stages for blocker in stage.blockers)


PROFILES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


PARTIES = [name for name in PROFILES if name != "turkmenistan"]


def verdicts(name: str) -> list[str | None]:
    """The verdicts on the four stages of an example."""
    return [stage.verdict for stage in assess(load_profile(EXAMPLES / f"{name}.yaml")).stages]


def test_the_profiles_are_those_that_the_readme_names() -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in PROFILES if f"examples/{name}.yaml" not in readme] == []


def test_a_mechanism_that_is_abolished_falls_back() -> None:
    """OPCAT says maintain: Kyrgyzstan's National Center worked until 2025, when its task went to the Ombudsperson."""
    before, after = (assess(load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml")) for year in (2024, 2025))
    fallen = {criterion.id: criterion.score for criterion in after.criteria}
    assert before.stages[3].verdict == "undetermined"
    assert after.stages[3].verdict == "not_ready"
    assert any(
        criterion.score and fallen[criterion.id] and fallen[criterion.id].upper < criterion.score.upper  # type: ignore[union-attr]
        for criterion in before.criteria
    )


@pytest.mark.parametrize("name", PARTIES)
def test_who_has_joined_has_the_road_to_joining_behind_it(name: str) -> None:
    """Membership and ratification are settled: no question on the way there is open."""
    assessment = assess(load_profile(EXAMPLES / f"{name}.yaml"))
    assert assessment.situation.membership == ("bound",)
    ratification = assessment.stages[0]
    assert (ratification.verdict, ratification.possible, ratification.open) == ("ready", ("ready",), ())


@pytest.mark.parametrize("name", PROFILES)
def test_no_example_has_a_warning(name: str) -> None:
    assert list(load_profile_with_warnings(EXAMPLES / f"{name}.yaml")[1]) == []


def test_one_example_alone_keeps_the_short_form() -> None:
    short = [name for name in PROFILES if load_profile(EXAMPLES / f"{name}.yaml").npm.bodies is None]
    assert short == ["turkmenistan"]


def test_a_body_and_its_successor_change_places_on_the_day() -> None:
    profile = load_profile(EXAMPLES / "kyrgyzstan-2025.yaml")

    def roles(day: date) -> dict[str, str]:
        return {body.id: body.role.value for body in assess(profile, as_of=day).situation.bodies}

    assert roles(date(2025, 10, 2)) == {"akyikatchy": "candidate", "national-center": "mechanism"}
    assert roles(date(2025, 10, 3)) == {"akyikatchy": "mechanism", "national-center": "former"}


def test_what_the_subcommittee_found_is_a_gap_and_changes_no_score() -> None:
    profile = load_profile(EXAMPLES / "kyrgyzstan-2025.yaml")
    found = assess(profile)
    assert {"spt-2025-consultation", "spt-2025-standing"} <= {gap.criterion for gap in found.gaps}
    assert found.score == assess(profile.model_copy(update={"recommendations": ()})).score


def test_what_a_candidate_has_done_is_kept_and_not_counted() -> None:
    kept = {entry.question: entry for entry in assess(load_profile(EXAMPLES / "turkmenistan.yaml")).not_counted}
    assert kept["first-visits-made"].reason == "before-designation"
    assert kept["first-visits-made"].evidence


def test_what_little_is_known_of_a_mechanism_at_work_makes_no_blocker() -> None:
    assert verdicts("norway")[0] in ("ready", "ready_with_gaps", "undetermined")
    assert "not_ready" not in verdicts("norway")


def test_georgia_shows_what_a_filled_report_looks_like() -> None:
    """Most of the core is answered; what falls short is practice, and no law that was not read is called a gap."""
    assessment = assess(load_profile(EXAMPLES / "georgia.yaml"))
    assert [stage.verdict for stage in assessment.stages] == ["ready", "undetermined", "undetermined", "not_ready"]
    assert set(assessment.stages[3].blockers) == {
        "no-interference-in-fact",
        "information-given-in-fact",
        "doors-open-in-fact",
        "private-interviews-in-fact",
        "dialogue-in-fact",
        "confidential-information-in-fact",
    }
    core = [
        answer for criterion in assessment.criteria if criterion.checklist == "opcat" for answer in criterion.answers
    ]
    said = [answer for answer in core if answer.given_between or answer.given not in (None, "unknown")]
    assert len(said) >= 60


def test_a_federation_with_parts_that_refuse_has_gaps_under_article_29() -> None:
    australia = assess(load_profile(EXAMPLES / "australia.yaml"))
    assert {"federal-reach-in-law", "federal-reach-in-fact"} <= set(australia.stages[3].blockers)


@pytest.mark.parametrize("name", PROFILES)
def test_every_claim_names_a_source_and_a_place(name: str) -> None:
    answered = assess(load_profile(EXAMPLES / f"{name}.yaml")).answered
    assert answered.claims == answered.evidenced
    assert answered.answered > 0


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("form", ["text", "json", "html", "markdown"])
def test_every_report_of_the_real_profiles_renders(name: str, form: str) -> None:
    assert len(render(assess(load_profile(EXAMPLES / f"{name}.yaml")), form)) > 1000


def test_five_offices_answer_and_one_profile_comes_of_it(tmp_path: Path) -> None:
    script = EXAMPLES / "five_offices.py"
    found = subprocess.run(
        [sys.executable, script, tmp_path], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    first, second, _ = found.stdout.splitlines()
    # docs/collecting.md shows both lines.
    page = (EXAMPLES.parent / "docs" / "collecting.md").read_text(encoding="utf-8")
    assert f"    {first}\n    {second}\n" in page
    profile = load_profile(tmp_path / "profile-2.yaml")
    assert {answer.by for answer in profile.answers.values() if answer.by} == {
        *("Prison service", "Police headquarters", "Ministry of Health", "Ministry of Finance", "Ombudsperson"),
    }
    disputed = profile.answers["money-released-in-full"]
    assert (disputed.answer, disputed.between) == ("unknown", ("partial", "yes"))
    assert [version.by for version in disputed.versions] == ["Ministry of Finance", "Ombudsperson"]
    before = (EXAMPLES / "collecting" / "profile.yaml").read_text(encoding="utf-8").splitlines()
    after = (tmp_path / "profile-2.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    assert "Answered by: Ministry of Health" in str(render(assess(profile), "markdown"))
