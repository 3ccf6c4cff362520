"""Addresses about one record, under /engagement/."""

from django.urls import path

from volunteering.directory.checking import CheckRecord
from volunteering.directory.claiming import ClaimByCity, ClaimByCode, ClaimRecord
from volunteering.directory.taking_charge import TakeCharge

urlpatterns = [
    path("associations/fiche/<str:token>/", CheckRecord.as_view(), name="check_record"),
    path("associations/prendre-en-main/<str:token>/", TakeCharge.as_view(), name="take_charge"),
    path("associations/<int:pk>/c-est-mon-association/", ClaimRecord.as_view(), name="claim"),
    path("associations/<int:pk>/c-est-mon-association/code/", ClaimByCode.as_view(), name="claim_by_code"),
    path("associations/<int:pk>/c-est-mon-association/demander/", ClaimByCity.as_view(), name="claim_by_city"),
]
