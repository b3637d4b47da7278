"""Words and sentences of a text, and how hard it is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

__all__ = ["phrases_in", "readability", "sentences", "words"]

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
LONG_WORD = 6


def words(text: str) -> list[str]:
    """The words of a text; one with a hyphen or an apostrophe is one word."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; what stands before a colon or a semicolon is read as one too."""
    return [part for part in SENTENCE_END.split(text.strip()) if part]


def readability(text: str) -> float:
    """The index LIX: words per sentence plus the percentage of words of more than six letters; 0 for no words.

    C.-H. Björnsson, Läsbarhet, 1968. It needs no syllables, so that it holds for other languages too.
    """
    found = words(text)
    if not found:
        return 0.0
    long = sum(len(word) > LONG_WORD for word in found)
    return len(found) / len(sentences(text)) + 100 * long / len(found)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<![\w-]){spaced}(?![\w-])", re.IGNORECASE)


@cache
def _first_word(phrase: str) -> str:
    """The first word in small letters; nothing, which is in every text, where other alphabets have letters that fold into ours."""
    first = phrase.split()[:1]
    return first[0].lower() if first and first[0].isascii() else ""


def phrases_in(text: str, phrases: Iterable[str], kept: Iterable[str] = ()) -> Iterator[str]:
    """Those of ``phrases`` that stand in the text as whole words, outside of the phrases ``kept``."""
    for phrase in kept:
        text = _pattern(phrase).sub("…", text)
    lowered = text.lower()
    plain = text.isascii()
    for phrase in phrases:
        # Most phrases are in no text: looking for their first word is a hundred times quicker than for the words as such.
        possible = not plain or _first_word(phrase) in lowered
        if possible and _pattern(phrase).search(text):
            yield phrase
