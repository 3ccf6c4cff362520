"""Addresses of help requests, under /engagement/coups-de-main/."""

from django.urls import path

from volunteering.help_requests.following import ExtendByLink, FollowByLink, FollowInAccount, MyHelpRequests
from volunteering.help_requests.giving import AcceptHelpCharter, HelpList, HelpOffer
from volunteering.help_requests.offers import MyHelpOffer, MyHelpOffers
from volunteering.help_requests.threads import AskerThreadByLink, AskerThreadInAccount
from volunteering.help_requests.views import (
    AskForHelp,
    AskForMyHelpLink,
    AskWithAccount,
    MyHelpLinkSent,
    ProveHelpRequest,
    TypeHelpCode,
)

urlpatterns = [
    path("", HelpList.as_view(), name="help_requests"),
    path("charte/", AcceptHelpCharter.as_view(), name="accept_help_charter"),
    path("demander/", AskForHelp.as_view(), name="ask_for_help"),
    path("demander/avec-mon-compte/", AskWithAccount.as_view(), name="ask_for_help_with_account"),
    path("demander/code/<str:token>/", TypeHelpCode.as_view(), name="type_help_code"),
    path("demander/confirmer/<str:token>/", ProveHelpRequest.as_view(), name="prove_help_request"),
    path("mon-lien/", AskForMyHelpLink.as_view(), name="my_help_link"),
    path("verifiez-vos-messages/", MyHelpLinkSent.as_view(), name="my_help_link_sent"),
    path("suivi/<str:token>/", FollowByLink.as_view(), name="follow_help_request"),
    path("suivi/<str:token>/prolonger/", ExtendByLink.as_view(), name="extend_help_request"),
    path("suivi/<str:token>/messages/<uuid:pk>/", AskerThreadByLink.as_view(), name="help_thread"),
    path("mes-demandes/", MyHelpRequests.as_view(), name="my_help_requests"),
    path("mes-demandes/<uuid:pk>/", FollowInAccount.as_view(), name="my_help_request"),
    path("mes-demandes/<uuid:request_pk>/messages/<uuid:pk>/", AskerThreadInAccount.as_view(), name="my_help_thread"),
    path("mes-offres/", MyHelpOffers.as_view(), name="my_help_offers"),
    path("mes-offres/<uuid:pk>/", MyHelpOffer.as_view(), name="my_help_offer"),
    path("<uuid:pk>/", HelpOffer.as_view(), name="offer_help"),
]
