"""The language of a report: every sentence goes through gettext, so that a language is added without touching code."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from pathlib import Path

__all__ = ["LOCALE", "Texts", "mark", "texts_in"]

LOCALE = Path(__file__).with_name("locale")
"""Where translations lie: ``LANGUAGE/LC_MESSAGES/npm_readiness.mo``."""


@dataclass(frozen=True)
class Texts:
    """The sentences of a report in one language."""

    language: str
    translations: gettext.NullTranslations

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in the language of the report, its ``{placeholders}`` filled in."""
        said = self.translations.gettext(sentence)
        return said.format(**values) if values else said

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence for this number; ``{number}`` stands for it."""
        return self.translations.ngettext(one, many, number).format(number=number, **values)


def mark(sentence: str) -> str:
    """The sentence itself: marks one that stands in a table and is said later."""
    return sentence


def texts_in(language: str = "en") -> Texts:
    """The sentences in a language; English where it has no translation."""
    return Texts(language, gettext.translation("npm_readiness", LOCALE, [language], fallback=True))
