"""The only door to outgoing mail: written down with what it tells, delivered later, once. See docs/explanation/mail.md.

post(letter=Welcome, to=address, about={"search": str(search.pk)}, dedup_key=f"welcome:{search.pk}")
"""
