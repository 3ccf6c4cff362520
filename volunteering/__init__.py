"""Associations, events and volunteering missions, published from the Wagtail site a city already runs.

The map, from the ground up (a package imports only what stands above it in this list):

core        the ground, knows no domain: taxonomy, the city's settings, places, recurrence, fields, page mixins, mail
privacy     what is held on people: told, handed over, erased at their own wish
relay       masked contact: two sides talk, no address leaves it
statements  what the law asks the city to say of its own site
moderation  public submission → draft → Wagtail workflow
search      words, their spelling, the pages that hold them; each domain says what it lets people find
directory   associations, who speaks for them, whether their records are still right
volunteers  residents who give a hand
missions    what associations need people for: missions, their shifts, what is left of their places
help_requests  who asks for a hand, and who gives it: area and need before, the address only after
agenda      events, their date rules, and the materialised occurrences
applications  who signs up for which mission, and what becomes of it
alerts      saved searches: what is new in a list, by e-mail
feeds       one format per file: querysets in, text out
imports     row → form → report, dry run first: OpenAgenda, RNA, iCalendar
archive     all of it in one file that anybody can read, and back: the exit door
reports     every published figure is a named function
desk        the editors' face: listings, dashboard, the set-up guide

`models` is a façade for Django, `wagtail_hooks` only wires, `checks` tells an installer what is missing.
"""

__version__ = "0.1.0"
