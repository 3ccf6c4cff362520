"""Under the names by which django-allauth looks its pages up."""

from django.urls import path

from home.accounts.passkeys.views import (
    AddPasskey,
    MyPasskeys,
    PasskeySignIn,
    RemovePasskey,
    RenamePasskey,
    SignInAgain,
)

urlpatterns = [
    path("connexion/cle-d-acces/", PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("reconnexion/", SignInAgain.as_view(), name="account_reauthenticate"),
    path("cles-d-acces/", MyPasskeys.as_view(), name="mfa_index"),
    path("cles-d-acces/", MyPasskeys.as_view(), name="mfa_list_webauthn"),
    path("cles-d-acces/ajouter/", AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("cles-d-acces/<int:pk>/renommer/", RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path("cles-d-acces/<int:pk>/retirer/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
