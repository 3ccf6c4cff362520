"""Connects every domain's ears; called once the apps are ready."""


def connect() -> None:
    # Importing is connecting: the receivers' decorators do the rest. Not before the models are loaded.
    from volunteering.agenda import signal_handlers as agenda
    from volunteering.missions import signal_handlers as missions

    assert agenda, missions
