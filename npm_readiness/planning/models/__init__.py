"""The same country under each model of a mechanism and each body that may become it, side by side."""
