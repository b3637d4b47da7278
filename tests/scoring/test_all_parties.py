"""Every party to OPCAT: the day from which it is bound, the end of a postponement and the dates of article 17.

They are held against a table made by plain arithmetic.
"""

from __future__ import annotations

import csv
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from npm_readiness import assess
from npm_readiness.loading.treaty_status import declaration_of, treaties_of
from npm_readiness.models.treaty_status import KNOWN_TO
from npm_readiness.models.vocabulary import Treaty
from tests.making import catalogue, criterion, profile

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "data" / "article-17-of-all-parties.csv"
LINES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
PARTIES = sorted({line["country"] for line in LINES})
TINY = catalogue(criterion("c1", "law-exists"))

Date = tuple[str, str, bool]
"""The earliest and the latest day, and whether it is disputed."""


def dates(country: str, name: str) -> dict[str, Date]:
    """The dates of one party in the table, by their reading."""
    return {
        line["reading"]: (line["earliest"], line["latest"], line["disputed"] == "disputed")
        for line in LINES
        if line["country"] == country and line["id"] == name
    }


def days(country: str, name: str) -> dict[str, str]:
    """The same where every date is one day and beyond dispute."""
    found = dates(country, name)
    assert all(earliest == latest and not disputed for earliest, latest, disputed in found.values())
    return {reading: earliest for reading, (earliest, _, _) in found.items()}


def listed(country: str) -> dict[str, object]:
    """What a profile says of OPCAT where it says what the list says."""
    done = {act.value: event.date.isoformat() for act, event in treaties_of(country)[Treaty.OPCAT].items()}
    declaration = declaration_of(country)
    article_24: dict[str, object] | None = None
    if declaration is not None:
        years = {} if declaration.years is None else {"years": declaration.years}
        article_24 = {"part": declaration.part, "declared": declaration.declared.isoformat(), **years}
    return {"signed": None, "ratified": None, "acceded": None, "article_24": article_24, **done}


def test_the_table_is_in_step_with_the_list() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "article_17_table.py"))["table"]()
    assert TABLE.read_text(encoding="utf-8") == made, "run: python tools/article_17_table.py"
    assert len(PARTIES) == 96


def test_three_parties_of_it_by_hand() -> None:
    """Georgia, bound with the first; Benin, whose deposit came after; Colombia, the latest."""
    assert days("GEO", "entry-into-force") == {"": "2006-06-22"}
    assert days("GEO", "article-17") == {"from-deposit": "2007-06-22", "from-entry-into-force": "2007-06-22"}
    assert days("BEN", "entry-into-force") == {"": "2006-10-20"}
    assert days("BEN", "article-17") == {"from-deposit": "2007-09-20", "from-entry-into-force": "2007-10-20"}
    assert days("COL", "entry-into-force") == {"": "2025-12-10"}
    assert days("COL", "article-17") == {"from-deposit": "2026-11-10", "from-entry-into-force": "2026-12-10"}


def test_a_postponement_of_part_four_by_hand() -> None:
    """Romania ratified on 2 July 2009 and declared three years that day; they run from then, or from 1 August."""
    assert days("ROU", "article-24-end") == {"from-deposit": "2012-07-02", "from-entry-into-force": "2012-08-01"}
    assert days("ROU", "article-17") == {
        "from-deposit/postponement-only": "2012-07-02",
        "from-deposit/postponement-plus-year": "2013-07-02",
        "from-entry-into-force/postponement-only": "2012-08-01",
        "from-entry-into-force/postponement-plus-year": "2013-08-01",
    }


def test_a_postponement_without_years_by_hand() -> None:
    """Germany ratified on 4 December 2008 and named no years: one to three."""
    assert dates("DEU", "article-24-end") == {
        "from-deposit": ("2009-12-04", "2011-12-04", False),
        "from-entry-into-force": ("2010-01-03", "2012-01-03", False),
    }


def test_a_declaration_after_the_deposit_by_hand() -> None:
    """Bosnia and Herzegovina ratified on 24 October 2008 and declared three years on 23 March 2012: a reading of its own."""
    assert dates("BIH", "article-24-end")["from-declaration"] == ("2015-03-23", "2015-03-23", True)
    due = dates("BIH", "article-17")
    assert due["from-declaration/postponement-plus-year"] == ("2016-03-23", "2016-03-23", True)
    assert due["from-deposit"] == ("2009-10-24", "2009-10-24", False)


def test_a_postponement_of_part_three_by_hand() -> None:
    """The Philippines acceded on 17 April 2012 and postponed part III, which moves no date of the mechanism."""
    assert dates("PHL", "article-24-end")["from-deposit"] == ("2013-04-17", "2015-04-17", True)
    assert days("PHL", "article-17") == {"from-deposit": "2013-04-17", "from-entry-into-force": "2013-05-17"}


@pytest.mark.parametrize("country", PARTIES)
def test_the_dates_of_every_party_are_those_of_the_table(country: str) -> None:
    made = profile(country=country, assessed_on=KNOWN_TO.isoformat(), treaties={"opcat": listed(country)})
    deadlines = assess(made, TINY).deadlines
    for name in ("entry-into-force", "article-24-end", "article-17"):
        found = {
            entry.reading or "": (str(entry.earliest), str(entry.latest), entry.disputed)
            for entry in deadlines
            if entry.id == name
        }
        assert found == dates(country, name)
    assert all(entry.date == (entry.earliest if entry.earliest == entry.latest else None) for entry in deadlines)


def test_the_example_prints_every_party(tmp_path: Path) -> None:
    script = ROOT / "examples" / "deadlines_of_all_states.py"
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Georgia: acceded on 2005-08-09, bound since 2006-06-22\n  mechanism due by 2007-06-22" in done.stdout
    assert "  postponement under article 24 ends between 2009-12-04 and 2011-12-04 (from-deposit)\n" in done.stdout
    assert "  mechanism due by 2016-03-23 (from-declaration/postponement-plus-year, disputed)\n" in done.stdout
    assert done.stdout.endswith("96 parties on 2026-02-03\n")
