"""What a catalogue may not hold: every problem at its file, line and column, and all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness.loading import catalogue as loading
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.problems import InputError

DIMENSIONS = """\
dimensions:
  - {id: mandate, title: Mandate, about: What it may do.}
  - {id: resources, title: Means, about: What it has.}
"""
RESPONDENTS = """\
respondents:
  - {id: police, title: Police, about: Those who run cells.}
  - {id: health, title: Health, about: Those who run wards.}
"""
CHAPTERS = """\
code_chapters:
  - {id: regime, title: Daily life, about: Beds and food.}
  - {id: health, title: Health care, about: Doctors.}
"""
INSTRUMENTS = """\
instruments:
  - {id: opcat, title: OPCAT, body: Assembly, binding: treaty}
  - {id: guidelines, title: Guidelines, body: Subcommittee, binding: authoritative-guidance}
"""
PROVISIONS = """\
provisions:
  - id: opcat-18-1
    instrument: opcat
    pinpoint: art. 18(1)
    subject: Independence.
    addressee: state
    force: shall
    assessable: true
    verified: text-seen
  - id: guidelines-7
    instrument: guidelines
    pinpoint: para. 7
    subject: A law.
    addressee: state
    force: should
    assessable: true
    verified: text-seen
  - id: guidelines-99
    instrument: guidelines
    pinpoint: para. 99
    subject: Nobody knows.
    addressee: state
    force: should
    assessable: true
    verified: memory
    cross_read: doubtful
"""
CHECKLIST = """\
checklist: ours
title: A checklist
version: "1.0"
counts_for: readiness
about: For tests.
criteria:
  - id: independence-in-law
    title: Independence
    requirement: A law makes it independent.
    why: The text asks for it.
    provisions: [opcat-18-1]
    dimension: mandate
    stage: establishment
    aspect: law
    questions:
      - id: independence-guaranteed
        text: Does a law say so?
        rubric: {yes: It does., partial: In part., no: It does not.}
    action: Say so in a law.
    addressee: parliament
    after: []
"""
SECOND = (
    CHECKLIST.replace("checklist: ours", "checklist: second")
    .replace("- id: independence-in-law", "- id: means-enough")
    .replace("- id: independence-guaranteed", "- id: budget-enough")
)
"""Another checklist, with other ids, on the same lines."""

THIRD = (
    CHECKLIST[CHECKLIST.index("  - id:") :]
    .replace("independence-in-law", "plan-made")
    .replace("independence-guaranteed", "plan-exists")
)
"""Another criterion, to stand behind that of a checklist."""

Load = Callable[..., Catalogue]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads a small catalogue of our own together with a folder ``theirs`` that holds the files given by name."""
    ours = tmp_path / "ours"
    (ours / "register").mkdir(parents=True)
    (ours / "dimensions.yaml").write_text(DIMENSIONS)
    (ours / "respondents.yaml").write_text(RESPONDENTS)
    (ours / "code-chapters.yaml").write_text(CHAPTERS)
    (ours / "ours.yaml").write_text(CHECKLIST)
    (ours / "register" / "instruments.yaml").write_text(INSTRUMENTS)
    (ours / "register" / "provisions.yaml").write_text(PROVISIONS)
    monkeypatch.setattr(loading, "built_in_folder", lambda: ours)
    monkeypatch.chdir(tmp_path)

    def load(**files: str) -> Catalogue:
        Path("theirs").mkdir(exist_ok=True)
        for name, text in files.items():
            (Path("theirs") / f"{name}.yaml").write_text(text)
        return loading.load_catalogue(*(["theirs"] if files else []))

    return load


def wrong(load: Load, **files: str) -> list[str]:
    """The problems of these files as a person reads them, without the folder."""
    with pytest.raises(InputError) as caught:
        load(**files)
    return [str(problem).removeprefix("theirs/") for problem in caught.value.problems]


def places(problems: list[str]) -> list[str]:
    """Where these problems are, without what they are."""
    return [problem.partition(": ")[0] for problem in problems]


def changed(old: str, new: str, text: str = SECOND) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


