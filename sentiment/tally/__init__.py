"""Scored reactions in, distinct reactions and tables out. Pure."""
