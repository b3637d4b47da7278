"""The gap report: an assessment as text, JSON, Markdown and HTML."""