# --- One problem at a time -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "[opcat-18-1]",
            "[opcat-81-1]",
            "c.yaml:11:18: there is no provision opcat-81-1 in the register (did you mean opcat-18-1?)",
        ),
        (
            "[opcat-18-1]",
            "[opcat-18-1, mandela-1]",
            (
                "c.yaml:11:30: there is no provision mandela-1 in the register "
                "(there are: guidelines-7, guidelines-99, opcat-18-1)"
            ),
        ),
        (
            "[opcat-18-1]",
            "[guidelines-99]",
            (
                "c.yaml:11:18: the provision guidelines-99 is marked doubtful and may not be cited "
                "(read its text, correct its entry in the register, and take the mark away)"
            ),
        ),
        (
            "[opcat-18-1]",
            "[guidelines-7, opcat-18-1]",
            (
                "c.yaml:11:17: the criterion cites guidance beside the treaty and does not say why "
                "(say under reading: why the treaty's word requires what the guidance spells out)"
            ),
        ),
        (
            "dimension: mandate",
            "dimension: mandat",
            "c.yaml:12:16: there is no dimension mandat (did you mean mandate?)",
        ),
        (
            "    action:",
            "      - use: independence-guarantee\n    action:",
            "c.yaml:19:14: there is no question independence-guarantee (did you mean independence-guaranteed?)",
        ),
        (
            "    action:",
            "      - use: budget-enough\n    action:",
            "c.yaml:19:9: the criterion asks the question budget-enough twice (ask it once)",
        ),
        (
            "after: []",
            "after: [independence-in-laws]",
            "c.yaml:21:13: there is no criterion independence-in-laws (did you mean independence-in-law?)",
        ),
        (
            "after: []",
            "after: [means-enough]",
            (
                "c.yaml:21:12: these criteria wait for each other: means-enough → means-enough "
                "(take one of the references under after: away)"
            ),
        ),
        (
            "stage: establishment",
            "stage: ratification\n    after: [independence-in-law]",
            (
                "c.yaml:14:13: the criterion independence-in-law under after: belongs to the later stage establishment "
                "(a step cannot wait for a later stage: change after: or the stage)"
            ),
        ),
        (
            "- id: budget-enough",
            "- id: independence-guaranteed",
            "c.yaml:16:13: the id independence-guaranteed is already taken at {ours}/ours.yaml:16:13 (choose another id)",
        ),
        (
            "- id: means-enough",
            "- id: independence-in-law",
            "c.yaml:7:9: the id independence-in-law is already taken at {ours}/ours.yaml:7:9 (choose another id)",
        ),
        (
            "- id: budget-enough",
            "- id: means-enough",
            "c.yaml:16:13: the id means-enough is already taken at theirs/c.yaml:7:9 (choose another id)",
        ),
        (
            "- id: means-enough",
            "- id: opcat-18-1",
            "c.yaml:7:9: the id opcat-18-1 is already taken at {ours}/register/provisions.yaml:2:9 (choose another id)",
        ),
        (
            "    aspect: law",
            "    aspect: law\n    weigth: 2",
            "c.yaml:15:5: nothing reads the key weigth (did you mean weight?)",
        ),
        ("    action: Say so in a law.\n", "", "c.yaml:7:5: the key action is missing (add action: here)"),
        (
            "no: It does not.}",
            "no: It does not.}\n        respondents: [police, polices]",
            "c.yaml:19:31: there is no respondent polices (did you mean police?)",
        ),
        (
            "no: It does not.}",
            "no: It does not.}\n        respondents: [bishop]",
            "c.yaml:19:23: there is no respondent bishop (there are: health, police)",
        ),
        (
            "no: It does not.}",
            "no: It does not.}\n        respondents: [police, health, police]",
            ("c.yaml:19:39: the question names the respondent police twice (name each once, the best placed first)"),
        ),
        (
            "    stage: establishment\n",
            "    stage: establishment\n    code_chapter: regimen\n",
            "c.yaml:14:19: there is no chapter regimen (did you mean regime?)",
        ),
        ("    stage: establishment\n", "", "c.yaml:7:5: the key stage is missing (add stage: here)"),
    ],
)
def test_each_problem_at_its_place_with_what_to_do(load: Load, old: str, new: str, problem: str) -> None:
    text = changed(old, new).replace(
        "    after: []\n", "" if "after:" in new and old != "after: []" else "    after: []\n"
    )
    assert wrong(load, c=text) == [problem.replace("{ours}", str(loading.built_in_folder()))]


