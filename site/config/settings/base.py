"""What the demo city always has, wherever it runs."""

from pathlib import Path

import environ
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

REPOSITORY = Path(__file__).resolve().parent.parent.parent.parent

env = environ.Env()
# Where the database, uploaded files and collected assets live.
VAR = Path(env("VOLUNTEERING_VAR", default=str(REPOSITORY / "var")))

INSTALLED_APPS = [
    "home",
    "volunteering",
    "wagtailgeowidget",
    "wagtailmenus",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "volunteering.core.security_headers.SecurityHeaders",
    "volunteering.core.page_cache.PageCache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [REPOSITORY / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "wagtailmenus.context_processors.wagtailmenus",
            ],
        },
    },
]


def sqlite(path: Path | str) -> dict:
    """SQLite as it must be set for a site: readers never wait, a writer waits its turn instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


DATABASES = {"default": sqlite(VAR / "demo.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("en", "English")]
TIME_ZONE = "Europe/Paris"
WAGTAIL_USER_TIME_ZONES = ["Europe/Paris"]
USE_I18N = True
USE_TZ = True
# The city's own texts, those of the shell in templates/ included.
LOCALE_PATHS = [REPOSITORY / "home" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = []
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# Residents and associations sign in by a code sent to their address, never with a password (home/accounts). Signing in
# opens no account: who has none signs up, on a page that says so, and a city may keep that to itself.
SIGN_UP_IS_OPEN = env.bool("SIGN_UP_IS_OPEN", default=True)
SIGN_IN_CODE_MINUTES = 15
ACCOUNT_ADAPTER = "home.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "home.accounts.forms.SignInForm",
    "signup": "home.accounts.forms.SignUpForm",
    "confirm_login_code": "home.accounts.forms.SignInCodeForm",
    "confirm_email_verification_code": "home.accounts.forms.SignUpCodeForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = SIGN_IN_CODE_MINUTES * 60
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = SIGN_IN_CODE_MINUTES * 60
# Longer than a code is valid, so that someone who types it too late is told.
ACCOUNT_LOGIN_TIMEOUT = 60 * 60
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
# Digits only: they are typed on a telephone. Eight of them and three tries leave a guess one chance in 33 million.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
# Counted in the cache. Tight for one account, wide for one connection: a whole town hall shares one.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "signup": "60/m/ip",
    "request_login_code": "120/m/ip,3/m/key,20/h/key",
    "login_failed": "60/m/ip,5/5m/key",
}
# Passkeys replace the code, for whoever likes (home/accounts/passkeys). Each belongs to the site's host name.
MFA_ADAPTER = "home.accounts.passkeys.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Asked by pages of our own, which count from the sign-in; as many tries as for a code.
MFA_REAUTHENTICATION_REQUIRED = False
MFA_RATE_LIMITS = {"webauthn_login": ACCOUNT_RATE_LIMITS["login"]}
# Pages for some visitors only ask for the same code; the admin's password reset is closed, a code does the same.
WAGTAIL_FRONTEND_LOGIN_URL = reverse_lazy("account_login")
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "home.accounts.forms.EditorSignInForm"
DEFAULT_FROM_EMAIL = "Rivemont-sur-Loire <ne-pas-repondre@rivemont.example>"

WAGTAIL_SITE_NAME = "Rivemont-sur-Loire"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
# Nothing in the admin calls another company's server.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILEMBEDS_FINDERS = []
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Approval publishes the revision the editor read, not one that was saved meanwhile.
WAGTAIL_FINISH_WORKFLOW_ACTION = "volunteering.moderation.publishing.publish_reviewed"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Menus come from wagtailmenus, whose own panels trip this check; ours are clean (a test runs the check without them).
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W002"]

FORMAT_MODULE_PATH = []
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

# Public pages and their pieces, in each process's own memory: what is kept is tied to the content's version in the
# database, and strangers who ask for thousands of addresses push out nothing else. Packed, a page takes some 12 KB.
PAGES = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "pages",
    "OPTIONS": {"MAX_ENTRIES": 2000},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}, "pages": PAGES}

# A code was sent to the address of every account before it opened.
VOLUNTEERING: dict = {"PAGE_CACHE": "pages", "ACCOUNTS_PROVE_ADDRESSES": True}
