"""Texts made at random: documents of our own kind, YAML that is nearly right, and what is no YAML at all."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st

relaxed = settings(deadline=None)
"""For all properties here: how long one example takes says nothing on a busy machine."""

PRINTABLE = st.characters(
    exclude_categories=("Cs", "Cc"), include_characters="\t\n\x85", exclude_characters="\ufeff\ufffe\uffff"
)

words = st.sampled_from(
    ["yes", "no", "null", "true", "1", "0x1F", "1e3", "2023-12-14", "NO", "~", ".inf", "<<", "-", "a: b"]
)
texts = words | st.text(PRINTABLE, max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | texts
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)

# fmt: off
PIECES = [
    "a: b", "a: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ",", ": ", ":", "?", "? ", "'",
    '"', "\\", "x", "1", "0x1F", "~", " ", "\t", "#", " # c", "|\n", ">-\n", "|+2\n", "&a ", "*a ", "!t ",
    "!!str ", "---\n", "...\n", "%", "%YAML 1.2\n", "\r\n", "\r", "\x85", "\u2028", "é", "😀", "\ufeff", "<<",
    "-", "null", "\\x41", "\\e", "@", "`", "''", '""', "k: v\n", "- - ", "https://x?y=z",
]
# fmt: on

nearly_yaml = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def typed(value: Any) -> str:
    """A value in a form that tells 1 from true and from 1.0, as equality does not."""
    return json.dumps(value)


def written(value: Any, style: str = '"') -> str:
    """A value as YAML, with all texts in quotes (or in the given style where they can be), each on one line."""
    dumper = type("Dumper", (_Dumper,), {"text_style": style})
    return yaml.dump(value, Dumper=dumper, allow_unicode=True, width=100_000, sort_keys=False)


class _Dumper(yaml.SafeDumper):
    text_style = '"'

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def quoted(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=self.text_style)


_Dumper.add_representer(str, _Dumper.quoted)
