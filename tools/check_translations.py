"""Check that every translation has the placeholders of its sentence: what a translator changed by mistake, before a reader sees it.

Usage: python tools/check_translations.py [FILE.po …]; without a file, all under npm_readiness/gap_report/locale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "npm_readiness" / "gap_report" / "locale"


def placeholders(sentence: str) -> set[str]:
    """The names in braces; raises ``ValueError`` where the braces do not match."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def wrong_translations(file: Path) -> Iterator[str]:
    """A line for each translation in a .po file whose placeholders are not those of its sentence."""
    with file.open("rb") as stream:
        catalog = read_po(stream)
    for message in catalog:
        forms = (message.id,) if isinstance(message.id, str) else message.id
        translated = (message.string,) if isinstance(message.string, str) else message.string or ()
        if not message.id:
            continue
        wanted = set().union(*(placeholders(form) for form in forms))
        for said in translated:
            try:
                found = placeholders(said)
            except ValueError as error:
                yield f"{file.name}: {forms[0]!r}: {error}"
                continue
            # The form for one can leave the number out: "one criterion".
            if said and not wanted - {"number"} <= found <= wanted:
                told = ", ".join(sorted(found ^ wanted))
                yield f"{file.name}: {forms[0]!r}: not the placeholders of the sentence: {told}"


def main() -> None:
    """Print what is wrong; exit with 1 where anything is."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(LOCALE.rglob("*.po"))
    wrong = [line for file in files for line in wrong_translations(file)]
    print("\n".join(wrong) or f"{len(files)} translations, nothing wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
