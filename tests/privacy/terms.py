"""One row of each term of the register, as its term begins: what `test_retention` walks through."""

from collections.abc import Callable
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Site

from tests.factories import (
    AssociationFactory,
    MissionFactory,
    SavedSearchFactory,
    VolunteerFactory,
    apply,
)
from tests.hands import HelpRequestFactory, offer_of
from volunteering.applications.actions import decline
from volunteering.applications.models import Application, SignUp
from volunteering.applications.states import Actor, DeclineReason
from volunteering.core.antispam.stamps import LONGEST, UsedStamp
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.ratelimit import Hits
from volunteering.directory.models import Claim, Invitation
from volunteering.help_requests.actions import withdraw
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.states import Actor as HelpActor
from volunteering.imports.models import ImportRun, RunStatus
from volunteering.moderation.models import Report, ReportDecision, Submission
from volunteering.privacy.models import Erasure
from volunteering.relay.models import Message
from volunteering.volunteers.history import REVEAL
from volunteering.volunteers.models import Volunteer

EMAIL = "jeanne@people.example"
Case = Callable[[], QuerySet]


def ended_sign_up() -> Application:
    application = apply(MissionFactory().capacities.get(), message="Bonjour")
    return decline(application=application, reason=DeclineReason.OTHER, by=Actor.ASSOCIATION)


def unconfirmed_sign_up() -> QuerySet:
    mission = MissionFactory()
    SignUp.objects.create(mission=mission, site=mission.get_site(), email=EMAIL)
    return SignUp.objects.all()


def messages_of_a_sign_up() -> QuerySet:
    ended_sign_up()
    return Message.objects.exclude(author=None)


def sign_ups() -> QuerySet:
    ended_sign_up()
    return Application.objects.all()


def silent_volunteer() -> QuerySet:
    VolunteerFactory(on_paper=True)
    return Volunteer.objects.all()


def unconfirmed_help() -> QuerySet:
    HelpRequestFactory(unconfirmed=True)
    return HelpRequest.objects.all()


def ended_help() -> QuerySet:
    withdraw(request=offer_of(HelpRequestFactory(shown=True)).request, by=HelpActor.ASKER)
    return HelpRequest.objects.all()


def submission(state: str) -> Case:
    def case() -> QuerySet:
        Submission.objects.create(kind="evenement", site=Site.objects.get(), title="Bal", email=EMAIL, state=state)
        return Submission.objects.all()

    return case


def decided_report() -> QuerySet:
    site = Site.objects.get()
    decision = ReportDecision.objects.create(site=site, title="Bal", outcome="keep")
    Report.objects.create(site=site, title="Bal", reason="wrong", email=EMAIL, decision=decision)
    return Report.objects.all()


def invitation() -> QuerySet:
    Invitation.objects.create(association=AssociationFactory(), email=EMAIL)
    return Invitation.objects.all()


def claim(**values: object) -> QuerySet:
    user = get_user_model().objects.create_user("0e1f", EMAIL)
    Claim.objects.create(association=AssociationFactory(), user=user, **values)
    return Claim.objects.all()


def followed_list() -> QuerySet:
    SavedSearchFactory(email=EMAIL, confirmed_at=None, asked_at=timezone.now())
    return SavedSearchFactory._meta.model.objects.all()


def sent_mail() -> QuerySet:
    values = {"letter": "tests.Letter", "language": "fr", "status": Status.SENT, "settled_at": timezone.now()}
    OutgoingMail.objects.create(dedup_key="once", recipient=EMAIL, **values)
    return OutgoingMail.objects.all()


def stamp() -> QuerySet:
    UsedStamp.objects.create(nonce="0e1f0e1f-0000-4000-8000-000000000000", until=timezone.now() + LONGEST)
    return UsedStamp.objects.all()


def count() -> QuerySet:
    Hits.objects.create(key="a digest", until=timezone.now() + timedelta(days=1), number=1)
    return Hits.objects.all()


def import_run(status: str) -> Case:
    def case() -> QuerySet:
        run = ImportRun(source="rna", file_name="rna.csv", status=status)
        run.file.save("rna.csv", ContentFile(b"id;titre"))
        run.save()
        return ImportRun.objects.exclude(file="")

    return case


def import_report() -> QuerySet:
    ImportRun.objects.create(source="rna", file_name="rna.csv", status=RunStatus.DONE, finished_at=timezone.now())
    return ImportRun.objects.all()


def unconfirmed_account() -> QuerySet:
    user = get_user_model().objects.create_user("0e1f", EMAIL, date_joined=timezone.now())
    EmailAddress.objects.create(user=user, email=EMAIL, verified=False, primary=True)
    return get_user_model().objects.all()


def entry_of_the_history() -> QuerySet:
    log(instance=VolunteerFactory(), action=REVEAL, data={"reason": "call", "words": ""})
    return ModelLogEntry.objects.filter(action=REVEAL)


def erasure() -> QuerySet:
    Erasure.objects.create(key="0" * 64)
    return Erasure.objects.all()


# Name of the term → what makes its row and asks for it.
CASES: dict[str, Case] = {
    "accounts_unconfirmed": unconfirmed_account,
    "sign_ups_unconfirmed": unconfirmed_sign_up,
    "sign_up_messages": messages_of_a_sign_up,
    "sign_ups": sign_ups,
    "volunteers": silent_volunteer,
    "help_requests_unconfirmed": unconfirmed_help,
    "help_requests": ended_help,
    "submissions_drafts": submission("draft"),
    "submissions_unconfirmed": submission("unconfirmed"),
    "submissions": submission("refused"),
    "reports": decided_report,
    "invitations": invitation,
    "claims_unproven": lambda: claim(state="code"),
    "claims": lambda: claim(state="refused", decided_at=timezone.now()),
    "searches_unconfirmed": followed_list,
    "mails_recipients": lambda: sent_mail().exclude(recipient=""),
    "mails": sent_mail,
    "stamps": stamp,
    "counts": count,
    "imports_previews": import_run(RunStatus.PREVIEWED),
    "imports_stalled": import_run(RunStatus.RUNNING),
    "imports_reports": import_report,
    "history": entry_of_the_history,
    "erasures": erasure,
}
