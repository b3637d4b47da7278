"""A report with every kind of block and drawing in it, made by hand, so that a format can be tested by itself.

``sample_report(hostile)`` puts one text wherever a report can show a text of a profile.
"""

from datetime import date

from npm_readiness.gap_report.document import (
    Bullets,
    Entries,
    Entry,
    Facet,
    FilterGroup,
    Filters,
    Finding,
    Heading,
    Note,
    Paragraph,
    Phrases,
    Picture,
    Report,
    Run,
    Section,
    Table,
    counted,
)
from npm_readiness.gap_report.drawings import (
    Bar,
    Counts,
    Drawing,
    Grid,
    GridCell,
    GridRow,
    Intervals,
    Pairs,
    Part,
    Stacked,
    Step,
    Track,
)
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable, Workbook

TEXT = "Ombudsperson of Alderland"
SCALE = ("in place", "not known", "not in place")


def sample_report(text: str = TEXT) -> Report:
    sections = counted((_one_page(text), _recommendations(text), _analysis(text), _annex(text)))
    return Report(
        language="en",
        right_to_left=False,
        title=f"{text}: readiness for a National Preventive Mechanism",
        subtitle="Gap report under the Optional Protocol to the Convention against Torture",
        date=date(2026, 3, 1),
        cover=(
            ("Country", (Run(text),)),
            ("Checklists", (Run("The Optional Protocol, version 1.2.0"), Run(" "), Run("0123456789ab", "code"))),
            ("Nature", (Run("Self-assessment"),)),
        ),
        sections=sections,
        contents=("para. 1", "A to B", "paras. 2 to 7", ""),
        closing=("Self-assessment; not a finding of the Subcommittee on Prevention of Torture.",),
        phrases=Phrases(
            "Contents",
            "About this report",
            "Skip to the content",
            "Figure",
            "Table",
            "Figures",
            "Page {page} of {pages}",
            "The whole: -o FILE",
        ),
    )


def sample_workbook(text: str = TEXT) -> Workbook:
    verdicts = (("not ready", "verdict-not-ready"), ("cannot be said yet", "verdict-undetermined"))
    statuses = (("meets", "status-met"), ("does not meet", "status-not-met"))
    rows: tuple[tuple[Cell, ...], ...] = (
        (7, text, "does not meet", 0.0),
        (None, "Second", "meets", 1.0),
        (9, "=1+1", "meets", None),
    )
    return Workbook(
        title=text,
        subtitle="Gap report under the Optional Protocol to the Convention against Torture",
        date=date(2026, 3, 1),
        right_to_left=False,
        page="Page {page} of {pages}",
        sheets=(
            Sheet(
                "Summary",
                (text, "As of 2026-03-01"),
                (
                    SheetTable(
                        (Column("Stage", 20), Column("Verdict", 22, "status", verdicts)),
                        (("Ratification", "not ready"), (text, "cannot be said yet")),
                        "Stages",
                    ),
                    SheetTable(
                        (Column("Count of", 40), Column("Number", 10, "number")), (("Questions", 12),), "Counts"
                    ),
                ),
            ),
            Sheet(
                "Criteria",
                (),
                (
                    SheetTable(
                        (
                            Column("Paragraph", 10, "number"),
                            Column("Criterion", 40),
                            Column("Status", 20, "status", statuses),
                            Column("Surely in place", 12, "share"),
                        ),
                        rows,
                    ),
                ),
            ),
        ),
    )


def _one_page(text: str) -> Section:
    track = Track(
        (
            Step("Ratification", "cannot be said yet", "verdict-undetermined"),
            Step("Designation", "not ready", "verdict-not-ready"),
            Step("Establishment", "ready with gaps", "verdict-ready-with-gaps"),
            Step(text, "ready", "verdict-ready"),
        )
    )
    return Section(
        "in-one-page",
        "1",
        "In one page",
        (
            _picture("stages", "The four stages", track),
            Paragraph(
                (Run("Where we are: ", "strong"), Run(text), Run(", see "), Run("A", "number", "#rec-a"), Run("."))
            ),
            Heading("What blocks", "blockers-in-short"),
            Bullets(((Run(text),), (Run("a law", link="#basis-in-law"), Run(" (parliament)"))), ordered=True),
            Note((Run("No names of detainees."),)),
        ),
        new_page=True,
    )


def _recommendations(text: str) -> Section:
    key = Finding(
        None,
        "rec-a",
        "To parliament: a law",
        (Run("must", "strong"),),
        (("Act", ((Run(text),), (Run("see "), Run("3", "number", "#basis-in-law")))),),
        letter="A",
    )
    counts = Counts(
        (
            Stacked("parliament", (Part(3, "treaty", "severity-critical"), Part(2, "guidance", "severity-major"))),
            Stacked(text, (Part(1, "good practice", "severity-minor"),)),
        )
    )
    return Section(
        "recommendations", "2", "Key recommendations", (_picture("addressees", "Gaps by addressee", counts), key), True
    )


