"""The editors' face: what the Wagtail admin shows of associations, missions and events.

menu (the "Engagement" menu) · dashboard and guide (panels of the home page) · setup (pages, groups, workflow, words) ·
views and urls (screens beside Wagtail's own) · buttons and history (what Wagtail's screens get from us).
"""
