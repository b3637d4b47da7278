"""The sentences about values and keys that a model does not take: what is wanted, what is there, what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from npm_readiness.reading.asked import allowed_keys, entry_keys, kinds, words
from npm_readiness.reading.document import Value
from npm_readiness.reading.slips import glued_key
from npm_readiness.reading.wording import described, did_you_mean, joined, shown, shown_key
from npm_readiness.records import record

__all__ = ["Wanted", "item_complaint", "type_complaint", "unknown_key_complaint", "value_complaint"]

TEXT, LIST, MAPPING, DATE = "a text", "a list", "a mapping of keys to values", "a date written YYYY-MM-DD"
BOOLEAN, WHOLE, NUMBER, NOTHING = "true or false", "a whole number", "a number", "nothing (null)"

OWN_CODES = frozenset(get_args(ErrorType))
"""The kinds of error that pydantic knows; any other is a sentence of our own, from a model."""

AS_TRUE = frozenset({"true", "yes", "on", "y"})
AS_FALSE = frozenset({"false", "no", "off", "n"})

NOT_APPLICABLE = "not_applicable"
AS_NOT_APPLICABLE = frozenset(
    {
        "n/a",
        "n / a",
        "na",
        "n.a.",
        "n.a",
        "not applicable",
        "not-applicable",
        "non-applicable",
        "inapplicable",
        "does not apply",
    }
)

KEYS_OF_AN_EXAMPLE = 3
WORD = re.compile(r"[\w.-]{1,40}")

LIMITS: Mapping[str, tuple[str, str]] = {
    "greater_than": ("{found} is too small", "write a number greater than {gt}"),
    "greater_than_equal": ("{found} is too small", "write a number of at least {ge}"),
    "less_than": ("{found} is too large", "write a number smaller than {lt}"),
    "less_than_equal": ("{found} is too large", "write a number of at most {le}"),
    "multiple_of": ("{found} is no multiple of {multiple_of}", "write one of its multiples"),
    "string_too_long": ("the text has more than {max_length} characters", "shorten it"),
}
UNEXPLAINED = ("this value is not one that is allowed here", "look up in the documentation what this key takes")


@record(frozen=True)
class Wanted:
    """What a model takes at a place: kinds of values and words, the keys of a mapping, those of the entries of a list."""

    kinds: Sequence[str] = ()
    words: Sequence[str] = ()
    keys: Sequence[str] = ()
    entry_keys: Sequence[str] = ()

    @classmethod
    def of(cls, asked: Any) -> Wanted:
        """What the type ``asked`` takes."""
        return cls(kinds(asked), words(asked), allowed_keys(asked), entry_keys(asked))

    @property
    def may_be_empty(self) -> bool:
        """Whether a key for a list or a mapping, with nothing behind it, can count as left out."""
        return bool({LIST, MAPPING} & set(self.kinds)) and not {TEXT, NOTHING} & set(self.kinds)

    @property
    def empty(self) -> Value:
        """What such a key holds then."""
        return {} if MAPPING in self.kinds else []

    def __str__(self) -> str:
        found = [kind for kind in self.kinds if kind != NOTHING]
        if self.words:
            found.append(
                f"one of the words {joined(self.words)}" if len(self.words) > 1 else f"the word {self.words[0]}"
            )
        if NOTHING in self.kinds and len(found) != 1:
            found.append(NOTHING)
        return joined(found) if found else "another value"


def type_complaint(value: Value, written: str | None, wanted: Wanted) -> tuple[str, dict[str, str]]:
    """The code and the words for a value of a kind that is not wanted, or a word that is not among those allowed."""
    if wanted.words and TEXT not in wanted.kinds and isinstance(value, str | int | float):
        found = f'"{shown(value)}"' if isinstance(value, str) else described(value, written)
        return "value-not-allowed", {"found": found, "advice": _other_word(value, wanted)}
    found = described(value, written)
    return "value-type", {"wanted": str(wanted), "found": found, "advice": _other_kind(value, written, wanted)}


def unknown_key_complaint(key: str, allowed: Sequence[str]) -> dict[str, str]:
    """The words for a key that nothing reads, beside those that are ``allowed``."""
    before, colon, after = key.partition(":")
    if colon and before in allowed:
        advice = f"put a space after the colon: {before}: {shown(after)}"
    elif allowed:
        advice = did_you_mean(key, allowed) or f"the keys here are {joined(allowed, 'and')}"
    else:
        advice = "delete it"
    return {"key": shown_key(key), "advice": advice}


def item_complaint(length: int, wanted: int | None) -> dict[str, str]:
    """The words for a list with another number of items than the fixed one."""
    return {"reason": f"the list has {_counted(length, 'item')}", "advice": f"write exactly {wanted} items"}


def value_complaint(error: ErrorDetails, value: Value, written: str | None) -> dict[str, str]:
    """The reason and the advice for a value of the right kind that is not allowed, or for a key of the wrong form."""
    kind, context = error["type"], error.get("ctx", {})
    if kind not in OWN_CODES or kind in ("value_error", "assertion_error"):
        return _own_sentence(str(context.get("error", error["msg"])), context, value, written)
    if kind == "string_pattern_mismatch":
        return _form_complaint(str(value), context["pattern"])
    if kind == "string_too_short":
        return _short_text(context["min_length"])
    if kind in ("too_short", "too_long") and isinstance(value, list | dict):
        return _length_complaint(kind, context, value)
    reason, advice = LIMITS.get(kind, UNEXPLAINED)
    filled = {"found": described(value, written), **context}
    return {"reason": reason.format(**filled), "advice": advice.format(**filled)}


def _own_sentence(sentence: str, context: Mapping[str, Any], value: Value, written: str | None) -> dict[str, str]:
    if sentence.endswith((" is wanted", " are wanted")):
        sentence = f"{sentence} here, and this is {described(value, written)}"
    return {"reason": sentence, "advice": str(context.get("advice", ""))}


def _form_complaint(text: str, pattern: str) -> dict[str, str]:
    """A text that does not match a pattern; what the pattern is for is tried out on examples of it."""
    if _matches(pattern, "an-id-1"):
        wanted, advice = "an id takes small letters, digits and hyphens", "begin with a letter, and put - for a space"
    elif _matches(pattern, "ABC") or _matches(pattern, "AB"):
        wanted, advice = "a code in capital letters is wanted here", "write the code in capital letters"
    else:
        wanted, advice = "a text of another form is wanted here", UNEXPLAINED[1]
    apart = _apart(text)
    if len(apart) > 1 and all(_matches(pattern, part) for part in apart):
        return {
            "reason": f"{wanted}, and this is {described(text)}",
            "advice": f"write each apart, without quotes: {shown(', '.join(apart))}",
        }
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    near = next((form for form in (text.strip(), text.strip().upper(), slug) if _matches(pattern, form)), None)
    return {
        "reason": f"{wanted}, and this is {described(text)}",
        "advice": f"did you mean {shown(near)}?" if near else advice,
    }


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:  # a pattern of the regular expressions of Rust, which pydantic uses, and not of Python's
        return False


def _short_text(least: int) -> dict[str, str]:
    if least == 1:
        return {"reason": "the text is empty", "advice": "write something here"}
    return {"reason": f"the text has fewer than {least} characters", "advice": "write more"}


def _length_complaint(kind: str, context: Mapping[str, Any], value: list[Value] | dict[str, Value]) -> dict[str, str]:
    what, one = ("list", "item") if isinstance(value, list) else ("mapping", "key")
    if not value:
        return {"reason": f"the {what} is empty", "advice": f"write at least {_counted(context['min_length'], one)}"}
    limit = (
        f"at least {_counted(context['min_length'], one)}"
        if kind == "too_short"
        else f"at most {_counted(context['max_length'], one)}"
    )
    return {"reason": f"the {what} has {_counted(len(value), one)}", "advice": f"write {limit}"}


def _other_word(value: str | float, wanted: Wanted) -> str:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    if NOT_APPLICABLE in wanted.words and text.strip().lower() in AS_NOT_APPLICABLE:
        return f"write {NOT_APPLICABLE} where the question allows it, and why below it, as reason: …"
    near = did_you_mean(text, wanted.words)
    if near:
        return near
    others = [kind for kind in wanted.kinds if kind not in (NOTHING, BOOLEAN)]
    simple = [*wanted.words, *(["true", "false"] if BOOLEAN in wanted.kinds else [])]
    nothing = ["null"] if NOTHING in wanted.kinds else []
    return f"write {joined([*simple, *nothing, *others])}"


def _other_kind(value: Value, written: str | None, wanted: Wanted) -> str:
    """What to write instead of a value of the wrong kind."""
    if value is None:
        return "write it here"
    if TEXT in wanted.kinds and not isinstance(value, str):
        return _as_text(value, written)
    if LIST in wanted.kinds:
        return _as_list(value, written, wanted)
    if MAPPING in wanted.kinds:
        return _as_mapping(value, wanted)
    return _without_quotes(value, wanted) if isinstance(value, str) else f"write {wanted}"


def _as_mapping(value: Value, wanted: Wanted) -> str:
    glued = glued_key(value) if isinstance(value, str) else None
    if glued and glued[0] in wanted.keys:
        return f"put a space after the colon: {glued[0]}: {shown(glued[2])}"
    keys = f"; the keys here are {joined(wanted.keys, 'and')}" if wanted.keys else ""
    return f"write key: value in lines of their own{keys}"


def _as_list(value: Value, written: str | None, wanted: Wanted) -> str:
    if isinstance(value, dict):
        return "begin each item with a dash and a space"
    if wanted.entry_keys:
        keys = ", ".join(f"{key}: …" for key in wanted.entry_keys[:KEYS_OF_AN_EXAMPLE])
        return f"write each entry in a line of its own below the key, such as - {{{keys}}}"
    if isinstance(value, str) and all(map(WORD.fullmatch, apart := _apart(value))):
        return f"put brackets around it: [{', '.join(apart)}]"
    return f"put brackets around it: [{written or (shown_key(value) if isinstance(value, str) else '')}]"


def _apart(text: str) -> list[str]:
    """What a text would be if it were a list: its parts between commas."""
    return [part.strip() for part in text.split(",")]


def _as_text(value: Value, written: str | None) -> str:
    if isinstance(value, dict):
        return "put quotes around a text that holds a colon and a space"
    if isinstance(value, list):
        return "write one text, not in brackets and without a dash"
    return f'put quotes around it: "{written or described(value)}"'


def _without_quotes(text: str, wanted: Wanted) -> str:
    word = text.strip().lower()
    if BOOLEAN in wanted.kinds and word in AS_TRUE | AS_FALSE:
        return "write true" if word in AS_TRUE else "write false"
    pattern = r"-?\d{1,30}" if WHOLE in wanted.kinds else r"-?\d{1,30}(\.\d+)?" if NUMBER in wanted.kinds else r"(?!)"
    if re.fullmatch(pattern, word, re.ASCII):
        return f"take the quotes away: {word}"
    if DATE in wanted.kinds:
        return "write it as in 2024-12-31"
    return f"write {wanted}"


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
