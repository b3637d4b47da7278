"""Models of what our own code works out: made without a check, since checking thousands of them takes longer than the work.

They are checked like any other where they come from outside (``model_validate_json``): an assessment that was stored can be wrong.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from npm_readiness.models.base import Model

__all__ = ["Result", "trusted"]

ModelT = TypeVar("ModelT", bound=BaseModel)

if TYPE_CHECKING:
    # The type checker looks at every call, with the names and types of the fields, as it does for any model.
    from pydantic._internal._model_construction import ModelMetaclass as _MadeByUs
else:

    class _MadeByUs(type(BaseModel)):
        """The class of models whose calls do not check; pydantic makes instances from JSON without a call."""

        def __call__(cls, /, **values):
            return trusted(cls, **values)


class Result(Model, metaclass=_MadeByUs):
    """A frozen model of what our own code works out; the type checker is what checks the values that it is made of."""


def trusted(model: type[ModelT], /, **values: Any) -> ModelT:
    """An instance of these values as they are, the others at their defaults; raises ``TypeError`` for a name too many or too few.

    What pydantic's own ``model_construct`` does in several times the time.
    """
    defaults, wanted = _shape(model)
    content = defaults.copy()
    content.update(values)
    if len(content) != len(defaults) or not wanted <= values.keys():
        raise TypeError(f"{model.__name__}: not the fields {', '.join(sorted(wanted ^ values.keys()))}")
    made = model.__new__(model)
    # In the order of the fields, in which they are written.
    object.__setattr__(made, "__dict__", content)
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _shape(model: type[BaseModel]) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields of a model in their order with their defaults, and the names of those that have none."""
    fields = model.model_fields
    wanted = frozenset(name for name, field in fields.items() if field.is_required())
    return {name: None if name in wanted else field.get_default() for name, field in fields.items()}, wanted
