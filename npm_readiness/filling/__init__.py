"""Profiles while they are being filled in: which questions they ask, how these are written, what is added, how far they are."""
