"""Models of what our own code works out: made without a check, since checking thousands of them takes longer than the work.

They are checked like any other where they come from outside (``model_validate_json``): an assessment that was stored can be wrong.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from npm_readiness.models.base import Model
from npm_readiness.records import record

__all__ = ["Result", "made_of", "trusted"]

ModelT = TypeVar("ModelT", bound=BaseModel)

if TYPE_CHECKING:
    # The type checker looks at every call, with the names and types of the fields, as it does for any model.
    from pydantic._internal._model_construction import ModelMetaclass as _MadeByUs
else:

    class _MadeByUs(type(BaseModel)):
        """The class of models whose calls do not check; pydantic makes instances from JSON without a call."""

        def __call__(cls, /, **values):
            return made_of(cls, values)


class Result(Model, metaclass=_MadeByUs):
    """A frozen model of what our own code works out; the type checker is what checks the values that it is made of."""


def trusted(model: type[ModelT], /, **values: Any) -> ModelT:
    """An instance of these values as they are, the others at their defaults; raises ``TypeError`` for a name too many or too few.

    What pydantic's own ``model_construct`` does in several times the time.
    """
    return made_of(model, values)


def made_of(model: type[ModelT], values: dict[str, Any]) -> ModelT:
    """As :func:`trusted`, of values in a dictionary that it takes over."""
    shape = _shape(model)
    content, given = values, shape.all_given
    if tuple(values) != shape.names:
        # In the order of the fields, in which they are written.
        content, given = shape.defaults.copy(), set(values)
        content.update(values)
        if len(content) != len(shape.names) or not shape.wanted <= given:
            raise TypeError(f"{model.__name__}: not the fields {', '.join(sorted(shape.wanted ^ given))}")
    made = _new(model)
    _put(made, "__dict__", content)
    _put(made, "__pydantic_fields_set__", given)
    _put(made, "__pydantic_extra__", None)
    _put(made, "__pydantic_private__", None)
    return made


_new, _put = object.__new__, object.__setattr__


@record(frozen=True)
class _Shape:
    """The fields of a model in their order, their defaults, and those that have none.

    ``all_given`` is shared by all instances that were given every field: nobody changes what a frozen model was given.
    """

    names: tuple[str, ...]
    defaults: dict[str, Any]
    wanted: frozenset[str]
    all_given: set[str]


@cache
def _shape(model: type[BaseModel]) -> _Shape:
    fields = model.model_fields
    wanted = frozenset(name for name, field in fields.items() if field.is_required())
    defaults = {
        name: None if name in wanted else field.get_default(call_default_factory=True) for name, field in fields.items()
    }
    return _Shape(tuple(fields), defaults, wanted, set(fields))
