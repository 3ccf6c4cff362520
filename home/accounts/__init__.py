"""How residents and associations sign in: with a code sent to their address, never with a password (django-allauth)."""
