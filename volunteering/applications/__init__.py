"""Who signs up for which mission, and what becomes of it."""
