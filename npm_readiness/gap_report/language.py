"""The language of a report: every sentence goes through gettext, so that a language is added without touching code."""

from __future__ import annotations

import gettext
import warnings
from collections.abc import Mapping
from pathlib import Path

from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.records import record

__all__ = ["ENGLISH", "LOCALE", "Texts", "TranslationWarning", "languages", "mark", "texts_in"]

LOCALE = Path(__file__).with_name("locale")
"""Where translations lie: ``LANGUAGE/LC_MESSAGES/npm_readiness.mo``. The sentences themselves are English."""

DOMAIN = "npm_readiness"
ENGLISH = "en"
"""The language of the sentences themselves."""
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})


class TranslationWarning(UserWarning):
    """A translation that cannot be used: its placeholders are not those of the sentence. The English sentence stands."""


@record(frozen=True)
class Texts:
    """The sentences of a report in one language."""

    language: str
    translations: gettext.NullTranslations

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language.replace("_", "-").split("-")[0] in RIGHT_TO_LEFT

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in the language of the report, its ``{placeholders}`` filled in."""
        return self._filled(self.translations.gettext(sentence), sentence, values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence for this number; ``{number}`` stands for it."""
        english = one if number == 1 else many
        return self._filled(self.translations.ngettext(one, many, number), english, {"number": number, **values})

    def _filled(self, said: str, english: str, values: Mapping[str, object]) -> str:
        """A translation with its placeholders filled in; the English sentence where they are not those that there are."""
        if not values:
            return said
        try:
            return said.format(**values)
        except (LookupError, ValueError, AttributeError) as error:
            if said == english:
                raise
            told = (
                f"{self.language}: the translation of {english!r} cannot be used ({error}); the English sentence stands"
            )
            warnings.warn(told, TranslationWarning, stacklevel=3)
            return english.format(**values)


def mark(sentence: str) -> str:
    """The sentence itself: marks one that stands in a table and is said later."""
    return sentence


def languages(locale: Path = LOCALE) -> tuple[str, ...]:
    """The languages that there are: English, and every one with a compiled translation."""
    translated = (path.parents[1].name for path in locale.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(sorted({ENGLISH, *translated}))


def texts_in(language: str = ENGLISH, locale: Path = LOCALE) -> Texts:
    """The sentences in a language; raises :class:`~npm_readiness.problems.InputError` for one that there is not."""
    if language not in languages(locale):
        advice = f"there are: {', '.join(languages(locale))}"
        reason = f"there is no translation of reports into {language}"
        raise InputError([problem_at(Place("--language"), "argument-invalid", reason=reason, advice=advice)])
    return Texts(language, gettext.translation(DOMAIN, locale, [language], fallback=language == ENGLISH))
