"""Keeps robots out of public forms without asking people anything: a trap they fill in, a stamp they cannot copy."""
