"""A finding says so where what asks for it is younger than the law that was read, or than the day of the report."""

from __future__ import annotations

import pytest

from npm_readiness import assess, render
from tests.making import catalogue, criterion, evidenced, profile

# OPCAT is of 2002, the Guidelines of 2010.


@pytest.mark.parametrize(
    ("cites", "law", "told"),
    [
        (("guidelines-7",), "12 May 2008", "What asks for it is of 2010; the law that the evidence cites is of 2008."),
        (("guidelines-7",), "2010, as amended", None),
        (("guidelines-7", "opcat-18"), "2008", None),
        (("guidelines-7",), "undated", None),
    ],
)
def test_what_asks_for_it_is_set_beside_the_law_that_was_read(
    cites: tuple[str, ...], law: str, told: str | None
) -> None:
    made = assess(
        profile({"q": evidenced("no")}, sources={"law": {"title": "The law", "kind": "law", "date": law}}),
        catalogue(criterion("c", "q", cites=cites, reading="It is so.")),
    )
    report = str(render(made, "markdown"))
    assert ("Younger than what is reviewed" in report) == (told is not None)
    assert told is None or told in report


def test_what_did_not_exist_on_the_day_of_the_report_is_named() -> None:
    made = assess(
        profile({"q": evidenced("no")}, assessed_on="2009-01-01", npm={"model": "nhri", "designated": "2008"}),
        catalogue(criterion("c", "q", obligation="guidance")),
    )
    assert "What asks for it is of 2010, after the day of this report." in str(render(made, "markdown"))
