"""What a profile may not say: every problem at its line and column, what to do about it, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import Assessment, assess
from npm_readiness.loading.profiles import load_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.dates import read_event
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError
from tests.making import catalogue, checklist, criterion, question

PROFILE = """\
country: TKM
assessed_on: 2024-01-01
"""


@pytest.fixture(scope="module")
def made() -> Catalogue:
    return catalogue(
        criterion(
            "c1",
            "law-exists",
            question("military-cells-visited", may_not_apply="There are none."),
            question("visits-happen", needs_mechanism=True),
            question("convention-joined", answered_by="party-to-uncat"),
            question("mechanism-made", answered_by="mechanism-designated"),
        ),
        checklist("paris", criterion("c2", "mandate-broad")),
    )


class Loader:
    """Loads the text of a profile."""

    def __init__(self, made: Catalogue, folder: Path) -> None:
        self.made, self.file = made, folder / "p.yaml"

    def __call__(self, text: str) -> Profile:
        self.file.write_text(text, encoding="utf-8")
        return load_profile(self.file, self.made)

    def wrong(self, text: str) -> list[str]:
        """The problems as a person reads them, without the file."""
        with pytest.raises(InputError) as caught:
            self(text)
        return [str(problem).removeprefix(f"{self.file}:") for problem in caught.value.problems]


@pytest.fixture
def load(made: Catalogue, tmp_path: Path) -> Loader:
    return Loader(made, tmp_path)


# --- What is right ---------------------------------------------------------------------------------------------------------


def test_the_shortest_profile(load: Loader) -> None:
    """What is left out is unknown, and the checklist is OPCAT."""
    profile = load(PROFILE)
    assert profile.checklists == ("opcat",)
    assert (profile.npm.model, profile.npm.designated, profile.state.federal) == ("undecided", "unknown", "unknown")
    assert (profile.treaties.opcat.ratified, profile.treaties.opcat.succeeded) == ("unknown", None)
    assert dict(profile.answers) == {}


@pytest.mark.parametrize("code", ["NO", "NOR", "GEO", "GE", "TM"])
def test_a_country_has_a_code_of_two_or_three_letters_and_no_is_norway(load: Loader, code: str) -> None:
    assert load(PROFILE.replace("TKM", code)).country == code


def test_a_country_without_a_code_of_iso_gives_its_name(load: Loader) -> None:
    assert load(PROFILE.replace("TKM", "XKX\ncountry_name: Kosovo")).country_name == "Kosovo"


def test_an_answer_yes_or_no_is_a_word(load: Loader) -> None:
    answers = load(PROFILE + "answers:\n  law-exists: {answer: no}\n  mandate-broad: {answer: yes}\n").answers
    assert [answer.answer for answer in answers.values()] == ["no", "yes"]


def test_a_comment_can_stand_before_an_answer_even_beside_what_answers_itself(load: Loader) -> None:
    answers = load(PROFILE + "answers:\n  convention-joined: {comment: See the treaty collection.}\n").answers
    assert answers["convention-joined"].answer is None


def test_what_a_mechanism_does_can_be_answered_once_there_is_one_or_may_be(load: Loader) -> None:
    answers = "answers:\n  visits-happen: {answer: partial}\n"
    for designated in ("2020-01-01", "unknown", "2024-01-01"):
        assert load(f"{PROFILE}npm: {{designated: {designated}}}\n{answers}").answers


@pytest.mark.parametrize("designated", ["null", "2024-01-02"])
def test_what_a_body_does_already_before_it_is_the_mechanism_can_be_said(load: Loader, designated: str) -> None:
    """It is kept, shown and not counted."""
    answers = load(f"{PROFILE}npm: {{designated: {designated}}}\nanswers:\n  visits-happen: {{answer: yes}}\n").answers
    assert answers["visits-happen"].answer == "yes"


def test_a_state_can_sign_and_deposit_on_one_day(load: Loader) -> None:
    text = PROFILE + "treaties:\n  opcat: {signed: 2010-01-01, ratified: 2010-01-01}\n"
    assert load(text).treaties.opcat.ratified == read_event("2010-01-01")


@pytest.mark.parametrize("end", ["2013-01-01", "2015-01-31"])
def test_an_extension_ends_after_the_postponement_within_two_years_in_either_reading(load: Loader, end: str) -> None:
    article_24 = f"{{part: IV, declared: 2010-01-01, extended_until: {end}}}"
    assert load(f"{PROFILE}treaties:\n  opcat: {{ratified: 2010-01-01, article_24: {article_24}}}\n")


def test_a_file_with_a_byte_order_mark_is_read(load: Loader) -> None:
    assert load("\ufeff" + PROFILE).country == "TKM"


# --- One problem at a time ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (
            "TKN",
            "1:10: TKN is not a country code of ISO 3166-1 (did you mean TKL (Tokelau) or TKM (Turkmenistan) or TJK (Tajikistan)?)",
        ),
        ("UK", "1:10: UK is not a country code of ISO 3166-1 (did you mean GB (United Kingdom)?)"),
        ("BB8", "1:10"),
        ("norway", "1:10"),
        ("no", "1:10"),
        ("false", "1:10"),
        (
            "XKX",
            (
                "1:10: XKX is not a country code of ISO 3166-1 "
                "(ISO leaves this code to its users: say under country_name: which country it stands for)"
            ),
        ),
    ],
)
def test_a_country_that_is_none(load: Loader, code: str, problem: str) -> None:
    (found,) = load.wrong(PROFILE.replace("TKM", code))
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("rest", "problem"),
    [
        (
            "checklists: [opcat, pariss]\n",
            "3:21: there is no checklist pariss (did you mean paris?)",
        ),
        (
            "answers:\n  law-exist: {answer: yes}\n",
            "4:3: there is no question law-exist in the catalogue (did you mean law-exists?)",
        ),
        (
            "answers:\n  law-exists: {answer: maybe}\n",
            '4:24: "maybe" is not one of the words allowed here (write yes, partial, no, unknown, not_applicable or null)',
        ),
        (
            "answers:\n  convention-joined: {answer: yes}\n",
            (
                "4:3: the question convention-joined answers itself from treaties.uncat "
                "(change treaties.uncat instead, and delete this answer)"
            ),
        ),
        (
            "answers:\n  mechanism-made: {answer: unknown}\n",
            (
                "4:3: the question mechanism-made answers itself from npm.designated "
                "(change npm.designated instead, and delete this answer)"
            ),
        ),
        (
            "answers:\n  law-exists: {answer: not_applicable, reason: None.}\n",
            "4:24: the question law-exists may not be answered not_applicable (answer yes, partial, no or unknown)",
        ),
        (
            "sources: {law-2016: {title: A law}}\nanswers:\n  law-exists: {answer: yes, evidence: [{source: law-2061}]}\n",
            "5:49: the evidence names the source law-2061, which the profile does not list (did you mean law-2016?)",
        ),
        (
            "answers:\n  law-exists: {answer: yes, evidence: [{source: law}]}\n",
            "4:49: the evidence names the source law, which the profile does not list (list it under sources:)",
        ),
        (
            "treaties:\n  opcat: {signed: 2012-01-01, ratified: 2010-01-01}\n",
            "4:19: the signature lies after the deposit (ratified) (correct one of the two dates)",
        ),
        (
            (
                "treaties:\n  opcat:\n    ratified: 2010-01-01\n"
                "    article_24: {part: IV, declared: 2010-01-01, years: 3, extended_until: 2012-12-31}\n"
            ),
            "6:76: the end of the postponement lies after the end of its extension (correct one of the two dates)",
        ),
        (
            (
                "treaties:\n  opcat:\n    ratified: 2010-01-01\n"
                "    article_24: {part: IV, declared: 2010-01-01, years: 1, extended_until: 2013-02-01}\n"
            ),
            (
                "6:76: the end of the extension lies after the two years that article 24(2) allows for it "
                "(correct one of the two dates)"
            ),
        ),
    ],
)
def test_each_problem_at_its_place_with_what_to_do(load: Loader, rest: str, problem: str) -> None:
    assert load.wrong(PROFILE + rest) == [problem]


@pytest.mark.parametrize(
    ("rest", "place", "word"),
    [
        ("treaties:\n  uncat: {ratified: 1999-01-01, acceded: 2000-01-01}\n", "4:3", "only one of the three"),
        ("npm: {model: nhri, candidates: [nhri, nhri_plus]}\n", "3:1", "candidates"),
        ("npm: {candidates: [nhri, nhri]}\n", "3:1", "twice"),
        ("npm: {candidates: []}\n", "3:19", "empty"),
        ("answers:\n  military-cells-visited: {answer: not_applicable}\n", "4:3", "reason"),
        ("answers:\n  law-exists: {answer: yes, between: [no, yes]}\n", "4:3", "between"),
        ("answers:\n  law-exists: {answer: unknown, between: [yes, partial]}\n", "4:3", "worse one first"),
        ("answers:\n  law-exists: {answr: yes}\n", "4:16", "answer"),
        ("answers:\n  law-exists: {answer: yes, evidence: [{pinpoint: p. 1}]}\n", "4:40", "source"),
        ("state: {federal: yes}\n", "3:18", "true, false or unknown"),
        ("npm: {designated: last year}\n", "3:19", "YYYY-MM-DD"),
        ("npm: {designated: 9999-12-31}\n", "3:19", "1500 to 2999"),
        ("treaties: {opcat: {planned: 2023-02-30}}\n", "3:29", "there is no such day as 2023-02-30"),
        ("treaties: {opcat: {article_24: {part: IV, declared: 2010-01-01, years: 4}}}\n", "3:72", "3"),
        ("treaties: {echr: {signed: null}}\n", "3:12", "echr"),
        ("sources: {law: {title: A law, url: 'javascript:alert(1)'}}\n", "3:36", "https://"),
        ("sources: {A Law: {title: A law}}\n", "3:11", "A Law"),
        ("model: nhri\n", "3:1", "model"),
    ],
)
def test_a_value_that_does_not_fit_its_place(load: Loader, rest: str, place: str, word: str) -> None:
    (found,) = load.wrong(PROFILE + rest)
    assert found.startswith(f"{place}: ")
    assert word in found


# --- All at once -------------------------------------------------------------------------------------------------------------


def test_problems_of_all_kinds_are_told_together_sorted_by_place(load: Loader) -> None:
    text = (
        "country: ZZZZ\n"
        "assessed_on: yesterday\n"
        "checklists: [opact]\n"
        "npm: {modl: nhri}\n"
        "treaties: {uncat: {signed: 2012-01-01, ratified: 2010-01-01}}\n"
        "sources: {law: {titel: A law}, other: {title: Another}}\n"
        "answers:\n"
        "  law-exist: {answer: maybe}\n"
        "  law-exists: {answer: not_applicable, reason: None.}\n"
        "  convention-joined: {answer: yes}\n"
        "  mandate-broad: {answer: no, evidence: [{source: law}, {source: othr}]}\n"
        "country: TKM\n"
    )
    places = [problem.partition(": ")[0] for problem in load.wrong(text)]
    assert places == [
        "1:10",
        "2:14",
        "3:14",
        "4:7",
        "5:28",
        "6:11",
        "6:17",
        "8:3",
        "8:23",
        "9:24",
        "10:3",
        "11:66",
        "12:1",
    ]


def test_what_has_the_wrong_shape_causes_no_second_complaint(load: Loader) -> None:
    """A source with a problem of its own is there all the same, and so is a date that cannot be read."""
    text = (
        "country: TKM\nassessed_on: 2024-13-01\nnpm: {designated: then}\n"
        "sources: {law: {title: ''}}\n"
        "answers:\n  law-exists: {answer: yes, evidence: [{source: law}]}\n  visits-happen: {answer: no}\n"
    )
    assert [problem.partition(": ")[0] for problem in load.wrong(text)] == ["2:14", "3:19", "4:24"]


@pytest.mark.parametrize("text", ["", "country\n", "- country\n", "null\n", "country: {}\n", "answers: []\n", "12\n"])
def test_what_is_no_profile_is_refused_and_never_a_traceback(load: Loader, text: str) -> None:
    assert load.wrong(text)


FULL = """\
country: TKM
country_name: Turkmenistan
assessed_on: 2024-01-01
checklists: [opcat]
npm:
  model: undecided
  candidates: [nhri]
  designated: 2020-01-01
