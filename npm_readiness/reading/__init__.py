"""Strict YAML: what a file holds, where each value stands, and whether that fits a model.

This layer knows YAML and pydantic, and none of the models of this package.
"""
