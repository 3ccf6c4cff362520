"""Residents who give a hand: who they are, when and where they can, what they like. Seen by hardly anybody."""
