"""``extend`` and the warnings on the command line."""

from __future__ import annotations

from pathlib import Path

from npm_readiness import load_profile
from tests.commands.conftest import PROFILE, Run


def test_without_a_file_the_extended_profile_goes_to_standard_output(run: Run, folder: Path) -> None:
    outcome = run("extend", "profile.yaml", "--checklists", "paris")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("country: TKM\n")
    assert "checklists: [opcat, paris]\n" in outcome.out
    assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE


def test_it_goes_to_a_new_file_and_never_over_the_profile(run: Run, folder: Path) -> None:
    assert run("extend", "profile.yaml", "--checklists", "paris", "-o", "more.yaml").code == 0
    assert load_profile(folder / "more.yaml").checklists == ("opcat", "paris")
    assert run("extend", "profile.yaml", "--checklists", "paris", "-o", "profile.yaml").code == 2
    assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE


def test_a_new_profile_can_be_extended_before_anything_is_filled_in(run: Run, folder: Path) -> None:
    run("init", "--country", "NOR", "-o", "new.yaml")
    assert run("extend", "new.yaml", "--checklists", "operation", "-o", "more.yaml").code == 0
    outcome = run("validate", "more.yaml")
    assert outcome.code == 0
    assert outcome.out.startswith("more.yaml: a profile of Norway, usable but for its date; nothing is answered yet\n")
    assert outcome.err == (
        "warning: more.yaml:9:14: assessed_on is still to be filled in (write the day of which the profile speaks, YYYY-MM-DD)\n"
    )


def test_warnings_are_said_and_stop_nothing(run: Run, folder: Path) -> None:
    (folder / "profile.yaml").write_text(PROFILE.replace("2023-12-14", "2999-01-01"), encoding="utf-8")
    for command in ("validate", "assess"):
        outcome = run(command, "profile.yaml")
        assert outcome.code == 0
        assert outcome.err == (
            "warning: profile.yaml:2:14: the profile speaks of 2999-01-01, which lies ahead "
            "(correct assessed_on, unless you mean it)\n"
        )


def test_an_assessment_needs_the_date(run: Run, folder: Path) -> None:
    run("init", "--country", "NOR", "-o", "new.yaml")
    outcome = run("assess", "new.yaml")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1].startswith("new.yaml:9:14: assessed_on is still to be filled in")


def test_init_knows_kinds(run: Run) -> None:
    assert "institution_kind: inspectorate" in run("init", "--country", "NOR", "--kind", "inspectorate").out
