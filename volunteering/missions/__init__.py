"""Missions: what associations and the city need people for."""
