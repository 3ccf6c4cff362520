"""Rivemont-sur-Loire, a town that does not exist: the data `seed_demo` shows every page type with."""
