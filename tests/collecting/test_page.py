"""The offline page: what stands in it, and the file that it saves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest

from npm_readiness import InputError, gather
from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.forms.page.saved_answers import MARK

from .given import ASKED, CATALOGUE, profile_text, questionnaire_of

FIRST, SECOND = ASKED[5], ASKED[6]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    hostile = '</script><img src=x onerror="alert(1)">'
    given_answer = {"answer": "no", "evidence": [{"source": "law", "pinpoint": "art. 1"}], "comment": hostile}
    file.write_text(profile_text({FIRST: given_answer}), encoding="utf-8")
    return file


def page_of(profile: Path) -> str:
    return draw_form(questionnaire_of(profile), "page", Note("UNDP", "1 June 2024")).decode()


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def saved(page: str, given_fields: dict[str, dict[str, str]], **more: Any) -> dict[str, Any]:
    """What the page saves where these fields were filled in; ``tests/browser/test_answers.py`` holds the script against this."""
    data = data_of(page)
    found = {}
    for name, entry in data["questions"].items():
        found[name] = {**entry, "after": {**entry["before"], **given_fields.get(name, {})}}
    return {"form": MARK, "country": data["country"], "by": "", "sources": [], "answers": found, **more}


def gathered(profile: Path, content: object) -> str:
    file = profile.with_name("answers.json")
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return gather([file], profile, CATALOGUE).text


def test_nothing_in_a_text_ends_the_element_that_it_stands_in(profile: Path) -> None:
    page = page_of(profile)
    assert "<img" not in page
    assert "&lt;img src=x" in page
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert len(list(tree.iter("script"))) == 2


def test_it_may_reach_no_network_and_runs_no_script_but_its_own(profile: Path) -> None:
    page = page_of(profile)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].replace("&#39;", "'").startswith("default-src 'none'; style-src 'sha256-")
    assert re.findall(r'(?:src|href)="(?!#)', page) == []


def test_the_same_questions_give_the_same_page(profile: Path) -> None:
    assert page_of(profile) == page_of(profile)


def test_every_field_has_a_label(profile: Path) -> None:
    tree = html5lib.parse(page_of(profile), namespaceHTMLElements=False)
    labelled = {label.get("for") for label in tree.iter("label")}
    fields = [entry for tag in ("input", "textarea") for entry in tree.iter(tag) if entry.get("data-field")]
    assert fields
    assert {entry.get("id") for entry in fields} <= labelled


def test_what_was_chosen_comes_back_with_who_chose_it(profile: Path) -> None:
    filled = {SECOND: {"answer": "no-or-partial", "source": "A report", "pinpoint": "p. 3", "comment": "=1+1"}}
    sources = [{"title": "A report", "kind": "other", "date": "2023", "url": "https://example.org/report"}]
    text = gathered(profile, saved(page_of(profile), filled, by="Ministry", sources=sources))
    assert f"  {SECOND}:\n    answer: unknown\n    between: [no, partial]\n" in text
    assert '    comment: "=1+1"\n' in text
    assert "    by: Ministry\n" in text
    assert (
        '  a-report:\n    title: A report\n    kind: other\n    date: "2023"\n    url: "https://example.org/report"\n'
        in text
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(answers=[]),
        lambda data: data["answers"].update({FIRST: {"version": "x"}}),
        lambda data: data["answers"][FIRST]["after"].pop("note"),
        lambda data: data["answers"][FIRST]["after"].update(note=5),
        lambda data: data.update(country=5),
        lambda data: data.update(sources=[{}]),
        lambda data: data["answers"][FIRST]["after"].update(comment="\ud800"),
    ],
)
def test_a_damaged_file_is_named_as_such(profile: Path, spoil: Any) -> None:
    data = saved(page_of(profile), {})
    spoil(data)
    with pytest.raises(InputError) as caught:
        gathered(profile, data)
    assert {problem.code for problem in caught.value.problems} == {"form-file"}


@pytest.mark.parametrize("text", [f'{{"form": "{MARK}", ' + "[" * 100_000, f'{{"form": "{MARK}", "a": 1, "a": 2}}'])
def test_a_file_that_is_no_json_is_named_as_such(profile: Path, text: str) -> None:
    with pytest.raises(InputError, match="the file of answers is damaged"):
        gathered(profile, text)
