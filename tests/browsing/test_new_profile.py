"""A profile to fill in: valid as it stands, with the questions that can concern the State and what counts as each answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from npm_readiness import InputError, assess, load_profile, new_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.reading.files import parse_document
from tests import making

DAY = date(2020, 1, 1)


def read(folder: Path, text: str) -> Profile:
    (folder / "new.yaml").write_text(text, encoding="utf-8")
    return load_profile(folder / "new.yaml")


def test_a_new_profile_is_valid_and_answers_nothing(shipped: Catalogue, folder: Path) -> None:
    profile = read(folder, new_profile("GE", shipped, assessed_on=DAY))
    assert profile.country == "GEO"
    assert profile.answers
    assert all(given.answer is None for given in profile.answers.values())
    counts = assess(profile).answered
    assert (counts.answered, counts.claims) == (counts.from_profile, 0)


def test_a_new_profile_asks_for_its_date(shipped: Catalogue, folder: Path) -> None:
    with pytest.raises(InputError, match="assessed_on is still to be filled in"):
        read(folder, new_profile("GEO", shipped))


def test_a_new_profile_stays_valid_when_the_mechanism_is_said_not_to_exist(shipped: Catalogue, folder: Path) -> None:
    text = new_profile("GEO", shipped, assessed_on=DAY)
    assert read(folder, text.replace("designated: unknown", "designated: null")).npm.designated is None


def test_it_warns_of_names_and_shows_the_rubrics(shipped: Catalogue) -> None:
    text = new_profile("TKM", shipped, model="nhri")
    assert "names of detainees" in text
    assert "model: nhri\n" in text
    assert "candidates:" not in text
    assert max(len(line) for line in text.splitlines()) <= 120


def test_it_leaves_out_what_does_not_concern_the_model_and_asks_all_while_it_is_undecided(shipped: Catalogue) -> None:
    several = new_profile("AU", shipped, model="multiple_bodies")
    one = new_profile("NO", shipped, model="specialised_body")
    undecided = new_profile("TKM", shipped)
    assert "\n  coordinator-named:" in several
    assert "\n  coordinator-named:" not in one
    assert "\n  coordinator-named:" in undecided


@pytest.mark.parametrize("country", ["QQQQ", "XX", "1"])
def test_a_country_that_there_is_not_is_refused(shipped: Catalogue, country: str) -> None:
    with pytest.raises(InputError, match=r"^--country: "):
        new_profile(country, shipped)


def test_a_code_that_iso_leaves_to_users_begins_a_profile_of_an_invented_country(
    shipped: Catalogue, folder: Path
) -> None:
    text = new_profile("xmd", shipped, assessed_on=DAY, country_name="Meridonia: (invented)")
    assert '\ncountry: XMD\ncountry_name: "Meridonia: (invented)"\n' in text
    assert assess(read(folder, text)).country.name == "Meridonia: (invented)"


def test_without_a_name_the_problem_says_how_to_give_one(shipped: Catalogue) -> None:
    with pytest.raises(InputError, match=r"^--country: XMD .*say with --country-name which country it stands for"):
        new_profile("XMD", shipped)


def test_a_name_of_several_lines_stays_on_its_line(shipped: Catalogue, folder: Path) -> None:
    text = new_profile("TKM", shipped, assessed_on=DAY, country_name="Türk\u2028menistan\ncountry: GEO")
    assert read(folder, text).country_name == "Türk menistan country: GEO"


@pytest.mark.parametrize("sign", ["\n", "\r", "\x85", "\u2028", "\x0b", "\x0c"])
def test_a_text_with_line_breaks_writes_no_line_of_its_own(sign: str, shipped: Catalogue, folder: Path) -> None:
    """Whatever ends a line, here or in another program: a comment stays one."""
    text = f"Mandate{sign}  our-q2: {{answer: yes}}{sign}"
    dimensions = {name: one.model_copy(update={"title": text}) for name, one in shipped.dimensions.items()}
    asked = making.question(
        "our-q1", text=text, may_not_apply=text, rubric=dict.fromkeys(("yes", "partial", "no"), text)
    )
    (own,) = making.catalogue(
        making.checklist("own", making.criterion("our-c", asked, cites=["opcat-18-1"]))
    ).checklists.values()
    instruments = {name: one.model_copy(update={"short": text}) for name, one in shipped.instruments.items()}
    made = replace(
        shipped, dimensions=dimensions, instruments=instruments, checklists={**shipped.checklists, "own": own}
    )
    new = new_profile("GEO", made, checklists=["own"], assessed_on=DAY)
    assert [line for line in new.splitlines() if line.strip().startswith("our-q2")] == []
    assert set(parse_document(new).data["answers"]) == {"our-q1"}