@pytest.mark.parametrize(
    ("questions", "found_at"),
    [
        ("    questions: []\n", ["c.yaml:15:16"]),
        ("", ["c.yaml:7:5"]),
        ("    questions: [budget-enough]\n", ["c.yaml:15:17"]),
        ("    questions: [12, null]\n", ["c.yaml:15:17", "c.yaml:15:21"]),
    ],
)
def test_a_criterion_has_questions(load: Load, questions: str, found_at: list[str]) -> None:
    begin, end = SECOND.index("    questions:"), SECOND.index("    action:")
    found = wrong(load, c=SECOND[:begin] + questions + SECOND[end:])
    assert places(found) == found_at


def test_a_provision_belongs_to_an_instrument_of_the_register(load: Load) -> None:
    entry = (
        PROVISIONS.split("  - ")[1]
        .replace("opcat-18-1", "opcat-18-9")
        .replace("instrument: opcat", "instrument: opact")
    )
    assert wrong(load, c=changed("[opcat-18-1]", "[opcat-18-9]"), p="provisions:\n  - " + entry) == [
        "p.yaml:3:17: there is no instrument opact in the register (did you mean opcat?)"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (PROVISIONS, "p.yaml:2:9: the id opcat-18-1 is already taken at {ours}/register/provisions.yaml:2:9"),
        (INSTRUMENTS, "p.yaml:2:10: the id opcat is already taken at {ours}/register/instruments.yaml:2:10"),
        (DIMENSIONS, "p.yaml:2:10: the id mandate is already taken at {ours}/dimensions.yaml:2:10"),
        (RESPONDENTS, "p.yaml:2:10: the id police is already taken at {ours}/respondents.yaml:2:10"),
    ],
)
def test_ids_of_the_register_of_dimensions_and_of_respondents_are_unique(load: Load, text: str, problem: str) -> None:
    assert wrong(load, p=text)[0].startswith(problem.replace("{ours}", str(loading.built_in_folder())))


def test_a_circle_is_told_once_at_the_criterion_that_stands_first(load: Load) -> None:
    third = SECOND.replace("second", "third").replace("means-enough", "plan").replace("budget-enough", "plan-exists")
    found = wrong(load, b=changed("after: []", "after: [plan]"), c=changed("after: []", "after: [means-enough]", third))
    assert found == [
        (
            "b.yaml:21:12: these criteria wait for each other: means-enough → plan → means-enough "
            "(take one of the references under after: away)"
        )
    ]


# --- All at once -------------------------------------------------------------------------------------------------------------


def test_references_of_all_kinds_are_told_together_sorted_by_place(load: Load) -> None:
    text = SECOND
    for old, new in (
        ("[opcat-18-1]", "[opcat-18-2, guidelines-99]"),
        ("dimension: mandate", "dimension: nothing"),
        ("- id: budget-enough", "- id: independence-guaranteed"),
        ("    action:", "      - use: nothing-asked\n    action:"),
        ("after: []", "after: [nothing-done]"),
    ):
        text = changed(old, new, text)
    entry = (
        PROVISIONS.split("  - ")[1]
        .replace("opcat-18-1", "opcat-18-9")
        .replace("instrument: opcat", "instrument: opact")
    )
    found = wrong(load, c=text, p="provisions:\n  - " + entry)
    assert places(found) == [
        "c.yaml:11:18",
        "c.yaml:11:30",
        "c.yaml:12:16",
        "c.yaml:16:13",
        "c.yaml:19:14",
        "c.yaml:22:13",
        "p.yaml:3:17",
    ]


def test_shapes_and_yaml_of_all_files_are_told_together(load: Load) -> None:
    found = wrong(load, a=changed("aspect: law", "aspect: paper"), b="checklist: [", c=changed("version:", "versoin:"))
    assert places(found) == ["a.yaml:14:13", "b.yaml:1:13", "c.yaml:1:1", "c.yaml:1:12", "c.yaml:3:1"]


