"""Runs one target under atheris: ``python -m tests.fuzz.run TARGET [arguments of libFuzzer]``.

Needs the extra ``fuzz``. New inputs go to the folders that are named behind the target, as libFuzzer has it.
"""

from __future__ import annotations

import sys

import atheris

__all__ = ["main"]

INSTRUMENTED = ["npm_readiness", "yaml"]


def main() -> None:
    """Fuzz until libFuzzer is done, or until something escapes."""
    name, *rest = sys.argv[1:]
    with atheris.instrument_imports(include=INSTRUMENTED):
        from tests.fuzz.targets import TARGETS
    atheris.Setup([sys.argv[0], *rest], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
