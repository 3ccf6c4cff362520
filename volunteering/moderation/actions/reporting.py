"""Reports of public pages: taken from anybody, answered once for all that were read, forgotten in time."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Site

from volunteering.core.addresses import fingerprint
from volunteering.core.antispam.stamps import spend_stamp
from volunteering.core.outbox.actions import post
from volunteering.moderation.history import report_action
from volunteering.moderation.models import Outcome, Report, ReportDecision
from volunteering.moderation.reporting.notifications import TO_ANSWERERS, TO_REPORTERS, ReportReceived
from volunteering.signals import content_decided

DECIDE = "volunteering.change_report"
PURGED_AT_ONCE = 500


class NothingOpen(Exception):
    """Somebody has answered meanwhile."""


@transaction.atomic
def report(
    *, page: Page, site: Site, reason: str, words: str = "", email: str = "", language: str, stamp: str
) -> Report:
    """With an address: a receipt. Raises `Replayed`."""
    spend_stamp(stamp)
    about = {"page": page, "site": site, "title": page.title[:255], "language": language}
    found = Report.objects.create(reason=reason, words=words.strip(), email=email, **about)
    if email:
        _post(ReportReceived, found, {"report": found.pk}, f"ReportReceived:{found.pk}")
    return found


@transaction.atomic
def decide(
    *, page: Page, outcome: Outcome, words: str, statement: str = "", seen: int | None = None, by: Any
) -> ReportDecision:
    """`seen`: the key of the newest report that was read; what came later stays open. `statement`: to whom answers for
    the page, when something was done. Raises `NothingOpen`, PermissionDenied.
    """
    if not by.has_perm(DECIDE):
        raise PermissionDenied
    reports = _locked(page, seen=seen)
    if outcome == Outcome.TAKE_DOWN and page.live:
        UnpublishPageAction(page.specific, user=by).execute()
    decision = _answered(page, reports, outcome=outcome, words=words, statement=statement)
    log(instance=page.specific, action=report_action(outcome), user=by, data={"reports": len(reports)})
    if outcome != Outcome.KEEP:
        content_decided.send(
            sender=page.specific_class, page=page.specific, decision=decision, words=decision.statement
        )
    return decision


@transaction.atomic
def close_for_deleted(*, page: Page) -> None:
    """What was reported is gone, whoever deleted it: its reporters learn that, and nobody is blamed."""
    if Report.objects.open().of_page(page).exists():
        _answered(page, _locked(page), outcome=Outcome.TAKE_DOWN, words="", statement="", is_gone=True)


def _locked(page: Page, *, seen: int | None = None) -> list[Report]:
    rows = Report.objects.select_for_update(of=("self",)).select_related("site").open().of_page(page)
    found = list(rows.filter(pk__lte=seen) if seen is not None else rows)
    if not found:
        raise NothingOpen
    return found


def _answered(
    page: Page, reports: list[Report], *, outcome: Outcome, words: str, statement: str, is_gone: bool = False
) -> ReportDecision:
    decision = ReportDecision.objects.create(
        page_id=None if is_gone else page.pk,
        site=reports[0].site,
        title=page.title[:255],
        outcome=outcome,
        words=words.strip(),
        statement=statement.strip(),
    )
    Report.objects.filter(pk__in=[each.pk for each in reports]).update(decision=decision)
    letter = TO_REPORTERS[outcome]
    for each in reports:
        if each.email:
            _post(letter, each, {"report": each.pk}, f"{letter.__name__}:{each.pk}")
    return decision


def tell_who_answers(*, decision: ReportDecision, to: Iterable[str]) -> None:
    """Each address once per decision, whoever names it. Nothing of it says who reported."""
    letter = TO_ANSWERERS[Outcome(decision.outcome)]
    for address in filter(None, to):
        key = f"{letter.__name__}:{decision.pk}:{fingerprint(address)}"
        post(letter=letter, to=address, about={"decision": decision.pk}, dedup_key=key, site=decision.site)


def _post(letter: Any, found: Report, about: dict[str, Any], key: str) -> None:
    post(letter=letter, to=found.email, about=about, dedup_key=key, site=found.site, language=found.language)


def purge_reports() -> int:
    """Forget what was decided half a year ago, with the decisions. Returns how many reports went."""
    gone = 0
    while over := list(Report.objects.over().values_list("pk", flat=True)[:PURGED_AT_ONCE]):
        gone += Report.objects.filter(pk__in=over).delete()[0]
    ReportDecision.objects.filter(reports=None).delete()
    return gone
