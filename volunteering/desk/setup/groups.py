"""Who may do what in the admin: four groups a town hall recognises."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import every_name, wording

TERMS = ("theme", "skill", "helpkind", "neighbourhood", "issue")
PAGES = ("associationpage", "missionpage", "eventpage")
ADMIN = ("wagtailadmin.access_admin",)
SEE_PAGES = tuple(f"volunteering.view_{page}" for page in PAGES)
SEE_TERMS = tuple(f"volunteering.view_{term}" for term in TERMS)
EDIT_TERMS = tuple(f"volunteering.{verb}_{term}" for term in TERMS for verb in ("add", "change", "delete"))
IMPORT = tuple(f"volunteering.{verb}_importrun" for verb in ("add", "change", "view"))
SEE_FAILED_MAILS = ("volunteering.view_outgoingmail",)
WORD_MAILS = ("volunteering.change_mailwords",)
SEE_SUBMISSIONS = ("volunteering.view_submission",)
# What the public proposes: read, answered, asked and worded.
MODERATE = (
    *SEE_SUBMISSIONS,
    "volunteering.change_submission",
    *(
        f"volunteering.{verb}_{what}"
        for what in ("question", "reasontemplate")
        for verb in ("view", "add", "change", "delete")
    ),
)
# What visitors say is not right on a page.
ANSWER_REPORTS = ("volunteering.view_report", "volunteering.change_report")
SEE_APPLICATIONS = ("volunteering.view_application",)
ANSWER = (*SEE_APPLICATIONS, "volunteering.change_application")
# Who says that a record is theirs.
DECIDE_CLAIMS = ("volunteering.view_claim", "volunteering.change_claim")
# What volunteers and associations wrote to each other, once one of them asks the city to look.
READ_REPORTED = ("volunteering.read_reported_application",)
# What is done with personal data, for the authority: names nobody.
READ_PROCESSINGS = ("volunteering.read_processings",)
# Who answers the telephone: also what they can do and when, and how to reach them, with a reason.
HELP_VOLUNTEERS = tuple(f"volunteering.{verb}_volunteer" for verb in ("view", "add", "change", "reveal"))
# Who answers the telephone, and nobody else: who asks for a hand, what and where; the rest with a reason.
HELP_ASKERS = tuple(f"volunteering.{verb}_helprequest" for verb in ("view", "add", "change", "reveal"))
# Only where wagtailmenus is installed: permissions that do not exist are left out.
MENUS = ("wagtailmenus.change_mainmenu", "wagtailmenus.add_flatmenu", "wagtailmenus.change_flatmenu")

ADD_FILES = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
)
CHANGE_FILES = (*ADD_FILES, "wagtailimages.change_image", "wagtaildocs.change_document")


@dataclass(frozen=True)
class Role:
    """`pages`: verbs of Wagtail's page permissions, on the whole site or on our three indexes."""

    permissions: tuple[str, ...]
    pages: tuple[str, ...] = ()
    on_whole_site: bool = False
    files: tuple[str, ...] = ()


ROLES = {
    # The city's communication office: events and missions beside the news, so the whole site.
    "editor": Role(
        permissions=(
            *ADMIN,
            *SEE_PAGES,
            *SEE_TERMS,
            *EDIT_TERMS,
            *IMPORT,
            *SEE_FAILED_MAILS,
            *ANSWER,
            *READ_REPORTED,
            *MODERATE,
            *ANSWER_REPORTS,
            *DECIDE_CLAIMS,
            *MENUS,
            *WORD_MAILS,
            *READ_PROCESSINGS,
            "volunteering.change_citysettings",
        ),
        pages=("add", "change", "publish", "lock", "unlock"),
        on_whole_site=True,
        files=CHANGE_FILES,
    ),
    # The associations office: reads what is submitted, and publishes it.
    "moderator": Role(
        permissions=(
            *(*ADMIN, *SEE_PAGES, *SEE_TERMS, *EDIT_TERMS, *IMPORT, *SEE_FAILED_MAILS, *ANSWER, *READ_REPORTED),
            *(*MODERATE, *ANSWER_REPORTS, *DECIDE_CLAIMS, *READ_PROCESSINGS),
        ),
        pages=("add", "change", "publish", "lock", "unlock"),
        files=CHANGE_FILES,
    ),
    # The reception desk: writes drafts for others, which the associations office publishes; helps who gives a hand.
    "agent": Role(
        permissions=(*ADMIN, *SEE_PAGES, *SEE_TERMS, *ANSWER, *DECIDE_CLAIMS, *HELP_VOLUNTEERS, *HELP_ASKERS),
        pages=("add",),
        files=ADD_FILES,
    ),
    "reader": Role(permissions=(*ADMIN, *SEE_PAGES, *SEE_TERMS)),
}


def set_up_groups(site: Site, indexes: list[Page]) -> tuple[dict[str, Group], list[Line]]:
    """The groups by role. A group gets its permissions once; what a city takes away afterwards stays away."""
    groups, lines = {}, []
    for key, role in ROLES.items():
        group, is_new = find_or_create(key)
        if is_new:
            group.permissions.set(_permissions(role.permissions))
        allow_on_pages(group, [site.root_page] if role.on_whole_site else indexes, role.pages)
        _allow_files(group, role.files)
        groups[key] = group
        lines.append(Line(str(Group._meta.verbose_name), group.name, group, is_new))
    return groups, lines


def find_or_create(key: str) -> tuple[Group, bool]:
    """The group of a role, whatever the language it was created in."""
    existing = Group.objects.filter(name__in=every_name("groups", key)).first()
    return (existing, False) if existing else (Group.objects.create(name=wording()["groups"][key]), True)


def allow_on_pages(group: Group, pages: Iterable[Page], verbs: Iterable[str]) -> None:
    """Give the verbs on each page where the group has no permission yet."""
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{verb}_page" for verb in verbs]
    )
    for page in pages:
        if not GroupPagePermission.objects.filter(group=group, page_id=page.pk).exists():
            for permission in permissions:
                GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=permission)


def _allow_files(group: Group, names: tuple[str, ...]) -> None:
    if not GroupCollectionPermission.objects.filter(group=group).exists():
        root = Collection.get_first_root_node()
        for permission in _permissions(names):
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def _permissions(names: tuple[str, ...]) -> Iterable[Permission]:
    if not names:
        return Permission.objects.none()
    wanted = Q()
    for name in names:
        app_label, codename = name.split(".")
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    return Permission.objects.filter(wanted)
