"""Connects every domain's ears; called once the apps are ready."""

from importlib import import_module

from volunteering.core import freshness
from volunteering.signals import mission_changed, occurrences_changed

DOMAINS = ("agenda", "missions", "search")


def connect() -> None:
    """Importing is connecting: the receivers' decorators do the rest. Not before the models are loaded."""
    for domain in DOMAINS:
        import_module(f"volunteering.{domain}.signal_handlers")
    freshness.listen()
    for signal in (mission_changed, occurrences_changed):
        signal.connect(freshness.touch, dispatch_uid="volunteering.freshness")
