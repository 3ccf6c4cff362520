"""The mails of saved searches."""

from typing import Any, ClassVar

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.alerts.links import CONFIRM, MANAGE, STOP, STOP_ALL, link_to
from volunteering.alerts.models import Frequency, SavedSearch
from volunteering.alerts.subjects import SUBJECTS, Item
from volunteering.core.links import absolute
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder

SEARCH = pgettext_lazy("placeholder", "search")
LABEL = Placeholder("label", SEARCH, _("What the search is called"))
OFTEN = Placeholder("often", pgettext_lazy("placeholder", "often"), _("How often one is written to"))
FIRST_LABEL = Placeholder("first_label", SEARCH, _("What the first search is called"))


class AboutOneSearch(Letter):
    """`about`: {"search": id}."""

    placeholders: ClassVar[tuple[Placeholder, ...]] = (LABEL, OFTEN)

    def search(self, mail: OutgoingMail) -> SavedSearch:
        found = SavedSearch.objects.select_related("site").filter(pk=mail.about.get("search")).first()
        if found is None:
            raise NothingToSay
        return found

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        search = self.search(mail)
        return {"label": search.label, "often": search.get_frequency_display(), "url": self.url(search)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"label": str(_("Example of a search")), "often": str(Frequency.WEEKLY.label), "url": home}

    def url(self, search: SavedSearch) -> str:
        return link_to("manage_alerts", MANAGE, search)


class Confirmation(AboutOneSearch):
    label = _("Saved search: confirmation")
    subject = _("One click left: %(label)s – %(city_name)s")
    opening = _("One click left, and you receive what is new:")
    text_template = "volunteering/alerts/mail/confirmation.txt"
    html_template = "volunteering/alerts/mail/confirmation.html"

    def url(self, search: SavedSearch) -> str:
        if search.confirmed_at is not None:
            raise NothingToSay
        return link_to("confirm_alert", CONFIRM, search)


class AlreadyFollowed(AboutOneSearch):
    label = _("Saved search: already followed")
    subject = _("You follow this search already: %(label)s – %(city_name)s")
    opening = _("Someone, perhaps you, asked once more to receive what is new. You follow this search already:")
    text_template = "volunteering/alerts/mail/already.txt"
    html_template = "volunteering/alerts/mail/already.html"


class ManageLink(AboutOneSearch):
    label = _("Saved search: link to manage")
    subject = _("Your searches – %(city_name)s")
    opening = _("Here is the link to the searches you follow. You can pause, change or delete them.")
    text_template = "volunteering/alerts/mail/manage.txt"
    html_template = "volunteering/alerts/mail/manage.html"


class NothingFollowed(Letter):
    label = _("Saved search: none with this address")
    subject = _("No search with this address – %(city_name)s")
    opening = _("Someone, perhaps you, asked for the searches that this address follows. It follows none.")
    text_template = "volunteering/alerts/mail/nothing.txt"
    html_template = "volunteering/alerts/mail/nothing.html"


class Digest(Letter):
    """`about`: {"sections": [{"search": id, "items": [page ids], "total": number}]}."""

    label = _("Saved search: what is new")
    subject = _("New for you: %(first_label)s – %(city_name)s")
    opening = _("Here is what is new since our last message.")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (FIRST_LABEL,)
    text_template = "volunteering/alerts/mail/digest.txt"
    html_template = "volunteering/alerts/mail/digest.html"
    is_bulk = True

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        wanted = [section["search"] for section in mail.about.get("sections", [])]
        searches = SavedSearch.objects.listening().select_related("site").in_bulk(wanted, field_name="pk")
        by_id = {str(key): search for key, search in searches.items()}
        sections = [_section(by_id[each["search"]], each) for each in mail.about["sections"] if each["search"] in by_id]
        sections = [section for section in sections if section["entries"]]
        if not sections:
            raise NothingToSay
        some = next(iter(searches.values()))
        return {
            "sections": sections,
            "first_label": sections[0]["label"],
            "manage_url": link_to("manage_alerts", MANAGE, some),
        }

    def example(self, *, home: str) -> dict[str, Any]:
        label = str(_("Example of a search"))
        item = Item(str(_("Example of an event")), home, str(_("Saturday 14 March, 10 am – 12 noon")))
        section = {"label": label, "entries": [item], "more": 2, "list_url": home, "stop_url": home}
        return {"sections": [section], "first_label": label, "manage_url": home}

    def unsubscribe_url(self, mail: OutgoingMail) -> str:
        """Ends all of them: the button of the mail program speaks of the sender, not of one list."""
        wanted = [section["search"] for section in mail.about.get("sections", [])]
        some = SavedSearch.objects.select_related("site").filter(pk__in=wanted).first()
        if some is None:
            raise NothingToSay
        return link_to("stop_all_alerts", STOP_ALL, some)


MAILS = (("alerts", _("Saved searches"), (Digest, Confirmation, AlreadyFollowed, ManageLink, NothingFollowed)),)


def _section(search: SavedSearch, section: dict[str, Any]) -> dict[str, Any]:
    subject = SUBJECTS[search.kind]
    items = subject.items(section["items"])
    return {
        "label": search.label,
        "entries": [Item(item.title, absolute(item.url, search.site), item.fact) for item in items],
        "more": max(0, section["total"] - len(section["items"])),
        "list_url": list_address(search),
        "stop_url": link_to("stop_alert", STOP, search),
    }


def list_address(search: SavedSearch) -> str:
    """The list as the search narrows it."""
    index = SUBJECTS[search.kind].index(search.site)
    path = index.get_url() if index else reverse("volunteering:my_searches")
    query = QueryDict(search.query).urlencode()
    return absolute(f"{path}?{query}" if query else path, search.site)
