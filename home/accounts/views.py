"""The steps of signing in that differ from django-allauth's, and the editors' door."""

from typing import Any

from allauth.account.views import ConfirmEmailVerificationCodeView, ConfirmLoginCodeView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import LoginView as AdminLoginView


class CodeMixin:
    """Says for how long a code holds, and that it held no longer: django-allauth starts again without a word."""

    stage = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        if self.stage and self._process is None:
            messages.warning(request, _("This code is no longer valid. Ask for a new one: it comes at once."))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(minutes=settings.SIGN_IN_CODE_MINUTES, **kwargs)


class SignInCode(CodeMixin, ConfirmLoginCodeView):
    """GET/POST /compte/connexion/code/"""


class SignUpCode(CodeMixin, ConfirmEmailVerificationCodeView):
    """GET/POST /compte/inscription/code/"""


class EditorSignIn(AdminLoginView):
    """GET/POST /admin/login/: Wagtail's, but someone signed in who is no editor is told so instead of asked again."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            return render(request, "account/editors_only.html", status=403)
        return super().dispatch(request, *args, **kwargs)
