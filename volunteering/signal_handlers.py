"""Connects every domain's ears; called once the apps are ready."""

from importlib import import_module

DOMAINS = ("agenda", "missions")


def connect() -> None:
    """Importing is connecting: the receivers' decorators do the rest. Not before the models are loaded."""
    for domain in DOMAINS:
        import_module(f"volunteering.{domain}.signal_handlers")