state:
  federal: unknown
treaties:
  uncat:
    acceded: 1999-06-25
  opcat:
    signed: 2010-01-01
    ratified: 2011-01-01
    article_24:
      part: IV
      declared: 2011-01-01
      extended_until: 2015-01-01
    planned: 2025-01-01
sources:
  law:
    title: A law
    date: 2016
answers:
  law-exists:
    answer: partial
    evidence:
      - source: law
        pinpoint: art. 1
  military-cells-visited:
    answer: not_applicable
    reason: There are none.
  visits-happen:
    answer: unknown
    between: [no, partial]
"""


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_in_a_profile_it_is_assessed_or_refused_and_never_a_traceback(
    load: Loader, data: st.DataObject
) -> None:
    """Lines left out, doubled, swapped, or with another value; what loads is assessed and goes through JSON."""
    lines = FULL.splitlines()
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        value = data.draw(st.sampled_from(VALUES))
        other = data.draw(st.sampled_from(["", "- x", *lines]))
        changed = [[], [other], [lines[place], other], [lines[place].partition(":")[0] + ":" + value]]
        lines[place : place + 1] = data.draw(st.sampled_from(changed))
        lines = lines or [""]
    try:
        profile = load("\n".join(lines))
    except InputError as error:
        assert error.problems  # noqa: PT017  (both outcomes are right)
        return
    found = assess(profile, load.made)
    assert Assessment.from_json(found.to_json()) == found


VALUES = [
    "",
    " null",
    " []",
    " [[]]",
    " {a: b}",
    " 12",
    " true",
    " no",
    " unknown",
    " 2999-12-31",
    " 1500-01-01",
    " 9999-12-31",
]


def test_a_file_that_cannot_be_read_is_a_problem(made: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_profile(tmp_path / "missing.yaml", made)
    with pytest.raises(InputError, match="is a folder"):
        load_profile(tmp_path, made)


def test_an_error_is_a_value_error_that_carries_its_problems(load: Loader) -> None:
    with pytest.raises(ValueError, match="law-exist") as caught:
        load(PROFILE + "answers:\n  law-exist: {answer: yes}\n")
    assert isinstance(caught.value, InputError)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.column) == ("answer-to-no-question", 4, 3)
    assert problem.path == ("answers", "law-exist")
