"""Ages, in years."""

# Nobody is older: a higher number is a year or a typing slip.
OLDEST = 120
