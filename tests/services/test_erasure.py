"""Whoever had their data erased is nowhere: no table, no file, no key of Redis, no line of a log."""

import zlib
from pathlib import Path

import pytest
from django.conf import settings

from tests.privacy.lives import JEANNE, NAME, PHONE, full_life, tables_with
from tests.rig.services import free_port
from tests.services.worker import Worker
from volunteering.core.outbox.models import OutgoingMail
from volunteering.privacy.actions import erase_person

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SECRETS = (JEANNE, "kanari", NAME, PHONE)


def inflated(value: bytes) -> bytes:
    """rq packs what a job carries and what it failed with."""
    try:
        return zlib.decompress(value)
    except zlib.error:
        return value


def in_redis(worker: Worker) -> bytes:
    kept = []
    for key in worker.redis.scan_iter():
        kept += [key, worker.redis.dump(key)]
        if worker.redis.type(key) == b"hash":
            kept += [inflated(value) for value in worker.redis.hvals(key)]
    return b"\n".join(kept)


def in_files(*folders: Path) -> bytes:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return b"\n".join(str(file).encode() + file.read_bytes() for file in files)


def said(content: bytes) -> list[str]:
    return [secret for secret in SECRETS if secret.encode() in content]


def test_nothing_of_somebody_who_was_erased_is_anywhere(worker, tmp_path, caplog):
    """No mail server answers: what failed is kept for a week, with its reasons."""
    worker.environment |= {"EMAIL_URL": f"smtp://127.0.0.1:{free_port()}", "LOG_LEVEL": "DEBUG"}
    full_life()
    worker.work_off()
    assert OutgoingMail.objects.filter(recipient=JEANNE).exists()
    assert tables_with(*SECRETS)
    assert b"deliver_mail" in worker.log.read_bytes()

    erase_person(email=JEANNE)
    worker.work_off()
    assert tables_with(*SECRETS) == set()
    assert said(in_redis(worker)) == []
    assert said(in_files(Path(settings.MEDIA_ROOT), tmp_path)) == []
    assert said(caplog.text.encode()) == []


def test_the_search_finds_what_a_failed_job_would_have_kept(worker):
    """The other test would hear it."""
    worker.redis.hset("rq:job:x", "data", zlib.compress(JEANNE.encode()))
    assert said(in_redis(worker)) == [JEANNE, "kanari"]
