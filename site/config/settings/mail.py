"""How mail leaves, in the words of the Django that runs: 6.1 turned the EMAIL_* settings into one, MAILERS."""

import django

OPTIONS = {
    "EMAIL_HOST": "host",
    "EMAIL_PORT": "port",
    "EMAIL_HOST_USER": "username",
    "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls",
    "EMAIL_USE_SSL": "use_ssl",
    "EMAIL_TIMEOUT": "timeout",
}


def mail_settings(backend: str, **named: object) -> dict:
    """Settings for this backend; `named` are its other EMAIL_* settings, as EMAIL_URL gives them."""
    if django.VERSION < (6, 1):
        return {"EMAIL_BACKEND": backend, **named}
    options = {OPTIONS[name]: value for name, value in named.items() if name in OPTIONS and value is not None}
    return {"MAILERS": {"default": {"BACKEND": backend, "OPTIONS": options}}}
