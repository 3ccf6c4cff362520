"""Addresses of links that mails carry are secrets; Django writes the address of each failed request into its log.

`keep_out()` puts a filter on the loggers that do, whatever the site's LOGGING says: of the address, the signed part is
left out. What a web server in front writes down is its own matter (docs/how-to/server.md).
"""

import logging
import re

LOGGERS = ("django.request", "django.security.csrf", "django.server")
# What django.core.signing makes: a value, mostly a moment, and 43 characters of signature; with our two separators.
SIGNED = re.compile(r"[\w.=-]*?(?::|\.|%3A)(?:[\w-]{6,7}(?::|%3A))?[\w-]{43}(?![\w-])", re.IGNORECASE)
LEFT_OUT = "…"


class WithoutSecrets(logging.Filter):
    """Lets every record pass, without what is signed in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(without_secrets, record.args))
        record.msg = without_secrets(record.msg)
        return True


def without_secrets(value: object) -> object:
    return SIGNED.sub(LEFT_OUT, value) if isinstance(value, str) else value


def keep_out() -> None:
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutSecrets) for each in logger.filters):
            logger.addFilter(WithoutSecrets())
