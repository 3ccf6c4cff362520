"""Masked contact: two sides talk through the site, and no address ever leaves it."""
