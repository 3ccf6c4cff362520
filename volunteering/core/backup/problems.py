"""Why there is no backup, or no restoration. The sentence says what to do."""


class Refused(Exception):
    """Nothing was touched."""
