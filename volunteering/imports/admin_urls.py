"""The imports' screens, under the admin's address: /admin/volunteering/imports/…"""

from django.urls import path

from volunteering.imports.views import Confirm, GiveUp, Imports, Progress, Run, Upload

app_name = "volunteering_imports"

urlpatterns = [
    path("", Imports.as_view(), name="index"),
    path("new/<slug:source>/", Upload.as_view(), name="upload"),
    path("<uuid:pk>/", Run.as_view(), name="run"),
    path("<uuid:pk>/progress/", Progress.as_view(), name="progress"),
    path("<uuid:pk>/confirm/", Confirm.as_view(), name="confirm"),
    path("<uuid:pk>/give-up/", GiveUp.as_view(), name="give_up"),
]
