"""Every party to OPCAT: the day from which it is bound and the dates of article 17, against a table made by plain arithmetic."""

from __future__ import annotations

import csv
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from npm_readiness import assess
from npm_readiness.loading.treaty_status import treaties_of
from npm_readiness.models.treaty_status import KNOWN_TO
from npm_readiness.models.vocabulary import Treaty
from tests.making import catalogue, criterion, profile

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "data" / "article-17-of-all-parties.csv"
PARTIES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
TINY = catalogue(criterion("c1", "law-exists"))


def test_the_table_is_in_step_with_the_list() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "article_17_table.py"))["table"]()
    assert TABLE.read_text(encoding="utf-8") == made, "run: python tools/article_17_table.py"
    assert len(PARTIES) == 96


def test_three_lines_of_it_by_hand() -> None:
    """Georgia, bound with the first; Benin, whose deposit came after; Colombia, the latest."""
    rows = {row["country"]: [*row.values()][1:] for row in PARTIES}
    assert rows["GEO"] == ["2005-08-09", "2006-06-22", "2007-06-22", "2007-06-22"]
    assert rows["BEN"] == ["2006-09-20", "2006-10-20", "2007-09-20", "2007-10-20"]
    assert rows["COL"] == ["2025-11-10", "2025-12-10", "2026-11-10", "2026-12-10"]


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party["country"])
def test_the_dates_of_every_party_are_those_of_the_table(party: dict[str, str]) -> None:
    events = treaties_of(party["country"])[Treaty.OPCAT]
    done = {act.value: event.date.isoformat() for act, event in events.items()}
    opcat = {"signed": None, "ratified": None, "acceded": None, "article_24": None, **done}
    made = profile(country=party["country"], assessed_on=KNOWN_TO.isoformat(), treaties={"opcat": opcat})
    dates = {(entry.id, entry.reading): str(entry.date) for entry in assess(made, TINY).deadlines}
    assert dates == {
        ("entry-into-force", None): party["entry_into_force"],
        ("article-17", "from-deposit"): party["from_deposit"],
        ("article-17", "from-entry-into-force"): party["from_entry_into_force"],
    }


def test_the_example_prints_every_party(tmp_path: Path) -> None:
    script = ROOT / "examples" / "deadlines_of_all_states.py"
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Georgia: acceded on 2005-08-09, bound since 2006-06-22\n  mechanism due by 2007-06-22" in done.stdout
    assert done.stdout.endswith("96 parties on 2026-02-03\n")
