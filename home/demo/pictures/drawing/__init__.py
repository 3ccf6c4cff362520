"""Inks, light, scenes, people and objects from which the pictures of the demo city are composed."""
