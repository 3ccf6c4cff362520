"""Addresses of submissions, under /engagement/."""

from django.urls import path

from volunteering.moderation.submitting import begin_views, change_views, follow_views, step_views

urlpatterns = [
    path("proposer/", begin_views.Propose.as_view(), name="propose"),
    path("proposer/modifier/<int:pk>/", change_views.ChangePage.as_view(), name="change_page"),
    path("proposer/modifier/<int:pk>/lien/", change_views.AskToChange.as_view(), name="ask_to_change"),
    path("proposer/changer/<str:token>/", change_views.ChangeByLink.as_view(), name="change_by_link"),
    path("proposer/<slug:kind>/", begin_views.Begin.as_view(), name="begin_submission"),
    path("propositions/", follow_views.Mine.as_view(), name="my_submissions"),
    path("propositions/mon-lien/", follow_views.AskForMyLink.as_view(), name="my_submissions_link"),
    path("propositions/verifiez-vos-messages/", follow_views.MyLinkSent.as_view(), name="submissions_link_sent"),
    path("propositions/confirmer/<str:token>/", follow_views.Confirm.as_view(), name="confirm_submission"),
    path("propositions/<str:token>/", follow_views.Follow.as_view(), name="follow_submission"),
    path("propositions/<str:token>/etape/<slug:step>/", step_views.Step.as_view(), name="submission_step"),
    path("propositions/<str:token>/relire/", step_views.Review.as_view(), name="review_submission"),
    path("propositions/<str:token>/plus-tard/", follow_views.Later.as_view(), name="continue_later"),
]
