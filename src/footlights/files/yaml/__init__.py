"""Blueprints as YAML: text read into a tree with exact positions, a tree read into a blueprint, a blueprint written down."""
