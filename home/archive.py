"""What becomes of the city's own tables, and of those of the apps that it chose, when everything leaves."""

from django.utils.translation import gettext_lazy as _

from volunteering.archive.tables import register

register(
    content=[
        *("home.HomePage", "home.StandardPage", "home.NewsIndexPage", "home.NewsPage"),
        *("wagtailmenus.MainMenu", "wagtailmenus.MainMenuItem", "wagtailmenus.FlatMenu", "wagtailmenus.FlatMenuItem"),
    ],
    people=["account.EmailAddress"],
    left_out={
        "account.EmailConfirmation": _("Over in an hour."),
        "mfa.Authenticator": _("A passkey works at one host name only: people make a new one there."),
    },
)
