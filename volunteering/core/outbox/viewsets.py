"""What the offices see of the mails: those that never arrived, without a word of what they said."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from volunteering.core.outbox.letters import UnknownLetter, find_letter
from volunteering.core.outbox.models import OutgoingMail

PER_PAGE = 50


def letter_label(mail: OutgoingMail) -> str:
    try:
        return str(find_letter(mail.letter).label)
    except UnknownLetter:
        return mail.letter.rpartition(".")[2]


def reason(mail: OutgoingMail) -> str:
    """In our words, then the server's own: the offices read the first, whoever keeps the server the second."""
    words = mail.get_failure_display()
    return f"{words} – {mail.answer}" if mail.answer else str(words)


class FailedMailsView(IndexView):
    default_ordering = "-settled_at"
    is_searchable = False

    def get_base_queryset(self) -> QuerySet:
        return OutgoingMail.objects.failed().defer("about")

    def get_list_buttons(self, instance: Any) -> list:
        return []

    def get_add_url(self) -> None:
        return None

    def get_edit_url(self, instance: Any) -> None:
        return None


class FailedMailViewSet(ModelViewSet):
    """A list and nothing else: what is done about a failed mail is done with the person, by telephone."""

    model = OutgoingMail
    name = "volunteering_failed_mails"
    url_prefix = "engagement/failed-mails"
    icon = "mail"
    menu_label = _("Mails not delivered")
    index_view_class = FailedMailsView
    list_per_page = PER_PAGE
    # Nothing is edited here; Wagtail asks for the name of a form's fields all the same.
    form_fields: ClassVar[list[str]] = ["status"]
    list_display: ClassVar[list] = [
        Column("letter", label=_("Mail"), accessor=letter_label),
        Column("masked_recipient", label=_("Recipient")),
        DateColumn("settled_at", label=_("Given up"), sort_key="settled_at"),
        Column("reason", label=_("Reason"), accessor=reason),
        Column("attempts", label=_("Tries")),
    ]

    def register_reference_index(self) -> None:
        """A mail refers to nothing that an editor could delete."""

    def register_admin_url_finder(self) -> None:
        """It has no page of its own."""

    def get_urlpatterns(self) -> list:
        only = {"index", "index_results"}
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in only]
