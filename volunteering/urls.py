"""The plugin's own addresses beside its pages. A site includes them once: path("", include("volunteering.urls"))."""

app_name = "volunteering"

urlpatterns: list = []
