"""The plugin's own addresses beside its pages. A site includes them once: path("", include("volunteering.urls"))."""

from django.urls import include, path

from volunteering.alerts import urls as alerts
from volunteering.applications import urls as applications
from volunteering.core.base_map import base_map
from volunteering.core.health.views import healthz, readyz
from volunteering.core.theme import theme
from volunteering.directory import urls as directory
from volunteering.help_requests import urls as help_requests
from volunteering.moderation.reporting import urls as reporting
from volunteering.moderation.submitting import urls as submitting
from volunteering.search.views import Search, Suggestions
from volunteering.volunteers import urls as volunteers

app_name = "volunteering"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("engagement/theme.css", theme, name="theme"),
    path("engagement/base-map.geojson", base_map, name="base_map"),
    path("engagement/", include("volunteering.feeds.urls")),
    path("engagement/", include(alerts)),
    path("engagement/", include(applications)),
    path("engagement/", include(directory)),
    path("engagement/", include(volunteers)),
    path("engagement/coups-de-main/", include(help_requests)),
    path("engagement/", include(submitting)),
    path("engagement/", include(reporting)),
    path("engagement/recherche/", Search.as_view(), name="search"),
    path("engagement/recherche/suggestions/", Suggestions.as_view(), name="suggestions"),
]