def test_shape_and_references_of_one_file_are_told_together(load: Load) -> None:
    """Also those of criteria that stand behind one that cannot be used."""
    third = THIRD.replace("[opcat-18-1]", "[opcat-81-1]").replace("after: []", "after: [means-enough]")
    text = changed("stage: establishment", "stage: someday") + third
    assert places(wrong(load, c=text)) == ["c.yaml:13:12", "c.yaml:26:18"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    addressee:", "    adressee:"),
        ("    aspect: law", "    aspect: paper"),
        ("    aspect: law", "    aspect: law\n    weight: 0"),
        ("    title: Independence", "    title: ''"),
        ("    after: []", "    after: independence-in-law"),
    ],
)
def test_shape_and_references_of_one_criterion_are_told_together(load: Load, old: str, new: str) -> None:
    found = wrong(load, c=changed(old, new, changed("[opcat-18-1]", "[opcat-81-1]").replace("mandate", "mandat")))
    assert {"c.yaml:11:18", "c.yaml:12:16"} < set(places(found))


@pytest.mark.parametrize("entry", ["a criterion", "null", "[]", "12"])
def test_an_entry_that_is_no_criterion_hides_nothing_of_the_others(load: Load, entry: str) -> None:
    found = wrong(load, c=changed("criteria:", f"criteria:\n  - {entry}", changed("[opcat-18-1]", "[opcat-81-1]")))
    assert places(found) == ["c.yaml:7:5", "c.yaml:12:18"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: A checklist", "titel: A checklist", ["c.yaml:1:1", "c.yaml:2:1"]),
        ("about: For tests.\n", "", ["c.yaml:1:1"]),
        ("counts_for: readiness", "counts_for: nothing", ["c.yaml:4:13"]),
    ],
)
def test_a_wrong_key_of_a_checklist_hides_nothing_of_its_criteria(
    load: Load, old: str, new: str, place: list[str]
) -> None:
    text = changed(old, new, changed("[opcat-18-1]", "[opcat-81-1]"))
    line = 10 if "about" in old else 11
    assert places(wrong(load, c=text)) == [*place, f"c.yaml:{line}:18"]


def test_what_may_stand_in_a_part_that_cannot_be_used_is_not_called_unknown(load: Load) -> None:
    """Neither a question of a criterion of the wrong shape, nor a provision of an entry of the wrong shape."""
    asked = changed("    action:", "      - use: plan-exists\n    action:", changed("[opcat-18-1]", "[opcat-18-7]"))
    third = THIRD.replace("stage: establishment", "stage: someday")
    entry = PROVISIONS.split("  - ")[1].replace("opcat-18-1", "opcat-18-7").replace("shall", "must")
    found = wrong(load, c=asked + third, p="provisions:\n  - " + entry)
    assert places(found) == ["c.yaml:29:12", "p.yaml:7:12"]


def test_nothing_is_called_unknown_while_a_file_cannot_be_read_as_yaml(load: Load) -> None:
    text = changed("[opcat-18-1]", "[opcat-18-7, guidelines-99]")
    assert places(wrong(load, c=text, p="provisions: [")) == ["c.yaml:11:30", "p.yaml:1:14"]


@pytest.mark.parametrize(("text", "word"), [("", "empty"), ("# A comment\n", "empty"), ("a: 1\na: 2\n", "second time")])
def test_what_yaml_says_is_enough_of_a_complaint(load: Load, text: str, word: str) -> None:
    found = wrong(load, c=text)
    assert word in found[-1]
    assert len(found) == (2 if word == "second time" else 1)


def test_a_file_is_known_by_its_first_keys(load: Load) -> None:
    neither = (
        "c.yaml:1:1: this is neither a profile nor a file of a catalogue (begin with country: for a profile, "
        "or with one of checklist:, instruments:, provisions:, dimensions:, respondents:, "
        "code_chapters:, instruments_of_change:, wording:)"
    )
    assert wrong(load, c="- a list") == [neither]
    assert wrong(load, c="title: A checklist") == [neither]
    assert wrong(load, c=DIMENSIONS + INSTRUMENTS) == [neither]


def test_a_profile_in_a_folder_of_checklists_is_told_as_one(load: Load) -> None:
    assert wrong(load, c="country: TKM\nassessed_on: 2024-01-01\n") == [
        "c.yaml:1:1: this is a profile, and no file of a catalogue (move it to another folder)"
    ]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_in_a_file_it_is_a_catalogue_or_problems_and_never_a_traceback(
    load: Load, data: st.DataObject
) -> None:
    """Lines of a checklist and of a register left out, doubled, swapped, or with another value."""
    files = {name: _disturbed(data, text) for name, text in {"c": SECOND + THIRD, "p": PROVISIONS}.items()}
    try:
        load(**files)
    except InputError as error:
        assert error.problems  # noqa: PT017  (both outcomes are right)


