"""The reasoning: pure functions from a profile and a catalogue to an assessment."""
