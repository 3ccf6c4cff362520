"""A mail that waits, and mail servers that answer as told."""

from contextlib import contextmanager

import pytest

from config.settings.mail import mail_settings
from tests.core.outbox.letters import note
from tests.rig.services import free_port
from tests.services.postman import postman

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def mail(db):
    return note()


@pytest.fixture
def mail_leaves_by(settings):
    """Real SMTP, to this port of this machine."""

    def use(port):
        for name, value in mail_settings(SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=5).items():
            setattr(settings, name, value)

    return use


@pytest.fixture
def mail_server(mail_leaves_by):
    """`with mail_server(RCPT="550 no") as server: …`"""

    @contextmanager
    def told(**answers):
        with postman(**answers) as server:
            mail_leaves_by(server.server_address[1])
            yield server

    return told


@pytest.fixture
def no_mail_server(mail_leaves_by):
    mail_leaves_by(free_port())
