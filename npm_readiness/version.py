"""The version of the tool. Checklists carry versions of their own."""

__version__ = "0.2.0"
