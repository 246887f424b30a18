"""Reactions in, scored reactions out. Pure."""
