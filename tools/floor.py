"""The floor under a report: what no tool in Python that reads the same files and writes a page as long can do without.

Run it: python tools/floor.py CATALOGUE PROFILE BYTES. It imports the same libraries, reads every YAML file of the catalogue and the
profile with PyYAML's parser in C, and writes a page of that many bytes, through Jinja2, to standard output. It checks nothing
and works nothing out. ``tools/benchmark.py`` runs it in turn with what it measures.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

USED = (BaseModel, ConfigDict, Field, model_validator)
"""What pydantic imports only when it is asked for."""

PAGE = """<!doctype html>
<title>{{ title }}</title>
{% for line in lines %}<p>{{ line }}</p>
{% endfor %}"""


def texts_in(value: Any) -> Iterator[str]:
    """Every text below a value of a YAML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def lines_of(documents: list[Any], size: int) -> Iterator[str]:
    """Texts, over and over, until they come to ``size`` bytes."""
    left = size
    while left > 0:
        for text in texts_in(documents):
            left -= len(text.encode()) + len("<p></p>\n")
            yield text
            if left <= 0:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description="Read the same files and write a page as long, and no more.")
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("profile", type=Path)
    parser.add_argument("bytes", type=int)
    chosen = parser.parse_args()
    files = [*sorted(chosen.catalogue.rglob("*.yaml")), chosen.profile]
    documents = [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files]
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    page = environment.from_string(PAGE).render(title=chosen.profile.name, lines=lines_of(documents, chosen.bytes))
    sys.stdout.buffer.write(page.encode())


if __name__ == "__main__":
    main()
