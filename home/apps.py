from importlib import import_module

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from volunteering.privacy.registry import register


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("The city's site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Importing registers the descriptions and connects the ears; not before the models are loaded.
        for module in (
            "home.jsonld",
            "home.menus",
            "home.search",
            "home.submissions",
            "home.accounts.signal_handlers",
            "home.accounts.retention",
            "home.archive",
        ):
            import_module(module)
        # Last: by their account somebody is recognised until then.
        register(import_module("home.accounts.personal_data"), last=True)
        post_migrate.connect(make_cache_tables, sender=self)


def make_cache_tables(using: str, **kwargs: object) -> None:
    """`migrate` is all a site has to run: a cache kept in the database has its table too."""
    call_command("createcachetable", database=using, verbosity=0)
