"""Public submission → draft → Wagtail workflow."""
