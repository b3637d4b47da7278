"""The road of Turkmenistan from a planned deposit.

The dates are HYPOTHETICAL: no deposit was announced, and no work begun. They show what a roadmap says once somebody names them.

Run it from anywhere: python examples/roadmap_of_turkmenistan.py [roadmap.html, .docx, .xlsx, .csv or .ics]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from npm_readiness import load_profile, plan, render

HERE = Path(__file__).parent
HYPOTHETICAL_DEPOSIT = date(2025, 3, 1)
HYPOTHETICAL_START = date(2024, 1, 15)

roadmap = plan(load_profile(HERE / "turkmenistan.yaml"), ratify_on=HYPOTHETICAL_DEPOSIT, start=HYPOTHETICAL_START)

print(f"{roadmap.country.name}: {len(roadmap.packages)} packages, done by {roadmap.ends} if begun on {roadmap.start}")
for package in roadmap.packages:
    cleared = ", ".join(package.with_those_before.blockers) or "-"
    print(f"  {package.id}: {package.starts} to {package.ends}, clears {cleared}")

next_stage = roadmap.smallest_set.next_stage
if next_stage is not None:
    print(f"The fewest answers to change for {next_stage.stage}: {', '.join(next_stage.questions)}")
for due in roadmap.start_by:
    print(f"Due on {due.due} ({due.reading or due.by}): start by {due.starts}, {due.slack} days to spare")

for name in sys.argv[1:]:
    document = render(roadmap, Path(name).suffix.lstrip(".").replace("md", "markdown"))
    Path(name).write_bytes(document.encode() if isinstance(document, str) else document)
