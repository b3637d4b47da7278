"""A language is added without touching code: a translation beside the others is all that it takes."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from npm_readiness import Assessment, InputError, render
from npm_readiness.gap_report import language
from npm_readiness.gap_report.language import TranslationWarning, languages, texts_in

ROOT = Path(__file__).parents[2]


def test_the_template_for_translators_is_in_step_with_the_code() -> None:
    extracted = runpy.run_path(str(ROOT / "tools" / "extract_texts.py"))["extracted"]()
    template = language.LOCALE / "npm_readiness.pot"
    assert template.read_text(encoding="utf-8") == extracted, "run: python tools/extract_texts.py"
    assert 'msgid "not ready"' in extracted


def test_the_template_has_every_sentence_that_the_code_says() -> None:
    """What stands within an f-string is not found by those who extract sentences from Python."""
    with (language.LOCALE / "npm_readiness.pot").open("rb") as file:
        known = {
            form for message in read_po(file) for form in ([message.id] if isinstance(message.id, str) else message.id)
        }
    said = {
        sentence.value
        for path in language.LOCALE.parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call.func) in ("say", "mark", "count")
        if _name(call.func) != "count" or len(call.args) > 2  # that of a text has one or two
        for sentence in call.args[:2]
        if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str)
    }
    assert len(said) > 200
    assert said - known == set()


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_a_translation_speaks_in_its_sentences_and_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "xx.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        'msgid "not ready"\nmsgstr "не готово"\n'
        'msgid "and {number} more"\nmsgid_plural "and {number} more"\n'
        'msgstr[0] "и ещё один"\nmsgstr[1] "и ещё {number}"\n',
        encoding="utf-8",
    )
    with (folder / "xx.po").open("rb") as po, (folder / "npm_readiness.mo").open("wb") as mo:
        write_mo(mo, read_po(po, locale="ru"))
    texts = texts_in("xx", tmp_path)
    assert languages(tmp_path) == ("en", "xx")
    assert texts.say("not ready") == "не готово"
    assert texts.count("and {number} more", "and {number} more", 3) == "и ещё 3"
    assert texts.say("ready") == "ready"


def test_a_language_that_there_is_not_is_said_and_not_replaced_by_english(georgia: Assessment) -> None:
    with pytest.raises(InputError, match=r"there is no translation of reports into tk \(there are: en\)"):
        render(georgia, "html", language="tk")


def follow(tmp_path: Path, *translations: tuple[str, str]) -> tuple[Path, str]:
    """The steps of docs/translating.md to the letter, in a copy of the folder; and what the check of step 2 prints."""
    page = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")
    init, check, compile_ = (
        re.search(pattern, page)[0]  # type: ignore[index]
        for pattern in (r"pybabel init [^`]+", r"python tools/check_translations.py", r"pybabel compile [^`]+")
    )
    locale = tmp_path / "npm_readiness" / "gap_report" / "locale"
    locale.mkdir(parents=True)
    (locale / "npm_readiness.pot").write_bytes((language.LOCALE / "npm_readiness.pot").read_bytes())
    (tmp_path / "tools").mkdir()
    source = (ROOT / "tools" / "check_translations.py").read_text(encoding="utf-8")
    (tmp_path / "tools" / "check_translations.py").write_text(source, encoding="utf-8")

    def run(command: str) -> str:
        program, *arguments = command.split()
        module = ["-m", "babel.messages.frontend"] if program == "pybabel" else []
        done = subprocess.run(
            [sys.executable, *module, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr

    run(init)
    po = locale / "ru" / "LC_MESSAGES" / "npm_readiness.po"
    text = po.read_text(encoding="utf-8")
    for sentence, translation in translations:
        assert f'msgid "{sentence}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "{translation}"')
    po.write_text(text, encoding="utf-8")
    checked = run(check)
    run(compile_)
    return locale, checked


def test_the_page_on_translating_can_be_followed_to_the_letter(tmp_path: Path) -> None:
    locale, checked = follow(tmp_path, ("not ready", "не готово"))
    assert checked == "1 translations, nothing wrong\n"
    assert texts_in("ru", locale).say("not ready") == "не готово"


def test_a_wrong_translation_never_breaks_a_report(tmp_path: Path) -> None:
    """The sentence stands in English, and a warning names it; the check of translations finds it before."""
    sentence, wrong = "Page {page} of {pages}", "Страница {страница} из {pages}"
    locale, checked = follow(tmp_path, (sentence, wrong))
    assert checked == f"npm_readiness.po: {sentence!r}: not the placeholders of the sentence: page, страница\n"
    with pytest.warns(TranslationWarning, match="the English sentence stands"):
        assert texts_in("ru", locale).say(sentence, page=1, pages=9) == "Page 1 of 9"


@pytest.mark.parametrize("translation", ["{", "{}", "{number.real.x}", "{other}"])
def test_a_wrong_plural_is_said_in_english(tmp_path: Path, translation: str) -> None:
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "xx.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        f'msgid "and {{number}} more"\nmsgid_plural "and {{number}} more"\nmsgstr[0] "{translation}"\nmsgstr[1] "{translation}"\n',
        encoding="utf-8",
    )
    with (folder / "xx.po").open("rb") as po, (folder / "npm_readiness.mo").open("wb") as mo:
        write_mo(mo, read_po(po, locale="ru"))
    with pytest.warns(TranslationWarning):
        assert texts_in("xx", tmp_path).count("and {number} more", "and {number} more", 3) == "and 3 more"
