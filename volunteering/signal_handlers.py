"""Connects every domain's ears, tells the search what each lets people find, the agenda what stands beside its dates,
the register of personal data what each holds on people, `purge_expired` for how long, `check_invariants` what each
promises, the archive what becomes of each table, and editors what each writes; called once the apps are ready.
"""

from importlib import import_module

from volunteering.core import freshness
from volunteering.core.outbox.letters import register_letters
from volunteering.privacy.registry import register, register_processing
from volunteering.signals import mission_changed, occurrences_changed

# The search first: a page that it has just read is not read again when its dates follow.
EARS = (
    "search.signal_handlers",
    "agenda.signal_handlers",
    "missions.signal_handlers",
    "directory.signal_handlers",
    # Behind the missions: by then the places are those of the page.
    "applications.signal_handlers",
    "volunteers.signal_handlers",
    "moderation.signal_handlers",
    "imports.signal_handlers",
)
FOUND = ("agenda.search", "missions.search", "directory.search")
BESIDE = ("missions.beside",)
# In the order in which people are asked what they would like to propose.
PROPOSED = ("agenda.submissions", "missions.submissions", "directory.submissions")
# In the order in which somebody is erased: first sign-ups and offers, which the person protects; mails last of all.
HELD = (
    "applications",
    "help_requests",
    "moderation",
    "moderation.reporting",
    "volunteers",
    "directory",
    "alerts",
    "core.outbox",
)
# What is done with personal data and is nobody's to erase by a button.
PROCESSED = ("imports", "desk", "privacy")
# In the order in which their terms are told.
KEPT = ("applications", "help_requests", "moderation", "directory", "alerts", "core.outbox", "imports")
# In the order in which editors see their mails.
WRITING = (
    "applications.notifications.kinds",
    "help_requests.notifications.kinds",
    "directory.notifications",
    "moderation.notifications",
    "moderation.reporting.notifications",
    "alerts.notifications",
)

PROMISED = (
    *("missions", "applications", "help_requests", "agenda", "directory", "moderation"),
    *("core.outbox", "core.uploads"),
)


def connect() -> None:
    """Importing is connecting: decorators and registrations do the rest. Not before the models are loaded."""
    for module in (*EARS, *FOUND, *BESIDE, *PROPOSED):
        import_module(f"volunteering.{module}")
    for domain in HELD:
        register(import_module(f"volunteering.{domain}.personal_data"), last=domain == "core.outbox")
    for domain in PROCESSED:
        register_processing(import_module(f"volunteering.{domain}.processing"))
    for domain in KEPT:
        import_module(f"volunteering.{domain}.retention")
    for domain in PROMISED:
        import_module(f"volunteering.{domain}.invariants")
    for module in WRITING:
        for name, heading, letters in import_module(f"volunteering.{module}").MAILS:
            register_letters(name, heading, letters)
    import_module("volunteering.archive.contents")
    freshness.listen()
    for signal in (mission_changed, occurrences_changed):
        signal.connect(freshness.touch, dispatch_uid="volunteering.freshness")
