"""Records: what a dataclass does, they do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import field, fields, replace

from npm_readiness.records import record


@record(frozen=True)
class Place:
    """A record of two fields, of which one tells nothing apart."""

    name: str
    seen: int = field(default=0, compare=False, repr=False)


@record(frozen=True)
class Route:
    """A record of records."""

    start: Place
    end: Place
    tags: tuple[str, ...] = ()


def test_it_is_compared_and_looked_up_by_its_fields() -> None:
    assert Place("a", seen=1) == Place("a", seen=2)
    assert Place("a") != Place("b")
    other: object = Place("a")
    assert Route(Place("a"), Place("b")) != other
    assert {Route(Place("a"), Place("b")): 1}[Route(Place("a", seen=3), Place("b"))] == 1


def test_it_is_shown_changed_and_copied_as_a_dataclass_is() -> None:
    route = Route(Place("a"), Place("b"))
    assert repr(route) == "Route(start=Place(name='a'), end=Place(name='b'), tags=())"
    assert replace(route, tags=("x",)) == Route(Place("a"), Place("b"), ("x",))
    assert [one.name for one in fields(Route)] == ["start", "end", "tags"]
    assert copy.deepcopy(route) == pickle.loads(pickle.dumps(route)) == route