def _analysis(text: str) -> Section:
    bars = (Bar("Mandate", 0.25, 0.5, "25 to 50 %"), Bar(text, 0.0, 1.0, "0 to 100 %"), Bar("Access", 1, 1, "100 %"))
    pairs = Pairs((("Mandate", bars[0], bars[2]), (text, None, bars[1])), ("law", "practice"), SCALE)
    groups = (
        FilterGroup("severity", "Severity", (("critical", "Treaty requirements"), ("major", "Guidance"))),
        FilterGroup("addressee", "Addressee", (("parliament", "parliament"), ("npm", "the mechanism"))),
    )
    return Section(
        "analysis",
        "6",
        "Analysis by theme",
        (
            Paragraph((Run("What follows is ordered by theme."),), 2),
            _picture("figure", "Share of what is in place", Intervals(bars, SCALE)),
            _picture("pairs", "Law and practice", pairs),
            Filters("Narrow the list", groups, "all", "Show all", "{shown} of {all} findings shown"),
            Heading("Mandate", "dimension-mandate"),
            _finding(3, "basis-in-law", text, ("critical", "parliament")),
            _finding(4, "visits", "Visits", ("major", "npm"), ("Question by question", _questions(text))),
            Heading("Access", "dimension-access"),
            _finding(5, "access", "Access", ("critical", "npm")),
            Entries(
                "The rest of this theme",
                (
                    Entry(6, "places", (Run("could not be established", "status-undetermined"), Run(f" {text}"))),
                    Entry(7, "people", (Run("meets", "status-met"), Run(" Access to people"))),
                ),
            ),
        ),
        True,
    )


def _finding(number: int, anchor: str, title: str, facets: tuple[str, str], *by_question: tuple[str, Table]) -> Finding:
    source = Run(title, link="#source-law", footnote=f"{title}, 2016, https://example.org/law")
    outside = Run("outside", link="https://example.org/a?b=1&c=2")
    return Finding(
        number,
        anchor,
        title,
        (Run("does not meet", "status-not-met"), Run("treaty"), Run("law"), Run(anchor, "code")),
        (
            ("What must be in place", ((Run(title),),)),
            ("Rests on", ((Run("OPCAT, art. 17", link="#opcat-17"), Run("; "), Run(title, link=title)),)),
            ("What is the case", ((Run("Is there a law? "), Run("no", "strong")), (Run("Source: "), source, outside))),
            *by_question,
        ),
        (Facet("severity", facets[0]), Facet("addressee", facets[1])),
    )


def _questions(text: str) -> Table:
    rows = (
        (
            (Run("Are there visits?"),),
            (Run("no", "strong"),),
            (Run(text), Run("", "break"), Run("A comment.")),
            (Run("Visit."),),
        ),
        ((Run(text),), (Run("yes", "strong"),), (Run("Source 1, p. 2"),), ()),
    )
    return Table("Question by question", ("Asked", "Found", "Evidence", "What closes it"), rows, kind="questions")


def _annex(text: str) -> Section:
    cells = (
        GridCell("17", "does not meet", "status-not-met", "#opcat-17"),
        GridCell("18(1)", "meets", "status-met", "#opcat-18-1"),
        GridCell("18(2)", "partly meets", "status-partly-met", "#opcat-18-1"),
        GridCell("18(2)b", "falls short", "status-falls-short", "#opcat-18-1"),
        GridCell("18(3)", "could not be established", "status-undetermined", "#opcat-18-1"),
    )
    grid = Grid((GridRow("Part IV", cells), GridRow(text, cells[:2])))
    rows = (
        (
            (Run("art. 17", anchor="opcat-17"),),
            (Run(text), Run("", "break"), Run("second line")),
            (Run("3", "number", "#basis-in-law"), Run(" does not meet", "status-not-met")),
        ),
        ((Run("art. 18(1)", anchor="opcat-18-1"),), (Run("☐ add"),), (Run("6", "number", "#places"),)),
    )
    return Section(
        "annex-concordance",
        "Annex A",
        "Concordance",
        (
            _picture("grid", "Provisions by status", grid),
            Table("From the Protocol to the law", ("Provision", "Article", "Paragraph"), rows, kind="concordance"),
            Finding(None, "source-law", text, (Run("law", "code"),), (("Date", ((Run("2016"),),)),)),
        ),
        True,
    )


def _picture(anchor: str, title: str, drawing: Drawing) -> Picture:
    table = Table(f"{title}: figures", ("What", "Words"), (((Run("Mandate"),), (Run("25 to 50 %"),)),), kind="figures")
    return Picture(anchor, title, f"{title}, in words.", drawing, table)
