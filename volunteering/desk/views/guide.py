"""The two buttons of the first-run guide."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.users.models import UserProfile

from volunteering.desk.guide import DISMISSED
from volunteering.desk.setup import set_up


class DismissGuide(View):
    """POST: this person has seen enough of the guide."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        profile = UserProfile.get_for_user(request.user)
        profile.dismissibles = {**profile.dismissibles, DISMISSED: True}
        profile.save(update_fields=["dismissibles"])
        return redirect("wagtailadmin_home")


class RunSetup(View):
    """POST: what `manage.py setup` does, for those who may do everything."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_superuser:
            raise PermissionDenied
        created = [line for line in set_up() if line.is_new]
        if created:
            sentence = ngettext(
                "Done: %(number)d thing was created.", "Done: %(number)d things were created.", len(created)
            )
            messages.success(request, sentence % {"number": len(created)})
        else:
            messages.info(request, _("Everything was there already: nothing has changed."))
        return redirect("wagtailadmin_home")
