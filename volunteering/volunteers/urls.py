"""Addresses of one's own profile, under /engagement/."""

from django.urls import path

from volunteering.volunteers.profile import AcceptCharter, Likes, Pause, Profile, When, Where, You

urlpatterns = [
    path("mon-profil/", Profile.as_view(), name="my_profile"),
    path("mon-profil/pause/", Pause.as_view(), name="pause_my_profile"),
    path("mon-profil/charte/", AcceptCharter.as_view(), name="accept_charter"),
    path("mon-profil/vous/", You.as_view(), name="profile_you"),
    path("mon-profil/ou/", Where.as_view(), name="profile_where"),
    path("mon-profil/quand/", When.as_view(), name="profile_when"),
    path("mon-profil/ce-que-j-aime/", Likes.as_view(), name="profile_likes"),
]
