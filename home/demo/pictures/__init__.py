"""The pictures of the demo city, and the script that draws them (compose.py)."""
