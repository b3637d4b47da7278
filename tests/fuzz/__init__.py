"""Targets for a fuzzer, the inputs it starts from, and what the two parsers of YAML say differently."""
