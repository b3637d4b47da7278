"""Profiles compared: one country over time, and countries side by side. Pure functions; a small summary is kept of each profile."""
