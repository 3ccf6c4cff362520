"""The dashboard of the queues beneath the admin's address, for superusers: django-rq's own, inside our shell
(templates/admin/base_site.html). Only where the settings name a queue: nothing else imports this module.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_rq.urls import get_admin_urlpatterns, get_api_urlpatterns
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

View = Callable[..., HttpResponse]


def for_superusers(view: View) -> View:
    """Others get what every screen of the admin gives them: its sign-in, or its refusal."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_superuser:
            raise PermissionDenied
        # What django-rq asks for is a mark of Django's admin, which Wagtail's form for users does not set.
        request.user.is_staff = True
        return view(request, *args, **kwargs)

    return require_admin_access(checked)


app_name = "django_rq"
urlpatterns = decorate_urlpatterns([*get_api_urlpatterns(), *get_admin_urlpatterns()], for_superusers)
