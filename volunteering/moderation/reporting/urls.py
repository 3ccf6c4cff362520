"""Addresses of reports, under /engagement/."""

from django.urls import path

from volunteering.moderation.reporting.views import ReportPage, ReportTaken

urlpatterns = [
    path("signaler/merci/", ReportTaken.as_view(), name="report_taken"),
    path("signaler/<int:pk>/", ReportPage.as_view(), name="report_page"),
]
