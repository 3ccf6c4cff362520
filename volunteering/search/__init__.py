"""One search over everything the site publishes: an index of words of our own, the same on every database."""
