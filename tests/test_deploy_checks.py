"""What a server's administrator is told by `manage.py check --deploy`."""

import pytest

from volunteering.deploy_checks import DANGERS, nothing_is_dangerous

SAFE = {
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "MAILERS": {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}},
    "ALLOWED_HOSTS": ["www.city.example"],
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache"}},
}
# What makes each of them so.
DANGEROUS = {
    "volunteering.W010": {"MIDDLEWARE": ["django.middleware.security.SecurityMiddleware"]},
    "volunteering.W011": {"WAGTAILIMAGES_EXTENSIONS": ["png", "svg"]},
    "volunteering.W012": {"WAGTAILDOCS_SERVE_METHOD": "direct"},
    "volunteering.W013": {"WAGTAIL_ENABLE_UPDATE_CHECK": True},
    "volunteering.W014": {"ALLOWED_HOSTS": ["*"]},
    "volunteering.W015": {
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend",
        "MAILERS": {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}},
    },
    "volunteering.W016": {"DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3"}}},
    "volunteering.W017": {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}},
    "volunteering.W018": {"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")},
    "volunteering.W019": {"RQ_QUEUES": {"default": {"URL": "redis://127.0.0.1/0"}}},
    "volunteering.W020": {"WAGTAIL_FINISH_WORKFLOW_ACTION": "wagtail.workflows.publish_workflow_state"},
}


def told(settings, changed):
    for name, value in {**SAFE, **changed}.items():
        setattr(settings, name, value)
    return [problem.id for problem in nothing_is_dangerous(None)]


def test_a_server_that_is_set_up_well_is_told_nothing(settings):
    assert told(settings, {}) == []


@pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
@pytest.mark.parametrize("danger", [danger.id for danger in DANGERS])
def test_each_danger_is_told_alone(danger, settings):
    assert told(settings, DANGEROUS[danger]) == [danger]
