"""Questions, criteria and provisions by word: whole words and beginnings of words, in whatever order, the best first."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, groupby, islice

from npm_readiness.browsing.layout import paragraph
from npm_readiness.loading.near_misses import FirstFew
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["Found", "find", "found_as_json", "found_as_text", "words_of"]

WORD = re.compile(r"[^\W_]+")

WRITTEN_OUT = {"art": "art article", "arts": "arts articles", "para": "para paragraph", "paras": "paras paragraphs"}
"""How pinpoints abbreviate, and under which words they are found."""

PLURALS = {"question": "questions", "criterion": "criteria", "provision": "provisions"}

MOST_WORDS = 20
"""How many words are looked for at once; nobody remembers more, and each is looked for everywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the catalogue that has the words.

    ``kind`` is ``question``, ``criterion`` or ``provision``; ``where`` names its checklist, dimension and, for a question, the
    criterion that asks it first, or its instrument and pinpoint; ``text`` is the question, the title of the criterion, or
    what the provision says.
    """

    kind: str
    id: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with the texts that are searched: ``head`` says what it is, ``body`` says more of it."""

    found: Found
    head: tuple[str, ...]
    body: tuple[str, ...]


def find(catalogue: Catalogue, words: Sequence[str], *, limit: int | None = None) -> tuple[Found, ...]:
    """The questions, then the criteria, then the provisions that have all of the words, the best of each kind first.

    A word is found where a word of an entry begins with it, whatever the capitals and accents; a number only where it stands
    as a whole. Better is what has more of the words as a whole, then more of them in its own text, title, pinpoint or id (and
    not only in what explains it), then what has them more often, then what stands first in the catalogue. ``limit`` is how
    many of each kind are wanted at most, by default all. Raises :class:`~npm_readiness.problems.InputError` where there is
    no word to look for, or where there are more than :data:`MOST_WORDS`.
    """
    patterns = [_pattern(word) for word in _looked_for(words)]
    ranked = []
    for index, entry in enumerate(_entries(catalogue)):
        rank = _rank(entry, patterns)
        if rank is not None:
            ranked.append((list(PLURALS).index(entry.found.kind), rank, index, entry.found))
    ranked.sort(key=lambda item: item[:-1])
    by_kind = groupby(ranked, key=lambda item: item[0])
    return tuple(item[-1] for _, items in by_kind for item in islice(items, limit))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in small letters without accents, in its order."""
    return WORD.findall(_plain(text))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _looked_for(words: Iterable[str]) -> list[str]:
    wanted = list(dict.fromkeys(word for text in words for word in words_of(text)))
    if not wanted or len(wanted) > MOST_WORDS:
        reason = f"there are {len(wanted)} words to look for" if wanted else "there is no word to look for"
        advice = f"at most {MOST_WORDS}" if wanted else "write one or several: npm-readiness find budget"
        raise InputError([problem_at(Place("find"), "argument-invalid", reason=reason, advice=advice)])
    return wanted


def _pattern(word: str) -> re.Pattern[str]:
    """Where a word begins with ``word``; the group is empty where it is the whole word. A number is found only as a whole."""
    rest = r"()(?![^\W_])" if word.isdecimal() else r"([^\W_]*)"
    return re.compile(rf"(?<![^\W_]){word}{rest}")


def _rank(entry: _Entry, patterns: Iterable[re.Pattern[str]]) -> tuple[int, int, int] | None:
    """How far behind an entry stands, for sorting; ``None`` where it lacks a word."""
    head, body = _searched(entry.head), _searched(entry.body)
    whole = in_head = times = 0
    for pattern in patterns:
        above, below = pattern.findall(head), pattern.findall(body)
        if not above and not below:
            return None
        whole += "" in above or "" in below
        in_head += bool(above)
        times += len(above) + len(below)
    return -whole, -in_head, -times


def _searched(texts: Iterable[str]) -> str:
    return _plain("\n".join(texts))


def _entries(catalogue: Catalogue) -> Iterator[_Entry]:
    return chain(_questions(catalogue), _criteria(catalogue), _provisions(catalogue))


def _questions(catalogue: Catalogue) -> Iterator[_Entry]:
    for question in catalogue.questions.values():
        asking = catalogue.uses[question.id][0]
        rubric = question.rubric
        yield _Entry(
            Found("question", question.id, f"{_place(catalogue, asking)}, asked by {asking}", question.text),
            (question.id, question.text),
            (rubric.yes, rubric.partial, rubric.no, question.may_not_apply or ""),
        )


def _criteria(catalogue: Catalogue) -> Iterator[_Entry]:
    for entry in catalogue:
        criterion = entry.criterion
        actions = (action.text for action in criterion.written_actions)
        yield _Entry(
            Found("criterion", criterion.id, _place(catalogue, criterion.id), criterion.title),
            (criterion.id, criterion.title),
            (criterion.requirement, criterion.why, criterion.reading or "", *actions),
        )


def _place(catalogue: Catalogue, criterion: str) -> str:
    entry = catalogue.criteria[criterion]
    return f"{entry.checklist.checklist}, {catalogue.dimensions[entry.criterion.dimension].title}"


def _provisions(catalogue: Catalogue) -> Iterator[_Entry]:
    for provision in catalogue.provisions.values():
        instrument = catalogue.instruments[provision.instrument]
        name = instrument.short or instrument.symbol or instrument.title
        yield _Entry(
            Found("provision", provision.id, f"{name}, {provision.pinpoint}", provision.subject),
            (provision.id, " ".join(WRITTEN_OUT.get(word, word) for word in words_of(provision.pinpoint))),
            (provision.subject, instrument.title, instrument.short or "", instrument.symbol or ""),
        )


def found_as_json(found: Iterable[Found]) -> str:
    """What was found as JSON, the same bytes for the same catalogue."""
    return json.dumps([asdict(entry) for entry in found], ensure_ascii=False, indent=2) + "\n"


def found_as_text(catalogue: Catalogue, words: Sequence[str], *, limit: int | None = None) -> str:
    """What is found as text of 80 columns, by kind, and how much; where nothing is found, what to do."""
    wanted = _looked_for(words)
    found = find(catalogue, words)
    if not found:
        return _nothing(catalogue, wanted)
    lines: list[str] = []
    cut = False
    for kind, entries in groupby(found, key=lambda entry: entry.kind):
        of_kind = list(entries)
        shown = of_kind[:limit]
        cut = cut or len(shown) < len(of_kind)
        lines += [f"{PLURALS[kind].capitalize()}: {_so_many(len(shown), len(of_kind))}", ""]
        for entry in shown:
            lines += [*paragraph(f"{entry.id} ({entry.where})", indent=2), *paragraph(entry.text, indent=4), ""]
    lines += ["One of them in full: npm-readiness show ID"]
    if cut:
        lines += ["More of them: add a word, or --limit 1000"]
    return "\n".join(lines) + "\n"


def _so_many(shown: int, found: int) -> str:
    return str(found) if shown == found else f"the first {shown} of {found}"


def _nothing(catalogue: Catalogue, wanted: Sequence[str]) -> str:
    """Which of the words are found by themselves, and which words of the catalogue may be meant by the others."""
    texts = [_searched((*entry.head, *entry.body)) for entry in _entries(catalogue)]
    known = list(dict.fromkeys(word for text in texts for word in WORD.findall(text)))
    near = FirstFew()
    lines = [f"Nothing has {'all of these words' if len(wanted) > 1 else 'this word'}.", ""]
    instead = []
    for word in wanted:
        entries = sum(_pattern(word).search(text) is not None for text in texts)
        meant = () if entries else near(word, known)
        instead += [meant[0]] if meant else [word] * bool(entries)
        lines += paragraph(f"{word}: {_alone(entries, meant)}", indent=2)
    lines += [""]
    if instead and instead != list(wanted):
        lines += paragraph(f"Try: npm-readiness find {' '.join(dict.fromkeys(instead))}")
    else:
        lines += ["Leave a word out, or write only its beginning: visit finds visits and visited."]
    return "\n".join(lines) + "\n"


def _alone(entries: int, meant: Sequence[str]) -> str:
    if entries:
        return f"in {entries} {'entry' if entries == 1 else 'entries'}"
    return f"nowhere; did you mean {' or '.join(meant)}?" if meant else "nowhere"
