"""What the domains tell each other upwards. Down by call, up by signal."""

from django.dispatch import Signal

# Sent by agenda after the dates of an event changed. Arguments: event (EventPage).
occurrences_changed = Signal()

# Sent by missions after a mission's places or schedule changed. Arguments: mission (MissionPage).
mission_changed = Signal()

# Sent by moderation just before a version that was approved becomes public. Arguments: revision (wagtail's Revision),
# page (the page as it will be).
version_approved = Signal()
