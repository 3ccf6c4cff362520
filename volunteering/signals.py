"""What the domains tell each other upwards. Down by call, up by signal."""

from django.dispatch import Signal

# Sent by agenda after the dates of an event changed. Arguments: event (EventPage).
occurrences_changed = Signal()

# Sent by the directory when the city suspends an association, and when it lifts that: inside the transaction, once the
# record is as it will be. Arguments: association (AssociationPage), by (the account that did it, or None).
association_suspended = Signal()
association_restored = Signal()

# Sent by the directory while two records of one association become one: move what hangs on `other` to `kept`.
# Arguments: kept, other (AssociationPage), by (the account that did it, or None).
associations_merged = Signal()

# Sent by missions after a mission's places or schedule changed. Arguments: mission (MissionPage).
mission_changed = Signal()

# Sent by moderation just before a version that was approved becomes public. Arguments: revision (wagtail's Revision),
# page (the page as it will be).
version_approved = Signal()

# Sent by moderation when reports of a public page made the city correct it or take it down: whoever knows who answers
# for such pages tells moderation where (`tell_who_answers`). Arguments: page (the specific page), decision
# (ReportDecision), words (to whom answers for the page).
content_decided = Signal()
