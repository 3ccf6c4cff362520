from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("The city's site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Importing registers the description and connects the ears; not before the models are loaded.
        from home import jsonld
        from home.accounts import signal_handlers

        assert jsonld, signal_handlers
