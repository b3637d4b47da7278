"""The pictures of a report are drawn from the numbers of the assessment, and the tables below them tell the same."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest

from npm_readiness import Assessment
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Picture, Table, text_of
from npm_readiness.gap_report.drawings import Bar, Counts, Drawing, Intervals, Pairs, Track
from npm_readiness.gap_report.language import texts_in
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Addressee, Severity

DrawingT = TypeVar("DrawingT", bound=Drawing)
ADDRESSEES = {
    "Parliament": Addressee.PARLIAMENT,
    "Government": Addressee.GOVERNMENT,
    "The judiciary": Addressee.JUDICIARY,
    "The mechanism": Addressee.NPM,
    "The body that is to be the mechanism": Addressee.NPM,
    "Authorities in charge of places of detention": Addressee.DETAINING_AUTHORITIES,
}


@pytest.fixture(params=["turkmenistan", "georgia"])
def assessment(request: pytest.FixtureRequest) -> Assessment:
    made = request.getfixturevalue(request.param)
    assert isinstance(made, Assessment)
    return made


def drawn(assessment: Assessment, kind: type[DrawingT]) -> list[tuple[DrawingT, Table]]:
    """The drawings of a kind with the tables of their figures."""
    blocks = (block for section in composed(assessment, texts_in()).sections for block in section.blocks)
    return [
        (block.drawing, block.table)
        for block in blocks
        if isinstance(block, Picture)
        if isinstance(block.drawing, kind)
    ]


def told(table: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in table.rows]


def ends(bar: Bar | None) -> tuple[float, float] | None:
    return None if bar is None else (bar.lower, bar.upper)


def bounds(score: Score | None) -> tuple[float, float] | None:
    return None if score is None else (score.lower, score.upper)


def assert_says(words: str, score: Score | None) -> None:
    """The words give both ends in whole per cent, or one where they are the same, or nothing where there is none."""
    numbers = [int(number) / 100 for number in re.findall(r"\d+", words)]
    if score is None:
        assert numbers == []
    else:
        assert (numbers[0], numbers[-1]) == pytest.approx((score.lower, score.upper), abs=0.01)


def test_the_track_shows_the_verdict_of_each_stage(assessment: Assessment) -> None:
    ((track, table),) = drawn(assessment, Track)
    assert [step.label.lower() for step in track.steps] == [stage.id.value for stage in assessment.stages]
    verdicts = [
        "none" if stage.verdict is None else stage.verdict.value.replace("_", "-") for stage in assessment.stages
    ]
    assert [step.kind for step in track.steps] == [f"verdict-{verdict}" for verdict in verdicts]
    assert told(table) == [[step.label, step.words] for step in track.steps]


def test_the_intervals_are_the_scores_of_dimensions_and_standards(assessment: Assessment) -> None:
    readiness, standards = drawn(assessment, Intervals)
    for (drawing, table), scored in ((readiness, assessment.dimensions), (standards, assessment.standards)):
        expected = [(entry.title, entry.score) for entry in scored if entry.score is not None]
        assert [(bar.label, ends(bar)) for bar in drawing.rows] == [(title, bounds(score)) for title, score in expected]
        for (_, score), bar, (label, words) in zip(expected, drawing.rows, told(table), strict=True):
            assert (label, words) == (bar.label, bar.words)
            assert_says(words, score)


def test_the_pairs_are_the_scores_of_law_and_practice(assessment: Assessment) -> None:
    ((pairs, table),) = drawn(assessment, Pairs)
    expected = [entry for entry in assessment.dimensions if entry.law is not None or entry.practice is not None]
    shown = [(label, ends(law), ends(practice)) for label, law, practice in pairs.rows]
    assert shown == [(entry.title, bounds(entry.law), bounds(entry.practice)) for entry in expected]
    for entry, (label, law, practice) in zip(expected, told(table), strict=True):
        assert label == entry.title
        assert_says(law, entry.law)
        assert_says(practice, entry.practice)


def test_the_counts_are_those_of_the_gaps_by_who_acts_on_them(assessment: Assessment) -> None:
    """Gaps that hang on a fact that is not known, or wait, are counted nowhere; one on which two act is counted at both."""
    gaps = [gap for gap in assessment.gaps if not gap.conditional and not gap.waits]
    if not gaps:
        assert drawn(assessment, Counts) == []
        return
    ((counts, table),) = drawn(assessment, Counts)
    severities = [f"severity-{severity.value}" for severity in Severity]
    for row, cells in zip(counts.rows, told(table), strict=True):
        numbers = [
            sum(
                gap.severity is severity and any(action.addressee is ADDRESSEES[row.label] for action in gap.actions)
                for gap in gaps
            )
            for severity in Severity
        ]
        assert [part.kind for part in row.parts] == severities
        assert [part.number for part in row.parts] == numbers
        assert cells == [row.label, *map(str, numbers)]
    acting = sum(len({action.addressee for action in gap.actions}) for gap in gaps)
    assert sum(part.number for row in counts.rows for part in row.parts) == acting
