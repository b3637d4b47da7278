"""What the catalogue holds, for reading in a terminal."""

from __future__ import annotations

from npm_readiness.browsing.layout import paragraph
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist
from npm_readiness.models.vocabulary import Stage
from npm_readiness.plain_text import one_line

__all__ = ["overview"]


def overview(catalogue: Catalogue) -> str:
    """All checklists with their criteria, by stage and dimension, and what the register holds."""
    lines: list[str] = []
    for checklist in catalogue.checklists.values():
        lines += [*_checklist(checklist.content, catalogue, checklist.replaced), ""]
    lines.append(
        f"The register holds {len(catalogue.provisions)} provisions of {len(catalogue.instruments)} instruments."
    )
    lines.append("One entry in full: npm-readiness show ID")
    return "\n".join(lines) + "\n"


def _checklist(checklist: Checklist, catalogue: Catalogue, replaced: str | None) -> list[str]:
    questions = {question for criterion in checklist.criteria for question in criterion.question_ids}
    lines = paragraph(f"{checklist.checklist}: {checklist.title}")
    lines.append(
        f"  version {one_line(checklist.version)}, counts for {checklist.counts_for}, "
        f"{len(checklist.criteria)} criteria, {len(questions)} questions"
    )
    if replaced is not None:
        lines.append(f"  replaced by {one_line(replaced)}")
    for stage in Stage:
        for dimension in catalogue.dimensions.values():
            criteria = sorted(
                (
                    criterion
                    for criterion in checklist.criteria
                    if criterion.stage is stage and criterion.dimension == dimension.id
                ),
                key=catalogue.order,
            )
            if criteria:
                lines += ["", f"  {stage} / {one_line(dimension.title)}"]
                for criterion in criteria:
                    obligation = catalogue.obligation(criterion).value
                    lines.append(f"    {criterion.id}  [{obligation}, {criterion.aspect}]")
                    lines += paragraph(criterion.title, indent=6)
    return lines
