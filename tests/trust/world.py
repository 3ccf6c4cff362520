"""One of each: what the rows of the table are about."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import Collection, Page, PageViewRestriction, Site

from home.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from tests import city
from tests.factories import (
    AssociationFactory,
    EventFactory,
    ImageFactory,
    IssueFactory,
    MissionFactory,
    NeighbourhoodFactory,
    NewsFactory,
    SavedSearchFactory,
    VolunteerFactory,
    apply,
    shift,
    shift_of,
    site_root,
)
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.moderation.rivals import begun, submitted
from tests.trust.roles import ANOTHER, Role, someone
from volunteering.agenda.models import EventIndexPage, EventPage, Occurrence
from volunteering.alerts.links import CONFIRM, MANAGE, STOP, STOP_ALL
from volunteering.alerts.models import SavedSearch
from volunteering.applications.actions import open_calendar, report
from volunteering.applications.links import ANSWER, CODE, MINE, NOT_TO_BE_FOUND, PROVE, calendar_link
from volunteering.applications.models import VOLUNTEER, Application, SignUp
from volunteering.core.addresses import fingerprint
from volunteering.core.models import Issue, Neighbourhood, Skill, Theme
from volunteering.directory.links import INVITATION, record_token
from volunteering.directory.models import AssociationIndexPage, AssociationPage, Claim, ClaimState, Invitation
from volunteering.help_requests import links as help_links
from volunteering.help_requests.models import HelpKind, HelpRequest, Offer
from volunteering.imports.models import ImportRun, RunStatus, Source
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage
from volunteering.moderation.links import FOLLOW, confirm_token
from volunteering.moderation.models import Answer, Question, ReasonTemplate, Report, Submission
from volunteering.volunteers.models import Volunteer


@dataclass(frozen=True, kw_only=True)
class World:
    front: HomePage
    agenda: EventIndexPage
    missions: MissionIndexPage
    directory: AssociationIndexPage
    news_index: NewsIndexPage
    event: EventPage
    mission: MissionPage
    association: AssociationPage
    news: NewsPage
    private: Page
    draft_event: EventPage
    draft_mission: MissionPage
    draft_association: AssociationPage
    draft_news: NewsPage
    date: Occurrence
    image: object
    run: ImportRun
    site: Site
    theme: Theme
    skill: Skill
    neighbourhood: Neighbourhood
    issue: Issue
    # One of an address, with the links of its mails, and one of somebody's account.
    search: SavedSearch
    confirm_alert_token: str
    stop_alert_token: str
    stop_all_alerts_token: str
    manage_alerts_token: str
    someones_search: SavedSearch
    # One of a volunteer, with the links of the mails, and one of somebody else; one that waits for its proof.
    application: Application
    reported_application: Application
    someones_application: Application
    type_code_token: str
    prove_sign_up_token: str
    my_applications_token: str
    my_calendar_token: str
    answer_applicants_token: str
    accept_invitation_token: str
    check_record_token: str
    stop_being_found_token: str
    findable_volunteer: Volunteer
    foreign_mission: MissionPage
    wanted_shift: Capacity
    someones_passkey: Authenticator
    # What the public proposes: one that waits, with a file, and one that is being written.
    submission: Submission
    answer_file: Answer
    question: Question
    reason: ReasonTemplate
    waiting_token: str
    draft_token: str
    confirm_submission_token: str
    claim: Claim
    # Somebody says that something is not right on the event.
    report: Report
    # One that is shown, with an offer to it; others that wait to be read and that somebody comes to.
    helpkind: HelpKind
    help_offer: Offer
    someones_offer: Offer
    waiting_help_request: HelpRequest
    type_help_code_token: str
    prove_help_request_token: str
    follow_help_request_token: str

    @property
    def help_request(self) -> HelpRequest:
        return self.help_offer.request

    @property
    def matched_help_request(self) -> HelpRequest:
        return self.someones_offer.request

    @property
    def extend_help_request_token(self) -> str:
        return self.follow_help_request_token

    @property
    def citys_mission(self) -> MissionPage:
        return self.reported_application.capacity.mission

    @property
    def volunteer(self) -> Volunteer:
        return self.application.volunteer

    @property
    def wanted_mission(self) -> MissionPage:
        return self.wanted_shift.mission

    @property
    def event_key(self) -> UUID:
        return self.event.translation_key

    @property
    def draft_event_key(self) -> UUID:
        return self.draft_event.translation_key


def standard_page(*, parent: Page | None = None, **fields) -> StandardPage:
    page = StandardPage(**{"title": "Infos pratiques", **fields})
    Page.objects.get(pk=(parent or site_root()).pk).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def private_page() -> StandardPage:
    """Live, for people who are signed in."""
    page = standard_page(title="Espace des agents", slug="espace-des-agents")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def build() -> World:
    front, image = city.found(), ImageFactory(collection=Collection.get_first_root_node())
    image.get_file_size()
    common = {"image": image, "themes": [Theme.objects.first()]}
    quarter, owner = NeighbourhoodFactory(name="Les Tanneries"), someone(Role.OWNER)
    association = AssociationFactory(located=True, publishes_contact=True, neighbourhood=quarter, **common)
    event = EventFactory(weekly=True, location="SRID=4326;POINT(4.06 45.9)", **common)
    return World(
        front=front,
        agenda=EventIndexPage.objects.get(),
        missions=MissionIndexPage.objects.get(),
        directory=AssociationIndexPage.objects.get(),
        news_index=NewsIndexPage.objects.get(),
        event=event,
        mission=MissionFactory(
            organiser=association,
            themes=common["themes"],
            children={"shifts": [shift(days=2), shift(days=9, places=None)]},
        ),
        association=association,
        news=NewsFactory(**common),
        private=private_page(),
        draft_event=EventFactory(draft=True),
        draft_mission=MissionFactory(draft=True),
        draft_association=AssociationFactory(draft=True),
        draft_news=NewsFactory(draft=True),
        date=event.occurrences.upcoming().soonest().first(),
        image=image,
        run=ImportRun.objects.create(source=Source.OPENAGENDA, file_name="events.json", status=RunStatus.PREVIEWED),
        site=Site.objects.get(),
        theme=Theme.objects.first(),
        skill=Skill.objects.first(),
        neighbourhood=quarter,
        issue=IssueFactory(),
        report=Report.objects.create(
            page=event, site=Site.objects.get(), title=event.title, reason="wrong", words="Le 12.", email="a@b.fr"
        ),
        **followed(owner),
        **accounts(association, owner),
        **sign_ups(association, owner),
        **submissions(),
        **help_requests(owner),
    )


def followed(owner: AbstractBaseUser) -> dict[str, object]:
    search = SavedSearchFactory()
    return {
        "search": search,
        "confirm_alert_token": CONFIRM.sign(str(search.pk)),
        "stop_alert_token": STOP.sign(str(search.pk)),
        "stop_all_alerts_token": STOP_ALL.sign(str(search.pk)),
        "manage_alerts_token": MANAGE.sign(str(search.pk)),
        "someones_search": SavedSearchFactory(user=owner, email=""),
    }


def accounts(association: AssociationPage, owner: AbstractBaseUser) -> dict[str, object]:
    return {
        "someones_passkey": Authenticator.objects.create(
            user=owner, type=Authenticator.Type.WEBAUTHN, data={"name": "Mon téléphone"}
        ),
        "claim": Claim.objects.create(
            association=association, user=owner, state=ClaimState.WAITING, words="Trésorier."
        ),
    }


def sign_ups(association: AssociationPage, owner: AbstractBaseUser) -> dict[str, object]:
    wanted = shift_of(organiser=association)
    mission, application = wanted.mission, apply(wanted, VolunteerFactory(phone="04 65 71 99 99"))
    typed = SignUp.objects.create(
        mission=mission, site=Site.objects.get(), first_name="A", last_name="B", email="a@b.fr"
    )
    foreign = MissionFactory(organiser=AssociationFactory(title=ANOTHER))
    reported = apply(MissionFactory().capacities.get())
    report(application=reported, role=VOLUNTEER, words="Il insiste.")
    findable = VolunteerFactory(may_be_found=True)
    invitation = Invitation.objects.create(association=association, email="a@b.fr")
    return {
        "application": application,
        "wanted_shift": wanted,
        "reported_application": reported,
        "someones_application": apply(foreign.capacities.get(), VolunteerFactory(user=owner)),
        "type_code_token": CODE.sign(str(typed.pk)),
        "prove_sign_up_token": PROVE.sign(str(typed.pk)),
        "my_applications_token": MINE.sign(str(application.volunteer.pk)),
        "findable_volunteer": findable,
        "stop_being_found_token": NOT_TO_BE_FOUND.sign(str(findable.pk)),
        "my_calendar_token": calendar_token(application.volunteer),
        "check_record_token": record_token(association, association.office_email),
        "accept_invitation_token": INVITATION.sign(str(invitation.pk)),
        "foreign_mission": foreign,
        "answer_applicants_token": ANSWER.sign([mission.pk, fingerprint(association.office_email)]),
    }


def submissions() -> dict[str, object]:
    waiting, draft, unproven = submitted("evenement"), begun("evenement"), begun("mission")
    Submission.objects.filter(pk=unproven.pk).update(state="unconfirmed", email="a@b.fr")
    question = Question.objects.create(kind="evenement", label="Les clés ?", answering="file")
    answer = Answer.objects.create(
        submission=waiting, question=question, file_name="plan.pdf", file_type="application/pdf", content=b"%PDF-1.7"
    )
    return {
        "submission": waiting,
        "answer_file": answer,
        "question": question,
        "reason": ReasonTemplate.objects.first(),
        "waiting_token": FOLLOW.sign(str(waiting.pk)),
        "draft_token": FOLLOW.sign(str(draft.pk)),
        "confirm_submission_token": confirm_token(Submission.objects.get(pk=unproven.pk)),
    }


def calendar_token(volunteer: Volunteer) -> str:
    return calendar_link(open_calendar(volunteer=volunteer)).rpartition("/")[2].removesuffix(".ics")


def help_requests(owner: AbstractBaseUser) -> dict[str, object]:
    """The owner asks for a hand, and gives one elsewhere."""
    offer = offer_of(HelpRequestFactory(shown=True, email=owner.email))
    typed = HelpRequestFactory(unconfirmed=True)
    return {
        "helpkind": HelpKind.objects.first(),
        "help_offer": offer,
        "someones_offer": matched(Volunteer.objects.get(user=owner)),
        "waiting_help_request": HelpRequestFactory(),
        "type_help_code_token": help_links.CODE.sign(str(typed.pk)),
        "prove_help_request_token": help_links.PROVE.sign(str(typed.pk)),
        "follow_help_request_token": help_links.FOLLOW.sign(str(offer.request.pk)),
    }
