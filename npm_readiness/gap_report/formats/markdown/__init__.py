"""Markdown (GitHub's)."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import COMMENT, sealed

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> str:
    from npm_readiness.gap_report.formats.markdown.file import markdown_of

    return sealed(markdown_of(shown.part), COMMENT)


FORMAT = Format((".md", ".markdown"), _drawn, in_parts=True)
"""What the ending of a file tells, and how it is drawn."""
