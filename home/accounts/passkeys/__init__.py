"""Passkeys: a finger, a face or the telephone's own code in the place of the e-mailed one, never on top of it."""
