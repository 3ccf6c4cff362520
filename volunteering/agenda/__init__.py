"""Events, the rules of their dates, and every dated occurrence."""
