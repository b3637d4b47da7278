"""Records: dataclasses whose classes are made in a third of the time.

A report is made by a hundred kinds of them, and Python writes and compiles six functions for each whenever it starts: a tenth of
the time of a report. Here it compiles one, and the others are shared. To the type checker it is ``dataclasses.dataclass``, and that
a record is frozen is what the type checker holds everybody to: at run time nothing stands in the way of a change, and making a
record takes a third of the time too.
"""

from __future__ import annotations

TYPE_CHECKING = False  # As typing has it, whose import takes as long as all arguments.
if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    def record(*, frozen):  # noqa: ARG001 - the type checker reads it
        """A dataclass of which nothing is changed; it is compared, hashed and shown by its fields as any other is."""
        made = dataclass(eq=False, repr=False)

        def decorate(cls):
            cls = made(cls)
            compared = tuple(field.name for field in fields(cls) if field.compare)
            cls._compared = staticmethod(attrgetter(*compared)) if len(compared) > 1 else _sole(compared)
            cls.__eq__, cls.__hash__, cls.__repr__ = _equal, _hash, _shown
            return cls

        return decorate

    def _sole(names):
        """What reads the one field that there is, or none."""
        return staticmethod(lambda one: tuple(getattr(one, name) for name in names))

    def _equal(self, other):
        return self._compared(self) == other._compared(other) if other.__class__ is self.__class__ else NotImplemented

    def _hash(self):
        return hash(self._compared(self))

    def _shown(self):
        shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{self.__class__.__qualname__}({shown})"


__all__ = ["record"]
