"""Associations: the index page, their records."""
