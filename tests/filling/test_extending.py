"""``extend`` adds the questions of more checklists to a profile; every other byte stays, and the result can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, assess, extend_profile, load_profile
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.profile import GivenAnswer
from npm_readiness.reading.files import parse_document

HEAD = "country: TKM\nassessed_on: 2023-12-14   # a day\n"
MODEL = "npm: {model: nhri, designated: null}\n"
ANSWERED = "  general-clause-on-places:\n    answer: yes  # read on 3 May\n"


def extended(folder: Path, text: str, *checklists: str) -> str:
    """The text of a profile after the command, with its line breaks as they are."""
    path = folder / "profile.yaml"
    path.write_bytes(text.encode())
    new = extend_profile(path, checklists or ("paris",))
    (folder / "new.yaml").write_bytes(new.encode())
    return new


def taken_away(before: str, after: str) -> list[str]:
    """The lines of the one that the other has not, or not in their order."""
    lines, missing = after.splitlines(keepends=True), []
    place = 0
    for line in before.splitlines(keepends=True):
        try:
            place = lines.index(line, place) + 1
        except ValueError:
            missing.append(line)
    return missing


def test_the_questions_stand_behind_the_others_and_nothing_else_changes(tmp_path: Path) -> None:
    text = f"{HEAD}checklists: [opcat]\n{MODEL}answers:\n{ANSWERED}  # a thought\n\nnote: The end.\n"
    new = extended(tmp_path, text)
    assert taken_away(text, new) == ["checklists: [opcat]\n"]
    assert "checklists: [opcat, paris]\n" in new
    assert new.index("# a thought") < new.index("  host-rests-on-law:") < new.index("\nnote: The end.\n")
    profile = load_profile(tmp_path / "new.yaml")
    assert next(iter(profile.answers)) == "general-clause-on-places"
    assert set(list(profile.answers.values())[1:]) == {GivenAnswer()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("checklists: [opcat]\n", "checklists: [opcat, paris]\n"),
        ("checklists: [opcat, ]  # ours\n", "checklists: [opcat, paris, ]  # ours\n"),
        ("checklists: [\n  opcat,  # ours\n  women]\n", "checklists: [\n  opcat,  # ours\n  women, paris]\n"),
        ("checklists:\n  - opcat  # ours\n", "checklists:\n  - opcat  # ours\n  - paris\n"),
        ("checklists:\n- opcat\n- women\n", "checklists:\n- opcat\n- women\n- paris\n"),
        ('checklists: {opcat: "1.1"}\n', 'checklists: {opcat: "1.1", paris: "PARIS"}\n'),
        ("checklists: {opcat: }\n", 'checklists: {opcat: , paris: "PARIS"}\n'),
        ('checklists:\n  opcat: "1.1"  # ours\n', 'checklists:\n  opcat: "1.1"  # ours\n  paris: "PARIS"\n'),
        ("checklists:\n  opcat:  # ours\n", 'checklists:\n  opcat:  # ours\n  paris: "PARIS"\n'),
        ("", "checklists: [opcat, paris]\n"),
    ],
)
def test_the_list_of_checklists_grows_in_the_form_that_it_has(tmp_path: Path, before: str, after: str) -> None:
    new = extended(tmp_path, f"{HEAD}{before}{MODEL}")
    version = default_catalogue().checklists["paris"].content.version
    assert new.startswith(f"{HEAD}{after.replace('PARIS', version)}{MODEL}")
    assert list(load_profile(tmp_path / "new.yaml").checklists)[-1] == "paris"


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "answers:\n",
        "answers:  # none yet\n",
        "answers: {}\n",
        "answers: {}  # none yet\n",
        "answers: null\n",
        f"answers:\n{ANSWERED}",
        f"answers:\n{ANSWERED}    comment: |\n      Two lines\n\n      # no comment\n",
        f"answers:\n{ANSWERED}    comment: |+\n      Two lines\n\n\n",
        f'answers:\n{ANSWERED}    comment: "one\n      # two"\n',
        "answers: {general-clause-on-places: {answer: yes}}\n",
        "answers: {general-clause-on-places: {answer: yes}, }\n",
        "answers: {\n  # none yet\n}\n",
        "answers:\n    general-clause-on-places: {answer: yes}\n",
    ],
)
@pytest.mark.parametrize("rest", ["", "note: The end.\n", "\n# The end.\n", "...\n"])
def test_every_way_to_write_the_answers_is_extended(tmp_path: Path, answers: str, rest: str) -> None:
    text = f"{HEAD}checklists: [opcat]\n{answers}{rest}"
    if rest.startswith("...") and not answers:
        text = f"{HEAD}checklists: [opcat]\nanswers:\n{rest}"
    new = extended(tmp_path, text)
    before, after = parse_document(text).data, parse_document(new).data
    assert {key: value for key, value in after.items() if key not in ("answers", "checklists")} == {
        key: value for key, value in before.items() if key not in ("answers", "checklists")
    }
    kept = before.get("answers") or {}
    assert {key: after["answers"][key] for key in kept} == kept
    assert "host-rests-on-law" in load_profile(tmp_path / "new.yaml").answers


def test_line_breaks_of_windows_and_a_byte_order_mark_are_kept(tmp_path: Path) -> None:
    text = "\ufeff" + f"{HEAD}answers:\n{ANSWERED}".replace("\n", "\r\n")
    new = extended(tmp_path, text)
    assert new.startswith("\ufeffcountry: TKM\r\n")
    assert new.count("\n") == new.count("\r\n") > 100
    assert "host-rests-on-law" in load_profile(tmp_path / "new.yaml").answers


def test_a_file_without_a_last_line_break_gets_one_before_what_is_new(tmp_path: Path) -> None:
    new = extended(tmp_path, f"{HEAD}answers:\n  general-clause-on-places: {{answer: yes}}")
    assert "  general-clause-on-places: {answer: yes}\n\n  # =====" in new


def test_a_question_that_stands_there_is_not_repeated_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    text = f"{HEAD}{MODEL}answers:\n  host-rests-on-law: {{answer: no}}\n"
    once = extended(tmp_path, text, "paris", "women")
    assert once.count("host-rests-on-law:") == 1
    assert extended(tmp_path, once, "women", "paris") == once


def test_a_checklist_of_the_profile_brings_the_questions_that_its_facts_have_come_to_ask(tmp_path: Path) -> None:
    decided = extended(tmp_path, f"{HEAD}{MODEL}", "opcat")
    assert "\n  coordinator-named:" not in decided
    changed = decided.replace("model: nhri", "model: multiple_bodies")
    again = extended(tmp_path, changed, "opcat")
    assert taken_away(changed, again) == []
    assert "\n  coordinator-named:" in again


def test_what_is_not_asked_is_listed_where_the_checklist_is_new(tmp_path: Path) -> None:
    new = extended(tmp_path, f"{HEAD}{MODEL}answers:\n", "operation")
    assert "# no, since no body is the mechanism;" in new
    assert "\n  coordinator-has-means:" not in new


def test_a_profile_whose_date_is_to_be_filled_in_can_be_extended(tmp_path: Path) -> None:
    assert "host-rests-on-law:" in extended(tmp_path, "country: TKM\nassessed_on: YYYY-MM-DD\n")


def test_a_profile_with_problems_is_refused_with_all_of_them(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        extended(tmp_path, f"{HEAD}answers:\n  no-such-question: {{answer: yes}}\n  visits-happen: {{answer: maybe}}\n")
    assert len(refused.value.problems) >= 2


def test_a_checklist_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no checklist pariss"):
        extended(tmp_path, HEAD, "pariss")


def test_a_checklist_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is no profile"):
        extended(tmp_path, "checklist: mine\n")


def test_where_something_else_would_change_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="without changing something else"):
        extended(tmp_path, f"{HEAD}note: |+\n  The end.")


WRITTEN = st.sampled_from(
    [
        "answer: yes",
        "answer: unknown\n    between: [no, partial]",
        "answer: no\n    comment: >-\n      folded\n      text",
        'answer: partial\n    comment: "a # b: c"  # d',
        "answer:\n    evidence:",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=10)
@given(
    st.lists(st.sampled_from(sorted(default_catalogue().questions)), unique=True, max_size=6).flatmap(
        lambda names: st.tuples(*(st.tuples(st.just(name), WRITTEN) for name in names))
    ),
    st.sampled_from(["", "# between\n", "\n"]),
    st.lists(st.sampled_from(sorted(default_catalogue().checklists)), min_size=1, unique=True),
    st.sampled_from(["[opcat]", "{women: }", '{opcat: "1.0", women: null}', "[women, opcat]"]),
)
def test_whatever_stands_there_stays_and_only_questions_without_an_answer_come(
    tmp_path: Path, answers: tuple[tuple[str, str], ...], between: str, more: list[str], listed: str
) -> None:
    written = "".join(f"  {name}:\n    {text}\n{between}" for name, text in answers)
    text = f"{HEAD}npm: {{model: nhri, institution_kind: other}}\nchecklists: {listed}\nanswers:\n{written}"
    try:
        (tmp_path / "before.yaml").write_text(text, encoding="utf-8")
        before = load_profile(tmp_path / "before.yaml")
    except InputError:
        return
    new = extended(tmp_path, text, *more)
    after = load_profile(tmp_path / "new.yaml")
    assert taken_away(text, new) in ([], [f"checklists: {listed}\n"])
    assert list(after.answers.items())[: len(before.answers)] == list(before.answers.items())
    assert set(list(after.answers.values())[len(before.answers) :]) <= {GivenAnswer()}
    assert list(after.checklists)[: len(before.checklists)] == list(before.checklists)
    assert set(more) <= set(after.checklists)
    assert extended(tmp_path, new, *more) == new
    same = before.model_copy(update={"checklists": after.checklists})
    assert assess(after).model_dump(exclude={"profile"}) == assess(same).model_dump(exclude={"profile"})
