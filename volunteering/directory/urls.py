"""Addresses about one record, under /engagement/."""

from django.urls import path

from volunteering.directory.checking import CheckRecord
from volunteering.directory.claiming import ClaimByCity, ClaimByCode, ClaimRecord

urlpatterns = [
    path("associations/fiche/<str:token>/", CheckRecord.as_view(), name="check_record"),
    path("associations/<int:pk>/c-est-mon-association/", ClaimRecord.as_view(), name="claim"),
    path("associations/<int:pk>/c-est-mon-association/code/", ClaimByCode.as_view(), name="claim_by_code"),
    path("associations/<int:pk>/c-est-mon-association/demander/", ClaimByCity.as_view(), name="claim_by_city"),
]
