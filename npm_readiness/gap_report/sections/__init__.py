"""The sections of the gap report, in the order of its contents."""
