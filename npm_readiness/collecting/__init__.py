"""Answers from the people who know: who is asked what, in forms that they can fill in, and back into a profile."""
