"""The desk's own screens, under the admin's address: /admin/engagement/…"""

from django.urls import path

from volunteering.core.base_map import base_map
from volunteering.core.outbox.words.views import EditWords, Mails, ResetWords
from volunteering.desk.views.charter import CharterVersions
from volunteering.desk.views.dates import CancelDate, DateList, MoveDate, NoteDate, RestoreDate
from volunteering.desk.views.editions import NextEdition
from volunteering.desk.views.geocoding import Geocode
from volunteering.desk.views.guide import DismissGuide, RunSetup
from volunteering.desk.views.merging import MergeRecords
from volunteering.desk.views.national import NationalMissions
from volunteering.desk.views.processings import Processings
from volunteering.desk.views.recurrence import NextDates
from volunteering.desk.views.suspension import LiftSuspension, SuspendRecord

app_name = "volunteering_desk"

urlpatterns = [
    path("places/", Geocode.as_view(), name="geocode"),
    path("plan.geojson", base_map, name="plan"),
    path("national/", NationalMissions.as_view(), name="national"),
    path("charter/", CharterVersions.as_view(), name="charter"),
    path("processings/", Processings.as_view(), name="processings"),
    path("processings/results/", Processings.as_view(results_only=True), name="processings_results"),
    path("mails/", Mails.as_view(), name="mails"),
    path("mails/<str:letter>/<str:language>/", EditWords.as_view(), name="mail_words"),
    path("mails/<str:letter>/<str:language>/reset/", ResetWords.as_view(), name="reset_mail_words"),
    path("next-dates/", NextDates.as_view(), name="next_dates"),
    path("events/<int:page_id>/dates/", DateList.as_view(), name="dates"),
    path("events/<int:page_id>/next-edition/", NextEdition.as_view(), name="next_edition"),
    path("dates/<uuid:uid>/cancel/", CancelDate.as_view(), name="cancel_date"),
    path("dates/<uuid:uid>/move/", MoveDate.as_view(), name="move_date"),
    path("dates/<uuid:uid>/note/", NoteDate.as_view(), name="note_date"),
    path("dates/<uuid:uid>/restore/", RestoreDate.as_view(), name="restore_date"),
    path("records/<int:page_id>/suspend/", SuspendRecord.as_view(), name="suspend_record"),
    path("records/<int:page_id>/lift/", LiftSuspension.as_view(), name="lift_suspension"),
    path("records/<int:page_id>/merge/", MergeRecords.as_view(), name="merge_records"),
    path("guide/dismiss/", DismissGuide.as_view(), name="dismiss_guide"),
    path("guide/setup/", RunSetup.as_view(), name="setup"),
]
