"""A new workbook of Excel, in which every text stays a text whatever it begins with."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

__all__ = ["new_book"]

TEXT_ALONE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def new_book(stream: BytesIO, title: str, day: str) -> Any:
    """A workbook that is written to a stream when it is closed; ``day`` is that of the profile, so that no clock is asked."""
    book = xlsxwriter.Workbook(stream, TEXT_ALONE)
    book.set_properties({"title": title, "created": datetime.fromisoformat(day)})
    return book
