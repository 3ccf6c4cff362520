"""Asking all parts in bounded time, even where one of them hangs: a database may take a connection and say nothing."""

import logging
import threading
from collections.abc import Callable

from django.db import connections

from volunteering.core.health.parts import PARTS, State

logger = logging.getLogger(__name__)

SECONDS = 3.0


class Look(threading.Thread):
    """Asks one part after the other, on connections of its own; `found` holds what answered so far."""

    def __init__(self) -> None:
        super().__init__(name="readyz", daemon=True)
        self.found: dict[str, State] = {}

    def run(self) -> None:
        try:
            for name, ask in PARTS.items():
                self._ask(name, ask)
        finally:
            connections.close_all()

    def _ask(self, name: str, ask: Callable[[], State | None]) -> None:
        try:
            state = ask()
        except Exception as error:
            # Whoever asks is told that it is down; whoever keeps the log, what it said.
            logger.warning("%s is down: %s", name, error)
            state = State.DOWN
        if state is not None:
            self.found[name] = state


_lock = threading.Lock()
_running: Look | None = None


def look() -> dict[str, State]:
    """What each part says after at most `SECONDS`. Several who ask at once share one look: one that hangs stays the
    only one.
    """
    asked = _shared()
    asked.join(SECONDS)
    found = dict(asked.found)
    if asked.is_alive():
        found |= {name: State.SILENT for name in PARTS if name not in found}
    return {name: found[name] for name in PARTS if name in found}


def _shared() -> Look:
    global _running
    with _lock:
        if _running is None or not _running.is_alive():
            _running = Look()
            _running.start()
        return _running
