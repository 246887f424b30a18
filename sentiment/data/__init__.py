"""Lexicons, word lists and models, and the loader that checks them."""
