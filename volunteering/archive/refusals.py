"""Why an archive is not written or not taken, in words that say how to repair it and name nobody."""


class Refused(Exception):
    """Nothing was changed."""
