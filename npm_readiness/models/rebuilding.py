"""Models from JSON that we wrote ourselves, without a check: of what the model itself dumped it makes the same model again.

For what comes from outside there is pydantic, which checks, and which first has to build what checks.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Set
from datetime import date
from enum import Enum
from functools import cache, partial
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from npm_readiness.models.results import made_of

__all__ = ["rebuilt"]

ModelT = TypeVar("ModelT", bound=BaseModel)
Builder = Callable[[Any], Any]


def rebuilt(model: type[ModelT], content: dict[str, Any]) -> ModelT:
    """The model that was dumped as ``content``, without what was not set; it takes ``content`` over, which is of no use any more.

    Raises ``TypeError``, ``LookupError`` or ``ValueError`` for what cannot be a dump of it, where that shows.
    """
    for name, builder in _builders(model):
        if name in content:
            content[name] = builder(content[name])
    return made_of(model, content)


@cache
def _builders(model: type[BaseModel]) -> tuple[tuple[str, Builder], ...]:
    """What makes the values of the fields that JSON writes as something else."""
    found = ((name, _builder(field.annotation)) for name, field in model.model_fields.items())
    return tuple((name, builder) for name, builder in found if builder is not None)


def _builder(kind: Any) -> Builder | None:
    """What makes a value of a type from JSON; ``None`` where JSON has it as it is."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _builder(inner[0])
    if origin is tuple:
        return _builder_of_tuple(_builder(inner[0]))
    if origin in (Union, types.UnionType):
        return _builder_of_union(inner)
    return _builder_of_class(kind) if isinstance(kind, type) else None


def _builder_of_class(kind: type) -> Builder | None:
    if issubclass(kind, BaseModel):
        return partial(rebuilt, kind)
    if issubclass(kind, Enum):
        return {word.value: word for word in kind}.__getitem__
    return date.fromisoformat if kind is date else None


def _builder_of_tuple(one: Builder | None) -> Builder:
    return tuple if one is None else lambda value: tuple([one(part) for part in value])


def _builder_of_union(kinds: tuple[Any, ...]) -> Builder | None:
    """Which of several types a value has, its JSON tells: a list, an object (by its keys), a text, or what is as it is."""
    bare = [get_args(kind)[0] if get_origin(kind) is Annotated else kind for kind in kinds]
    models = {kind: kind.model_fields.keys() for kind in bare if isinstance(kind, type) and issubclass(kind, BaseModel)}
    lists = [_builder(kind) for kind in bare if get_origin(kind) is tuple]
    others = [kind for kind in bare if kind not in models and get_origin(kind) is not tuple]
    texts = [builder for kind in others if (builder := _builder(kind)) is not None]

    def build(value: Any) -> Any:
        if isinstance(value, dict):
            return rebuilt(_fitting(models, value), value)
        if isinstance(value, list) and lists[0] is not None:
            return lists[0](value)
        if isinstance(value, str):
            return next((made for builder in texts if (made := _tried(builder, value)) is not None), value)
        return value

    return build if models or lists or texts else None


def _fitting(models: Mapping[type[BaseModel], Set[str]], content: Mapping[str, Any]) -> type[BaseModel]:
    """The first of the models that has all these keys."""
    return next(model for model, keys in models.items() if content.keys() <= keys)


def _tried(builder: Builder, value: str) -> Any:
    """What comes of a text, ``None`` where it is no word of this set."""
    try:
        return builder(value)
    except (LookupError, ValueError):
        return None
