"""The demo city's addresses; the plugin brings its own under one include."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config.api import router as api
from home.accounts import urls as account_urls
from home.accounts.views import EditorSignIn
from volunteering import urls as volunteering_urls

urlpatterns = [
    path("admin/login/", EditorSignIn.as_view(), name="wagtailadmin_login"),
    *([path("admin/queues/", include("home.queue_urls"))] if apps.is_installed("django_rq") else []),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("compte/", include(account_urls)),
    # Wagtail's own form with a password, for pages that only some may read.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("sitemap.xml", sitemap),
    path("api/v2/", api.urls),
    path("recherche/", RedirectView.as_view(pattern_name="volunteering:search", query_string=True), name="search"),
    path("", include(volunteering_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(wagtail_urls)),
]
