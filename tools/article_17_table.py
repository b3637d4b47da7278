"""Write tests/data/article-17-of-all-parties.csv by plain arithmetic, without the package, so that a test can compare the two.

OPCAT entered into force on 22 June 2006; a later State is bound thirty days after its deposit (article 28). Article 17 gives a
year, which runs from the deposit or from entry into force. Declarations under article 24 are left out: none moves these dates,
they come on top.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "checklists" / "treaty-status.csv"
TABLE = ROOT / "tests" / "data" / "article-17-of-all-parties.csv"
COLUMNS = "country,deposit,entry_into_force,from_deposit,from_entry_into_force"

FIRST = date(2006, 6, 22)
THIRTY_DAYS = timedelta(days=30)


def a_year_after(day: date) -> date:
    """The same day of the next year; no party's date is a 29 February."""
    return date(day.year + 1, day.month, day.day)


def table() -> str:
    """The table: a line for every party, by its code."""
    lines = [COLUMNS]
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["treaty"] == "opcat" and row["event"] != "signed":
                deposit = date.fromisoformat(row["date"])
                bound = max(FIRST, deposit + THIRTY_DAYS)
                # Before OPCAT was in force its article 17 asked nothing of anybody: the year begins on that day at the earliest.
                due = a_year_after(max(FIRST, deposit)), a_year_after(bound)
                lines.append(",".join([row["country"], *(str(day) for day in (deposit, bound, *due))]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
