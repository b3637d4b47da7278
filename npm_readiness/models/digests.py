"""Digests of what files say: they change with the content and not with the layout."""

from __future__ import annotations

import hashlib
import json

__all__ = ["digest"]


def digest(data: object) -> str:
    """The SHA-256 of the canonical JSON of parsed YAML."""
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
