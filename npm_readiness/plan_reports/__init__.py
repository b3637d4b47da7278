"""Documents on the results of planning: a module for each kind of result, drawn by the formats of the gap report."""
