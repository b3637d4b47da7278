"""What several assessors say under an answer, checked like the answer itself, each problem at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import InputError, load_profile

HEAD = """\
country: TKM
assessed_on: 2023-12-14
sources: {law: {title: The law, kind: law}}
answers:
  act-states-preventive-mandate:
    answer: unknown
    versions:
"""


def problems(tmp_path: Path, *versions: str) -> list[str]:
    file = tmp_path / "p.yaml"
    file.write_text(HEAD + "".join(f"      - {version}\n" for version in versions), encoding="utf-8")
    try:
        load_profile(file)
    except InputError as error:
        return [str(problem).removeprefix(f"{file}:") for problem in error.problems]
    return []


def test_versions_of_two_are_kept(tmp_path: Path) -> None:
    assert (
        problems(tmp_path, "{by: A, answer: yes}", "{by: B, answer: no, evidence: [{source: law, pinpoint: art. 1}]}")
        == []
    )


@pytest.mark.parametrize(
    ("second", "line", "said"),
    [
        ("{by: A, answer: no}", 7, "two versions are by A"),
        ("{answer: no}", 9, "by"),
        ("{by: B, answer: maybe}", 9, "maybe"),
        ("{by: B, answer: yes, between: [no, partial]}", 9, "between stands only beside answer: unknown"),
        ("{by: B, answer: no, evidence: [{source: lwa}]}", 9, "the source lwa"),
        ("{by: B, answer: not_applicable, reason: None of it.}", 9, "may not be answered not_applicable"),
    ],
)
def test_a_version_is_checked_at_its_line(tmp_path: Path, second: str, line: int, said: str) -> None:
    (problem,) = problems(tmp_path, "{by: A, answer: yes}", second)
    assert problem.startswith(f"{line}:")
    assert said in problem


def test_one_version_alone_says_nothing_of_several(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "{by: A, answer: yes}")
    assert "here is one" in problem
