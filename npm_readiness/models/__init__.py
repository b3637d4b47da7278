"""The data: words, catalogue, profile and assessment, all of it frozen."""
