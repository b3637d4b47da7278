"""From gaps to a plan: the road, the models, a bill, comparisons, several assessors. Pure functions."""
