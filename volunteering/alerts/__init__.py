"""Saved searches: what is new in a list, by e-mail, to whoever asked for it and confirmed."""
