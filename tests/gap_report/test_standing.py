"""What a report says of where the State stands: each sentence for a situation, and what it must never say."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import Assessment, assess
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.summary import standing
from tests.gap_report.test_composing import section, words
from tests.making import catalogue, criterion, profile

Spec = dict[str, Any]

CONVENTION = (
    "Whether it is party to the Convention against Torture is not known; only parties to that can join the Protocol "
    "(art. 27)."
)
JOINED_2008: Spec = {"signed": None, "ratified": "2008-10-22", "acceded": None, "article_24": None}
NOBODY: Spec = {"model": "nhri", "designated": None}


def assessed(opcat: Spec | None = None, npm: Spec | None = None, on: str = "2024-01-01", **keys: Any) -> Assessment:
    """A State assessed on a day, with one treaty requirement on the mechanism and one on everything else."""
    given = profile(
        {"q-year": "no", "q-own": "no"},
        assessed_on=on,
        treaties={"opcat": JOINED_2008 if opcat is None else opcat},
        npm={"model": "nhri", **(NOBODY if npm is None else npm)},
        **keys,
    )
    return assess(given, catalogue(criterion("year", "q-year", cites=["opcat-17"]), criterion("own", "q-own")))


def told(assessment: Assessment) -> str:
    return standing(Context(assessment, texts_in()))


def everywhere(assessment: Assessment) -> str:
    return "\n".join(words(part) for part in composed(assessment, texts_in()).sections)


@pytest.mark.parametrize(
    ("opcat", "expected"),
    [
        (
            {"ratified": "2005-08-09"},
            "The State ratified the Optional Protocol on 9 August 2005; it has bound the State since 22 June 2006.",
        ),
        (
            {"ratified": "2008-10-22"},
            "The State ratified the Optional Protocol on 22 October 2008; it has bound the State since 21 November 2008.",
        ),
        (
            {"ratified": "2023-12-20"},
            (
                "The State ratified the Optional Protocol on 20 December 2023. The Optional Protocol enters into force for it "
                "on 19 January 2024 (art. 28) and will bind it from then on."
            ),
        ),
        ({"ratified": "2012"}, "The State ratified the Optional Protocol in 2012. The Optional Protocol binds it."),
        (
            {"ratified": "2012-10"},
            "The State ratified the Optional Protocol in October 2012. The Optional Protocol binds it.",
        ),
        (
            {"ratified": "2023-12"},
            "The State ratified the Optional Protocol in December 2023. Whether the Optional Protocol binds it yet is not known.",
        ),
        (
            {"ratified": "yes"},
            (
                "The State has ratified the Optional Protocol; the day is not known. Whether the Optional Protocol binds it yet "
                "is not known."
            ),
        ),
        (
            {"ratified": "2024"},
            (
                "The profile says that the State joined the Optional Protocol in 2024; whether it had done so by 1 January 2024 "
                "is not known."
            ),
        ),
        ({"ratified": "unknown"}, "Whether the State had joined the Optional Protocol by 1 January 2024 is not known."),
        (
            {"ratified": None, "signed": "2010-04"},
            "The State signed the Optional Protocol in April 2010 and has not joined it.",
        ),
        (
            {"ratified": None, "signed": "yes"},
            "The State has signed the Optional Protocol (the day is not known) and has not joined it.",
        ),
        ({"ratified": None}, "The State has neither signed nor joined the Optional Protocol."),
        (
            {"ratified": None, "signed": "unknown"},
            "The State has not joined the Optional Protocol; whether it has signed it is not known.",
        ),
        (
            {"ratified": None, "planned": "2025-03-01"},
            f"The State has neither signed nor joined the Optional Protocol. {CONVENTION} It plans to join on 1 March 2025.",
        ),
        (
            {"ratified": None, "planned": "2023-03-01"},
            (
                f"The State has neither signed nor joined the Optional Protocol. {CONVENTION} "
                "It had planned to join on 1 March 2023; that day has passed."
            ),
        ),
    ],
)
def test_joined_and_bound_are_told_apart_as_well_as_the_day_is_known(opcat: Spec, expected: str) -> None:
    full = {"signed": None, "acceded": None, "article_24": None, **opcat}
    assert told(assessed(full)).startswith(expected + " ")


def test_a_pending_bill_stands_with_the_status() -> None:
    outside = {"signed": None, "ratified": None, "acceded": None}
    with_bill = assessed(outside, bills={"the-bill": {"title": "Bill on the mechanism"}})
    assert told(with_bill).endswith("No mechanism is designated. A bill is pending: Bill on the mechanism.")


@pytest.mark.parametrize(
    ("bill", "expected"),
    [
        ({"introduced": "2023-10"}, "A bill is pending, introduced in October 2023: Bill on the mechanism."),
        ({"introduced": "yes"}, "A bill is pending: Bill on the mechanism."),
        ({"status": "adopted"}, "Parliament has adopted: Bill on the mechanism."),
    ],
)
def test_a_bill_is_named_of_a_state_that_has_joined_as_well(bill: Spec, expected: str) -> None:
    made = assessed(bills={"the-bill": {"title": "Bill on the mechanism.", **bill}})
    assert told(made).endswith(expected)
    assert expected in everywhere(made)


def test_a_bill_that_had_not_been_brought_in_is_not_told() -> None:
    assert "Bill" not in told(assessed(bills={"the-bill": {"title": "Bill", "introduced": "2024-02-01"}}))


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("acceded", "The State acceded to the Optional Protocol on 22 October 2008; it has bound the State since"),
        ("succeeded", "The State succeeded to the Optional Protocol on 22 October 2008; it has bound the State since"),
    ],
)
def test_by_what_the_state_joined_is_told(route: str, expected: str) -> None:
    opcat = {"signed": None, "ratified": None, "acceded": None, "article_24": None, route: "2008-10-22"}
    assert told(assessed(opcat)).startswith(expected)


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        (
            {"part": "IV", "declared": "2022-10-22", "years": 3},
            (
                "The State postponed part IV of the Protocol for 3 years (art. 24). The declaration was made with the deposit. "
                "That time ends between 22 October 2025 and 21 November 2025, depending on the reading."
            ),
        ),
        (
            {"part": "III", "declared": "2022-10-22", "years": 1},
            (
                "The State postponed part III of the Protocol for 1 year (art. 24). The declaration was made with the deposit. "
                "That time is over under every reading."
            ),
        ),
        ({"declared": "yes"}, "The State made a declaration under article 24."),
        (
            {"part": "IV", "declared": "2022-10-22", "years": 3, "extended_until": "2026-01-01"},
            "The postponement was extended; as extended it ends on 1 January 2026.",
        ),
        (
            {"part": "IV", "declared": "2023-01-05", "years": 3},
            (
                "The declaration was made on 5 January 2023. Whether that postpones anything is disputed: article 24 speaks of a "
                "declaration upon ratification."
            ),
        ),
    ],
)
def test_what_the_state_postponed_is_told_on_page_one(declaration: Spec, expected: str) -> None:
    assert expected in told(assessed({**JOINED_2008, "ratified": "2022-10-22", "article_24": declaration}))


def test_a_reservation_is_told() -> None:
    reserved = "The State joined with a reservation, which article 30 does not allow."
    assert reserved in told(assessed({**JOINED_2008, "reservation": True}))
    assert "reservation" not in told(assessed())


def test_only_a_party_to_the_convention_can_join() -> None:
    outside = {"signed": None, "ratified": None, "acceded": None}
    given = profile({}, treaties={"uncat": outside, "opcat": outside})
    page = told(assess(given, catalogue(criterion("own", "q-own"))))
    assert (
        "It is not party to the Convention against Torture; only parties to that can join the Protocol (art. 27)."
        in page
    )


def test_between_deposit_and_entry_into_force_nothing_must_be_done_yet() -> None:
    between = everywhere(assessed({**JOINED_2008, "ratified": "2023-12-20"}))
    assert "What must be done, once party" in between
    assert "from the day on which the Protocol enters into force for the State (on 19 January 2024)" in between
    assert "has bound" not in between


OWN: Spec = {"id": "own", "name": "The Office", "kind": "ombudsman"}


@pytest.mark.parametrize(
    ("npm", "expected"),
    [
        ({"designated": None}, "No mechanism is designated."),
        (
            {"institution": "The Office", "designated": None},
            "No mechanism is designated. The Office is considered for it.",
        ),
        ({"designated": "unknown"}, "Whether a mechanism is designated is not known."),
        (
            {"designated": "2012-07"},
            "A mechanism was designated in July 2012; the profile does not name it. Whether anybody is at work in it is not known.",
        ),
        (
            {"bodies": [{**OWN, "role": "mechanism", "designated": "2012-07-12", "at_work_since": None}]},
            "The mechanism: The Office, designated on 12 July 2012. It exists on paper: nobody is in post.",
        ),
        (
            {"bodies": [{**OWN, "role": "mechanism", "designated": "yes", "at_work_since": "2014"}]},
            (
                "The mechanism: The Office; the day of its designation is not known. It has been at work since "
                "some time in 2014."
            ),
        ),
        (
            {"bodies": [{**OWN, "role": "mechanism", "designated": "2012", "at_work_since": "2014-04-01"}]},
            "The mechanism: The Office, designated in 2012. It has been at work since 1 April 2014.",
        ),
        (
            {"bodies": [{**OWN, "role": "mechanism", "designated": "2024"}]},
            "Whether a mechanism is designated is not known: The Office was, or will be, in 2024.",
        ),
        (
            {"bodies": [{**OWN, "role": "former", "designated": "2012", "ended": "2023-05-01"}]},
            "The mechanism, The Office, ended on 1 May 2023; none has taken its place.",
        ),
        (
            {"bodies": [{**OWN, "role": "former", "designated": "2012", "ended": "yes"}]},
            "The mechanism, The Office, ended at the latest on 1 January 2024; none has taken its place.",
        ),
        (
            {
                "bodies": [
                    {**OWN, "role": "former", "designated": "2012", "ended": "2020-10-03"},
                    {"id": "new", "name": "The Court", "role": "mechanism", "designated": "2020-10-03"},
                ]
            },
            (
                "The mechanism: The Court, designated on 3 October 2020. Whether anybody is at work in it is not "
                "known. A former one, The Office, ended on 3 October 2020."
            ),
        ),
        (
            {"bodies": [{**OWN, "role": "interim", "designated": "2019"}]},
            "The mechanism is an interim one: The Office, designated in 2019. Whether anybody is at work in it is not known.",
        ),
        (
            {
                "bodies": [
                    {**OWN, "role": "regional", "designated": "2019"},
                    {"id": "b", "name": "The South", "role": "regional", "designated": "2020"},
                ]
            },
            (
                "Bodies of regions alone are the mechanism, none for the State as a whole: The Office (for a region, designated "
                "in 2019); The South (for a region, designated in 2020). Whether anybody is at work in them is not known."
            ),
        ),
        (
            {
                "bodies": [
                    {**OWN, "role": "coordinator", "designated": "2019-01-02", "at_work_since": "2020"},
                    {"id": "b", "name": "The Board", "role": "member", "designated": "yes", "at_work_since": None},
                    {"id": "c", "name": "The Panel", "role": "member", "designated": "2021"},
                ]
            },
            (
                "Several bodies are the mechanism: The Office (coordinator, designated on 2 January 2019); The Board (day of "
                "designation not known); The Panel (designated in 2021). At work: The Office, since some time in "
                "2020. "
                "Nobody is in post: The Board. Whether anybody is at work is not known: The Panel."
            ),
        ),
    ],
)
def test_the_mechanism_is_told_as_the_profile_knows_it(npm: Spec, expected: str) -> None:
    assert f" {expected} " in f"{told(assessed(npm=npm))} "


FORMER: Spec = {"bodies": [{**OWN, "role": "former", "designated": "2009-01-01", "ended": "2023-05-01"}]}
LATE: Spec = {"designated": "2013-07-02"}
UNKNOWN_24 = (
    "Whether the State postponed its obligations under article 24 is not known; the dates are those without a "
    "postponement."
)
OVERDUE = "A mechanism is overdue: it was due by 21 November 2009 under the latest reading of article 17."
BETWEEN = "between 22 October 2009 and 21 November 2009, depending on the reading"


@pytest.mark.parametrize(
    ("opcat", "npm", "on", "expected"),
    [
        (
            {},
            NOBODY,
            "2024-01-01",
            OVERDUE,
        ),
        ({}, NOBODY, "2009-03-01", f"A mechanism is due {BETWEEN} (art. 17)."),
        (
            {"article_24": "unknown"},
            NOBODY,
            "2010-03-01",
            (
                "The last date of article 17 that is known, 21 November 2009, has passed; whether a mechanism is "
                f"overdue cannot be said. {UNKNOWN_24}"
            ),
        ),
        (
            {"article_24": "unknown"},
            NOBODY,
            "2024-03-01",
            f"A mechanism is overdue: it was due by 21 November 2009 under the latest reading of article 17. {UNKNOWN_24}",
        ),
        (
            {},
            LATE,
            "2024-01-01",
            (f"A mechanism was due {BETWEEN} (art. 17). It was designated later than that."),
        ),
        (
            {},
            {"designated": "2009-11-01"},
            "2024-01-01",
            (
                f"A mechanism was due {BETWEEN} (art. 17). It was designated "
                "late under some readings, in time under others."
            ),
        ),
        (
            {},
            {"designated": "2009-02-01"},
            "2024-01-01",
            f"A mechanism was due {BETWEEN} (art. 17). It was designated in time.",
        ),
        (
            {},
            {"designated": "yes"},
            "2024-01-01",
            f"A mechanism was due {BETWEEN} (art. 17). Whether it was designated in time is not known.",
        ),
        (
            {},
            {"designated": "unknown"},
            "2024-01-01",
            f"A mechanism was due {BETWEEN} (art. 17). Whether it came in time is not known.",
        ),
        (
            {},
            FORMER,
            "2024-01-01",
            f"A mechanism was due {BETWEEN} (art. 17). One has to be maintained from then on; today there is none.",
        ),
        (
            {"ratified": "2008-10"},
            NOBODY,
            "2009-03-01",
            "A mechanism is due between 1 October 2009 and 30 November 2009 (art. 17).",
        ),
    ],
)
def test_article_17_is_told_with_what_is_not_known(opcat: Spec, npm: Spec, on: str, expected: str) -> None:
    assessment = assessed({**JOINED_2008, **opcat}, npm, on)
    assert told(assessment).endswith(expected)
    report = composed(assessment, texts_in())
    for label in ("1", "4", "9"):
        assert expected in words(section(report, label)), label
    if opcat.get("article_24") == "unknown":
        assert UNKNOWN_24 in words(section(report, "2"))


@pytest.mark.parametrize(
    ("opcat", "on", "expected"),
    [
        (
            {},
            "2009-11-01",
            (
                "A mechanism was due on 22 October 2009 under the earliest reading of article 17, and is due on 21 November 2009 "
                "under the latest."
            ),
        ),
        (
            {"ratified": "yes"},
            "2024-01-01",
            (
                "The day on which a mechanism is due lies between 22 June 2007 and 31 January 2025 (art. 17). Whether it is "
                "overdue cannot be said."
            ),
        ),
    ],
)
def test_no_day_is_said_to_have_passed_that_has_not(opcat: Spec, on: str, expected: str) -> None:
    assert told(assessed({**JOINED_2008, **opcat}, NOBODY, on)).endswith(expected)


def test_of_a_body_that_replaced_another_the_first_of_them_counts() -> None:
    bodies = [
        {**OWN, "role": "former", "designated": "2012", "ended": "2020-10-03"},
        {"id": "new", "name": "The Court", "role": "mechanism", "designated": "2020-10-03"},
    ]
    assert "The first of the bodies named here was designated in 2012, later than that." in told(
        assessed(npm={"bodies": bodies})
    )


def test_the_bodies_that_are_considered_are_named() -> None:
    bodies = [{**OWN, "role": "candidate"}, {"id": "b", "name": "The Board", "role": "candidate"}]
    assert "No mechanism is designated. The Office; The Board are considered for it." in told(
        assessed(npm={"bodies": bodies})
    )


def test_on_what_the_mechanism_rests_is_told() -> None:
    own = {**OWN, "role": "mechanism", "designated": "2009", "at_work_since": "2009"}
    for basis, expected in (
        ("agreement", "It rests on an agreement. It has been at work"),
        ("none", "No text makes it the mechanism. It has been at work"),
        ("unknown", "designated in 2009. It has been at work"),
    ):
        assert expected in told(assessed(npm={"bodies": [{**own, "legal_basis": basis}]}))


def test_a_state_whose_membership_is_not_known_has_no_date_of_article_17() -> None:
    for ratified in ("unknown", "2024"):
        shown = everywhere(assessed({**JOINED_2008, "ratified": ratified}))
        assert "overdue" not in shown.replace("a mechanism is called overdue only after", "")
        assert "The mechanism must be in place" not in shown
        assert "2025" not in shown
        assert "It is not known whether the State has joined, so no date of article 17 can be told." in shown


def test_of_a_mechanism_that_ended_it_is_never_said_that_there_was_none() -> None:
    shown = everywhere(assessed(npm=FORMER))
    assert "No mechanism is designated" not in shown
    assert "no mechanism is designated" not in shown
    assert "overdue:" not in shown
    assert "the mechanism that there was has ended, and there is none today" in shown


DECLARED: Spec = {"part": "IV", "declared": "2009-11-30", "years": 3}


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ({**DECLARED, "part": "unknown"}, "Which part the declaration under article 24 postponed is not known"),
        ({**DECLARED, "years": "unknown"}, "For how many years it was declared is not known: one to three."),
        ({**DECLARED, "declared": "unknown"}, "The day of the declaration is not known."),
        ({**DECLARED, "extended_until": "unknown"}, "Whether the postponement was extended is not known"),
    ],
)
def test_what_is_not_known_of_a_declaration_stands_wherever_a_date_of_article_17_is(
    declaration: Spec, expected: str
) -> None:
    report = composed(assessed({**JOINED_2008, "article_24": declaration}), texts_in())
    for label in ("1", "2", "4", "9"):
        assert expected in words(section(report, label)), label


def test_a_declaration_after_the_deposit_is_read_from_its_own_day_too() -> None:
    dates = words(section(composed(assessed({**JOINED_2008, "article_24": DECLARED}), texts_in()), "4"))
    assert "counted from the declaration under article 24, which came after the deposit or may have" in dates
    assert "One that came later may be read as postponing from its own day" in dates
    assert "2013-11-30" in dates


def test_of_a_planned_deposit_nothing_is_overdue() -> None:
    planned = assessed({"signed": None, "ratified": None, "acceded": None, "planned": "2015-03-01"})
    assert told(planned).endswith(
        "It had planned to join on 1 March 2015; that day has passed. No mechanism is designated."
    )
    assert "overdue:" not in everywhere(planned)
    assert "2016" not in everywhere(planned), "a plan whose day has passed gives no date"
    ahead = assessed({"signed": None, "ratified": None, "acceded": None, "planned": "2025-03-01"})
    assert told(ahead).endswith(
        "If the State joins as planned, a mechanism is due between 1 March 2026 and 31 March 2026, depending on the reading "
        "(art. 17)."
    )


def test_the_cover_lists_the_bodies_with_kind_role_dates_and_legal_basis() -> None:
    bodies = [
        {**OWN, "role": "mechanism", "designated": "2012-07", "at_work_since": None, "legal_basis": "executive_text"},
        {
            "id": "old",
            "name": "The Council",
            "kind": "specialised",
            "role": "former",
            "designated": "yes",
            "ended": "2012",
        },
    ]
    cover = dict(composed(assessed(npm={"bodies": bodies}), texts_in()).cover)
    assert text_of(cover["Bodies"]) == (
        "The Office (Ombudsperson, the mechanism, designated: 2012-07, nobody in post, legal basis: a text of the executive); "
        "The Council (specialised body, was the mechanism, designated: yes, day not known, ended: 2012)"
    )
