"""What ends the reading of a file before its end."""

from __future__ import annotations

from typing import Any

__all__ = ["StoppedError"]


class StoppedError(Exception):
    """Reading cannot go on: the problem ``code`` at the character ``index``, with the ``values`` for its sentences.

    ``reached`` is how far a parser had come, which can be beyond ``index``.
    """

    def __init__(self, index: int, code: str, **values: Any) -> None:
        super().__init__(code)
        self.index = index
        self.code = code
        self.values = values
        self.reached = index
