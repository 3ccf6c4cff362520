"""Addresses of sign-ups, under /engagement/."""

from django.urls import path

from volunteering.applications import my_calendar, my_data, space
from volunteering.applications.conversing import ApplicantThread, MyThreadByLink, MyThreadInAccount
from volunteering.applications.inviting import FindVolunteers, Invite, StopBeingFound
from volunteering.applications.managing import Applicants, MineByLink, MineInAccount
from volunteering.applications.views import AskForMyLink, MyLinkSent, Prove, SignUpHere, SignUpWithAccount, TypeCode
from volunteering.privacy.views import Erased

GET_ONLY = {"http_method_names": ["get", "head", "options"]}
POST_ONLY = {"http_method_names": ["post", "options"]}

urlpatterns = [
    path("missions/<int:pk>/participer/", SignUpHere.as_view(), name="sign_up"),
    path("missions/<int:pk>/participer/avec-mon-compte/", SignUpWithAccount.as_view(), name="sign_up_with_account"),
    path("inscription/code/<str:token>/", TypeCode.as_view(), name="type_code"),
    path("inscription/confirmer/<str:token>/", Prove.as_view(), name="prove_sign_up"),
    path("mes-missions/", MineInAccount.as_view(**GET_ONLY), name="my_missions"),
    path("mes-missions/mon-lien/", AskForMyLink.as_view(), name="my_link"),
    path("mes-missions/verifiez-vos-messages/", MyLinkSent.as_view(), name="my_link_sent"),
    path("mes-missions/calendrier/", my_calendar.ChangeCalendarInAccount.as_view(), name="change_calendar"),
    path("mes-missions/<uuid:pk>/", MineInAccount.as_view(**POST_ONLY), name="change_my_mission"),
    path("mes-missions/ne-plus-etre-invite/<str:token>/", StopBeingFound.as_view(), name="stop_being_found"),
    path("mes-missions/<str:token>/", MineByLink.as_view(**GET_ONLY), name="my_applications"),
    path(
        "mes-missions/<str:token>/calendrier/",
        my_calendar.ChangeCalendarByLink.as_view(),
        name="change_calendar_by_link",
    ),
    path("mon-calendrier/<str:token>.ics", my_calendar.MyCalendar.as_view(), name="my_calendar"),
    path("mes-missions/<str:token>/<uuid:pk>/", MineByLink.as_view(**POST_ONLY), name="change_my_application"),
    path("mes-missions/<uuid:pk>/messages/", MyThreadInAccount.as_view(), name="my_thread_in_account"),
    path("mes-missions/<str:token>/<uuid:pk>/messages/", MyThreadByLink.as_view(), name="my_thread"),
    path("association/qui-vient/<str:token>/<uuid:pk>/messages/", ApplicantThread.as_view(), name="applicant_thread"),
    path("mes-donnees/", my_data.MyDataInAccount.as_view(), name="my_data"),
    path("mes-donnees/effacees/", Erased.as_view(), name="my_data_erased"),
    path("mes-donnees/effacer/", my_data.EraseInAccount.as_view(), name="erase_my_data"),
    path("mes-donnees/fichier/<str:kind>/", my_data.MyFileInAccount.as_view(), name="my_data_file"),
    path("mes-donnees/<str:token>/", my_data.MyDataByLink.as_view(), name="my_data_by_link"),
    path("mes-donnees/<str:token>/effacer/", my_data.EraseByLink.as_view(), name="erase_my_data_by_link"),
    path("mes-donnees/<str:token>/fichier/<str:kind>/", my_data.MyFileByLink.as_view(), name="my_data_file_by_link"),
    path("mon-association/", space.MySpace.as_view(), name="my_space"),
    path("mon-association/invitation/<str:token>/", space.AcceptInvitation.as_view(), name="accept_invitation"),
    path("mon-association/<int:association_pk>/fiche/", space.ConfirmRecord.as_view(), name="space_confirm"),
    path("mon-association/<int:association_pk>/membres/", space.Members.as_view(), name="space_members"),
    path("mon-association/missions/<int:mission_pk>/", space.Applicants.as_view(**GET_ONLY), name="space_applicants"),
    path("mon-association/missions/<int:mission_pk>/feuille/", space.Roster.as_view(), name="space_roster"),
    path("mon-association/missions/<int:mission_pk>/chercher/", FindVolunteers.as_view(), name="space_find"),
    path(
        "mon-association/missions/<int:mission_pk>/inviter/<uuid:volunteer_pk>/", Invite.as_view(), name="space_invite"
    ),
    path("mon-association/missions/<int:mission_pk>/ecrire/", space.WriteToAll.as_view(), name="space_write"),
    path(
        "mon-association/missions/<int:mission_pk>/<uuid:pk>/",
        space.Applicants.as_view(**POST_ONLY),
        name="space_change_applicant",
    ),
    path(
        "mon-association/missions/<int:mission_pk>/<uuid:pk>/messages/",
        space.SpaceThread.as_view(),
        name="space_thread",
    ),
    path("association/qui-vient/<str:token>/", Applicants.as_view(**GET_ONLY), name="answer_applicants"),
    path("association/qui-vient/<str:token>/<uuid:pk>/", Applicants.as_view(**POST_ONLY), name="change_applicant"),
]
