"""Statements: what the law asks a city to say of its own site."""
