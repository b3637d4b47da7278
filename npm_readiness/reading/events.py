"""The events of a YAML text, from the parser in C where PyYAML has it, else from the one in Python."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import Event, ScalarEvent

from npm_readiness.reading.characters import SURROGATE, refused_escape
from npm_readiness.reading.limits import MAX_DEPTH
from npm_readiness.reading.pure import PureParser
from npm_readiness.reading.stopping import StoppedError
from npm_readiness.reading.syntax import explain, problem_index

__all__ = ["parse_events", "span"]

OWN_LIMIT_OF_LIBYAML = "maximum nesting depth"
"""What libyaml says, since its version 0.2.6, where more than 1,000 lists and mappings stand one within the other."""


class _OwnLimitError(Exception):
    """The parser's own limit on depth, met at the character ``index`` when it had ``given`` so many events."""

    def __init__(self, index: int, given: int) -> None:
        super().__init__(index, given)
        self.index = index
        self.given = given


def parse_events(text: str, *, pure: bool = False) -> Iterator[Event]:
    """The events of ``text``, one by one, so that whoever reads them can stop before the text has an effect.

    ``pure`` asks for the parser in Python. Raises :class:`StoppedError` where the text is not valid YAML.

    Libyaml reads ahead within a line, for up to 1,024 characters, to find out whether what begins there is a key. If it
    meets its own limit on depth on the way, it gives up without the events of the brackets before it. They are asked for
    again, of the text up to that place: our limit, which is lower, is found in them.
    """
    try:
        yield from _events(text, pure)
    except _OwnLimitError as limit:
        index, given = limit.index, limit.given
    else:
        return
    yield from islice(_events(text[:index], pure), given, None)
    raise StoppedError(index, "yaml-too-deep", limit=MAX_DEPTH)


def _events(text: str, pure: bool) -> Iterator[Event]:
    parser = _parser(text, pure)
    given = 0
    try:
        while parser.check_event():
            event: Event = parser.get_event()
            _refuse_surrogates(event, text)
            given += 1
            yield event
    except MarkedYAMLError as error:
        if OWN_LIMIT_OF_LIBYAML in str(error.problem):
            raise _OwnLimitError(problem_index(error), given) from None
        raise explain(error, text) from None
    except (YAMLError, OverflowError, ValueError):
        # PyYAML's Python parser turns \UFFFFFFFF into a character without looking, and breaks at it.
        index, name = refused_escape(text, max(text.rfind("\\", 0, getattr(parser, "index", 0)), 0), len(text))
        raise StoppedError(index, "yaml-character", character=name) from None
    finally:
        parser.dispose()


def _parser(text: str, pure: bool) -> Any:
    in_c = getattr(yaml, "CSafeLoader", None)
    return PureParser(text) if pure or in_c is None else in_c(text)


def _refuse_surrogates(event: Event, text: str) -> None:
    """Stop at an escape of half a character, as libyaml does; the parser in Python lets it pass."""
    if isinstance(event, ScalarEvent) and not event.value.isascii() and SURROGATE.search(event.value):
        index, name = refused_escape(text, span(event)[0], span(event)[1])
        raise StoppedError(index, "yaml-character", character=name)


def span(event: Event) -> tuple[int, int]:
    """Where an event begins and ends, in characters. Both parsers always say so, whatever their types allow."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)
