"""Several assessors of one country brought together: where they agree, where they differ, and one profile made of theirs."""
