from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolunteeringConfig(AppConfig):
    name = "volunteering"
    label = "volunteering"
    verbose_name = _("Volunteering")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from volunteering import checks, deploy_checks, signal_handlers
        from volunteering.core import log_secrets

        checks.register()
        deploy_checks.register()
        log_secrets.keep_out()
        signal_handlers.connect()
