"""Files as they are typed: one or more, with wildcards where the terminal has left them. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

__all__ = ["Files"]

WILDCARDS = frozenset("*?[")


class Files(argparse.Action):
    """One or more files. Wildcards stand for what they fit, in alphabetical order: the terminal of Windows leaves them as typed.

    What is itself the name of a file, or fits nothing, stays as it is.
    """

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - as argparse calls it
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        """Keep the names of the files."""
        typed = [str(value) for value in ([values] if isinstance(values, str) else values or ())]
        setattr(namespace, self.dest, [file for name in typed for file in _fitting(name)])


def _fitting(name: str) -> list[str]:
    if WILDCARDS.isdisjoint(name):
        return [name]
    from glob import escape, glob

    # Path.glob takes no pattern that begins at the root or at a drive.
    return glob(escape(name)) or sorted(glob(name)) or [name]  # noqa: PTH207
