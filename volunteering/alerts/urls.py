"""Addresses of saved searches, under /engagement/."""

from django.urls import path

from volunteering.alerts.managing import Confirm, Manage, MySearches, Stop, StopAll
from volunteering.alerts.views import AskForLink, Follow, Sent, Stamp, Subscribe

GET_ONLY = ["get", "head", "options"]
POST_ONLY = ["post", "options"]

urlpatterns = [
    path("alertes/mon-lien/", AskForLink.as_view(), name="alert_link"),
    path("alertes/verifiez-vos-messages/", Sent.as_view(), name="alert_sent"),
    path("alertes/timbre/", Stamp.as_view(), name="alert_stamp"),
    path("alertes/confirmer/<str:token>/", Confirm.as_view(), name="confirm_alert"),
    path("alertes/arreter/<str:token>/", Stop.as_view(), name="stop_alert"),
    path("alertes/tout-arreter/<str:token>/", StopAll.as_view(), name="stop_all_alerts"),
    path("alertes/gerer/<str:token>/", Manage.as_view(http_method_names=GET_ONLY), name="manage_alerts"),
    path("alertes/gerer/<str:token>/<uuid:pk>/", Manage.as_view(http_method_names=POST_ONLY), name="change_alert"),
    path("alertes/<slug:kind>/", Subscribe.as_view(), name="subscribe"),
    path("mes-recherches/", MySearches.as_view(http_method_names=GET_ONLY), name="my_searches"),
    path("mes-recherches/<uuid:pk>/", MySearches.as_view(http_method_names=POST_ONLY), name="change_search"),
    path("mes-recherches/<slug:kind>/", Follow.as_view(), name="follow"),
]
