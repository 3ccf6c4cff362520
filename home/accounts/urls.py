"""The city's account pages: those of django-allauth that a site without passwords needs, under French addresses.

django-allauth looks some addresses up by name even where their page makes no sense here: those lead to the sign-in.
"""

from allauth.account.views import account_inactive, login, logout, signup
from django.urls import path
from django.views.generic import RedirectView

from home.accounts.passkeys import urls as passkey_urls
from home.accounts.views import SignInCode, SignUpCode

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_home = RedirectView.as_view(url="/")

urlpatterns = [
    path("connexion/", login, name="account_login"),
    path("connexion/code/", SignInCode.as_view(), name="account_confirm_login_code"),
    path("inscription/", signup, name="account_signup"),
    path("inscription/code/", SignUpCode.as_view(), name="account_email_verification_sent"),
    path("deconnexion/", logout, name="account_logout"),
    path("suspendu/", account_inactive, name="account_inactive"),
    path("connexion/recevoir-un-code/", to_sign_in, name="account_request_login_code"),
    path("mot-de-passe/", to_sign_in, name="account_reset_password"),
    path("adresse/", to_home, name="account_email"),
    *passkey_urls.urlpatterns,
]