def _disturbed(data: st.DataObject, text: str) -> str:
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.sampled_from(["", "- x", "    id: null", "    questions: {}", *lines]))
        key = lines[place].partition(":")[0]
        value = data.draw(
            st.sampled_from(["", " null", " []", " [[]]", " {a: b}", " 12", " true", " no", " opcat-18-1"])
        )
        lines[place : place + 1] = data.draw(st.sampled_from([[], [other], [lines[place], other], [key + ":" + value]]))
        lines = lines or [""]
    return "\n".join(lines) + "\n"


# --- Folders of the user's own -----------------------------------------------------------------------------------------------


def test_our_own_catalogue_alone(load: Load) -> None:
    made = load()
    assert list(made.checklists) == ["ours"]
    assert made.checklists["ours"].replaced is None
    assert list(made.questions) == ["independence-guaranteed"]


def test_a_folder_adds_checklists_and_parts_of_the_register(load: Load) -> None:
    entry = PROVISIONS.split("  - ")[1].replace("opcat-18-1", "opcat-18-2")
    added = load(c=changed("[opcat-18-1]", "[opcat-18-2]"), p="provisions:\n  - " + entry)
    assert list(added.checklists) == ["ours", "second"]
    assert "opcat-18-2" in added.provisions
    assert added.register_sha256 != load().register_sha256


ASKED = "no: It does not.}\n        respondents: [coroner, police]"


def test_a_folder_adds_chapters_of_a_code_after_ours(load: Load) -> None:
    more = "code_chapters:\n  - {id: escort, title: Escort, about: Transport under guard.}\n"
    second = SECOND.replace("    stage: establishment\n", "    stage: establishment\n    code_chapter: escort\n")
    catalogue = load(c=second, chapters=more)
    assert list(catalogue.code_chapters) == ["regime", "health", "escort"]
    assert [entry.criterion.id for entry in catalogue if entry.criterion.code_chapter == "escort"]


def test_a_folder_adds_respondents(load: Load) -> None:
    coroner = "respondents:\n  - {id: coroner, title: Coroner, about: Whoever looks into deaths.}\n"
    catalogue = load(c=changed("no: It does not.}", ASKED), r=coroner)
    assert list(catalogue.respondents) == ["police", "health", "coroner"]
    assert catalogue.titles_of_respondents(catalogue.questions["budget-enough"]) == ("Coroner", "Police")


def test_a_question_need_not_name_a_respondent(load: Load) -> None:
    """A checklist of a user that names none can be used all the same; the linter says so."""
    assert load(c=SECOND).questions["budget-enough"].respondents == ()


def test_a_respondent_that_may_stand_in_an_entry_that_cannot_be_used_is_not_called_unknown(load: Load) -> None:
    faulty = "respondents:\n  - {id: coroner, tittle: Coroner, about: Whoever looks into deaths.}\n"
    found = wrong(load, c=changed("no: It does not.}", ASKED), r=faulty)
    assert places(found) == ["r.yaml:2:5", "r.yaml:2:19"]


def test_a_question_is_used_across_checklists(load: Load) -> None:
    made = load(c=changed("    action:", "      - use: independence-guaranteed\n    action:"))
    assert made.uses["independence-guaranteed"] == ("independence-in-law", "means-enough")
    assert [question.id for question in made.questions_of(made.criteria["means-enough"].criterion)] == [
        "budget-enough",
        "independence-guaranteed",
    ]


def test_a_checklist_with_the_same_id_replaces_the_whole_checklist(load: Load) -> None:
    made = load(theirs=changed("checklist: second", "checklist: ours"))
    assert list(made.checklists) == ["ours"]
    assert list(made.criteria) == ["means-enough"]
    assert "independence-guaranteed" not in made.questions
    assert made.checklists["ours"].replaced == "theirs.yaml"


def test_what_is_replaced_may_be_replaced_by_the_same_ids(load: Load) -> None:
    made = load(theirs=CHECKLIST.replace("A checklist", "Our reading"))
    assert made.checklists["ours"].content.title == "Our reading"


