"""Article in, reactions out. Pure."""
