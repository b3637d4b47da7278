"""Write tests/data/article-17-of-all-parties.csv by plain arithmetic, without the package, so that a test can compare the two.

OPCAT entered into force on 22 June 2006; a later State is bound thirty days after its deposit (article 28). Article 17 gives a
year, which runs from the deposit or from entry into force, and in no case from before OPCAT was in force: two readings.

A declaration under article 24 postpones one part for three years at most. The article gives no day from which they run: from
each of the two starts, and from the day of the declaration where that came after the deposit. Where it names no years, its end
lies between the first year and the third. Part IV being postponed, there must be a mechanism when the postponement ends, or a
year later. Article 24 speaks of a declaration upon ratification; where it was made upon accession, or after the deposit, it is
disputed, and the dates without it are a reading too. The postponement of part III moves no date of the mechanism.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "checklists" / "treaty-status.csv"
DECLARATIONS = ROOT / "checklists" / "article-24.csv"
TABLE = ROOT / "tests" / "data" / "article-17-of-all-parties.csv"
COLUMNS = "country,id,reading,earliest,latest,disputed"

FIRST = date(2006, 6, 22)
THIRTY_DAYS = timedelta(days=30)
MOST_YEARS = 3


def years_after(day: date, years: int) -> date:
    """The same day so many years later; no party's date is a 29 February."""
    return date(day.year + years, day.month, day.day)


def dates_of(
    event: str, deposit: date, declaration: dict[str, str] | None
) -> Iterator[tuple[str, str, date, date, bool]]:
    """The dates that follow for one party: id, reading, the earliest and the latest day, whether it is disputed."""
    bound = max(FIRST, deposit + THIRTY_DAYS)
    starts = [("from-deposit", max(FIRST, deposit)), ("from-entry-into-force", bound)]
    yield "entry-into-force", "", bound, bound, False
    disputed = False
    ends = []
    if declaration is not None:
        declared = date.fromisoformat(declaration["declared"])
        disputed = event == "acceded" or declared > deposit
        counted_from = [*starts, ("from-declaration", declared)] if declared > deposit else starts
        shortest = int(declaration["years"] or 1)
        longest = int(declaration["years"] or MOST_YEARS)
        ends = [(name, years_after(day, shortest), years_after(day, longest)) for name, day in counted_from]
    for name, earliest, latest in ends:
        yield "article-24-end", name, earliest, latest, disputed
    moved = declaration is not None and declaration["part"] == "IV"
    if not moved or disputed:
        for name, day in starts:
            yield "article-17", name, years_after(day, 1), years_after(day, 1), False
    for name, earliest, latest in ends if moved else []:
        yield "article-17", f"{name}/postponement-only", earliest, latest, disputed
        yield (
            "article-17",
            f"{name}/postponement-plus-year",
            years_after(earliest, 1),
            years_after(latest, 1),
            disputed,
        )


def table() -> str:
    """The table: the lines of every party, by its code."""
    with DECLARATIONS.open(encoding="utf-8", newline="") as file:
        declarations = {row["country"]: row for row in csv.DictReader(file)}
    lines = [COLUMNS]
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["treaty"] != "opcat" or row["event"] == "signed":
                continue
            deposit = date.fromisoformat(row["date"])
            for name, reading, earliest, latest, disputed in dates_of(
                row["event"], deposit, declarations.get(row["country"])
            ):
                lines.append(
                    f"{row['country']},{name},{reading},{earliest},{latest},{'disputed' if disputed else 'plain'}"
                )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
