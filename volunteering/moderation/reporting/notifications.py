"""Every mail about reports. None quotes a report, none says who reported: not to the page's side, nor to the office."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.moderation.models import Outcome, Report, ReportDecision

TITLE = Placeholder("title", pgettext_lazy("placeholder", "title"), _("The title of the page"))
SEE = _("See the page")


def public_url(page: Page | None) -> str:
    """Empty once nobody can read it there."""
    return (page.full_url or "") if page is not None and page.live else ""


class AboutPage(Letter):
    """`words`: what the office writes."""

    placeholders: ClassVar[tuple[Placeholder, ...]] = (TITLE,)
    text_template = "volunteering/reporting/mail/about.txt"
    html_template = "volunteering/reporting/mail/about.html"

    def told(self, *, title: str, words: str, page: Page | None) -> dict[str, Any]:
        return {"title": title, "words": words, "url": public_url(page), "button": str(SEE)}

    def example(self, *, home: str) -> dict[str, Any]:
        words = str(_("An example of what the town hall writes."))
        return {"title": str(_("Example of an event")), "words": words, "url": home, "button": str(SEE)}


class ReportReceived(AboutPage):
    """`about`: {"report": key}."""

    label = _("Report: it has arrived")
    subject = _("Your report has arrived: %(title)s – %(city_name)s")
    opening = _("Thank you for telling us. The town hall has your report about this page:")
    closing = _("Somebody reads it within 24 hours, and we write to you once it is decided. Nobody else learns of it.")

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        found = Report.objects.filter(pk=mail.about.get("report")).select_related("page").first()
        if found is None:
            raise NothingToSay
        return self.told(title=found.title, words="", page=found.page)


class ReportDecided(AboutPage):
    """`about`: {"report": key}. To who reported."""

    subject = _("About your report: %(title)s – %(city_name)s")
    closing = _("You see it otherwise? Call the town hall: we talk about it. Thank you for taking care of this site.")

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Report.objects.filter(pk=mail.about.get("report"), decision__isnull=False)
        found = rows.select_related("page", "decision").first()
        if found is None:
            raise NothingToSay
        return self.told(title=found.title, words=found.decision.words, page=found.page)


class ReportKept(ReportDecided):
    label = _("Report: nothing to change")
    opening = _("The town hall has read your report, and changes nothing on this page:")


class ReportCorrected(ReportDecided):
    label = _("Report: the page is corrected")
    opening = _("Thank you: with your report, the town hall has corrected this page:")


class ReportTakenDown(ReportDecided):
    label = _("Report: the page is taken down")
    opening = _("Thank you: after your report, the town hall has taken this page off the site:")


class PageDecided(AboutPage):
    """`about`: {"decision": key}. To who answers for the page, only when something was done."""

    closing = _("You see it otherwise? Call the town hall: we talk about it.")

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        found = ReportDecision.objects.filter(pk=mail.about.get("decision")).select_related("page").first()
        if found is None:
            raise NothingToSay
        return self.told(title=found.title, words=found.statement, page=found.page)


class PageCorrected(PageDecided):
    label = _("To who answers for a page: it was corrected")
    subject = _("Your page was corrected: %(title)s – %(city_name)s")
    opening = _("Something on this page had to be put right, and the town hall has done so:")


class PageTakenDown(PageDecided):
    label = _("To who answers for a page: it was taken down")
    subject = _("Your page was taken off the site: %(title)s – %(city_name)s")
    opening = _("The town hall has taken this page off the site. Here is why:")


TO_REPORTERS: dict[str, type[ReportDecided]] = {
    Outcome.KEEP: ReportKept,
    Outcome.CORRECT: ReportCorrected,
    Outcome.TAKE_DOWN: ReportTakenDown,
}
TO_ANSWERERS: dict[str, type[PageDecided]] = {Outcome.CORRECT: PageCorrected, Outcome.TAKE_DOWN: PageTakenDown}
MAILS = (("reports", _("Reported pages"), (ReportReceived, *TO_REPORTERS.values(), *TO_ANSWERERS.values())),)
