"""What there is in a catalogue, without an assessment: lists, single entries, coverage, new profiles, validation."""
