"""HTML: one file that loads nothing, runs nothing, and can be opened from a USB stick."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from npm_readiness.gap_report.cleaning import is_safe_address
from npm_readiness.gap_report.document import Block, Report

__all__ = ["html_of"]

TEMPLATES = Path(__file__).with_name("templates")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["block_kind"] = _block_kind
    environment.tests["safe_link"] = lambda address: address.startswith("#") or is_safe_address(address)
    environment.tests["outside"] = lambda address: not address.startswith("#")
    return environment


def html_of(report: Report) -> str:
    """The report as an HTML page. Its style is allowed by its hash, and nothing else is."""
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("report.html.j2")
    return template.render(report=report, style=_Verbatim(style), policy=policy)


class _Verbatim(str):
    """The style sheet, our own file: a template may print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _block_kind(block: Block) -> str:
    """The macro that draws a block."""
    return type(block).__name__.lower()