def test_others_no_longer_wait_for_what_was_replaced_and_keep_the_questions_that_they_used(
    load: Load, tmp_path: Path
) -> None:
    """Whoever replaces a checklist has not written the others, which may name what it held."""
    leaning = changed("after: []", "after: [independence-in-law]").replace(
        "    action:", "      - use: independence-guaranteed\n    action:"
    )
    also = leaning.replace("second", "third").replace("means-enough", "also").replace("budget-enough", "also-asked")
    assert load(leaning=leaning, also=also).criteria["means-enough"].criterion.after == ("independence-in-law",)
    mine = tmp_path / "mine.yaml"
    mine.write_text(CHECKLIST.replace("independence-in-law", "mine").replace("independence-guaranteed", "asked-by-me"))
    made = loading.load_catalogue("theirs", mine)
    assert made.criteria["means-enough"].criterion.after == ()
    assert made.uses["independence-guaranteed"] == ("also", "means-enough")
    assert made.questions["independence-guaranteed"].text == "Does a law say so?"


def test_a_reference_to_nothing_stays_an_error_where_a_checklist_was_replaced(load: Load) -> None:
    found = wrong(
        load,
        mine=CHECKLIST.replace("independence-in-law", "mine").replace("after: []", "after: [independence-in-law]"),
    )
    assert found == ["mine.yaml:21:13: there is no criterion independence-in-law (there are: mine)"]


def test_two_checklists_with_one_id_in_one_folder_are_an_error(load: Load) -> None:
    found = wrong(load, a=SECOND, b=SECOND.replace("means-enough", "other").replace("budget-enough", "others"))
    assert found == ["b.yaml:1:12: the id second is already taken at theirs/a.yaml:1:12 (choose another id)"]


def test_of_two_folders_the_later_replaces(load: Load, tmp_path: Path) -> None:
    load(a=SECOND)
    later = tmp_path / "later"
    later.mkdir()
    (later / "c.yaml").write_text(SECOND.replace("A checklist", "Later"))
    assert loading.load_catalogue("theirs", later).checklists["second"].content.title == "Later"
    assert loading.load_catalogue(later, "theirs").checklists["second"].content.title == "A checklist"


def test_a_single_file_can_be_added(load: Load) -> None:
    load(a=SECOND)
    assert list(loading.load_catalogue("theirs/a.yaml").checklists) == ["ours", "second"]


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("empty", "empty: the folder holds no YAML file (name a folder with checklists or registers in it)"),
        (
            "missing",
            "missing: the file cannot be read: there is no such file or folder (check the path and the permissions)",
        ),
    ],
)
def test_a_folder_with_nothing_to_read_is_an_error(load: Load, tmp_path: Path, folder: str, problem: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        loading.load_catalogue(folder)
    assert str(caught.value) == problem


# --- Digests -----------------------------------------------------------------------------------------------------------------


def test_a_digest_changes_with_the_content_and_not_with_the_layout(load: Load) -> None:
    before = load(c=SECOND).checklists["second"].sha256
    assert load(c="# A comment\n" + changed("after: []\n", "after:\n      []\n")).checklists["second"].sha256 == before
    assert load(c=changed('"1.0"', '"1.1"')).checklists["second"].sha256 != before


def test_codes_are_unique_in_all_checklists(load: Load) -> None:
    coded = SECOND.replace("    title: Independence", "    code: RE-1\n    title: Independence")
    assert [entry.criterion.code for entry in load(c=coded)] == [None, "RE-1"]
    third = "checklist: third\n" + CHECKLIST[CHECKLIST.index("title:") : CHECKLIST.index("  - id:")]
    third += THIRD.replace("    title: Independence", "    code: RE-1\n    title: Independence")
    assert wrong(load, c=coded, d=third) == [
        "d.yaml:8:11: the code RE-1 is already taken at theirs/c.yaml:8:11 (choose another number)"
    ]


@pytest.mark.parametrize("code", ["re-1", "RE1", "RE-0", "FIVER-1", "RE-12345"])
def test_a_code_is_letters_and_a_number(load: Load, code: str) -> None:
    coded = SECOND.replace("    title: Independence", f"    code: {code}\n    title: Independence")
    (told,) = wrong(load, c=coded)
    assert told.startswith("c.yaml:8:11: ")
