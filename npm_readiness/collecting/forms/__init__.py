"""The forms: each a folder or a module here, with a ``FORM`` in it. It imports what it draws with only when it draws."""

from __future__ import annotations

from pkgutil import iter_modules

__all__ = ["names"]


def names() -> tuple[str, ...]:
    """The names of the forms, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))
