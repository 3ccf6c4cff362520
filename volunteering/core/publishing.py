"""What a page lacks to be published: a draft may stay incomplete, what visitors read may not.

The editor's form asks as one types. Publishing without the form (several pages at once, the end of a workflow) asks
here, of the very version that would go live.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

UNDESCRIBED = gettext_lazy(
    "Describe this image in a few words before publishing: people who cannot see it hear the description. Open the"
    " image and fill in “Description”."
)
PICTURES = ("image", "cover", "logo")
# A message is read, not studied.
MOST_NAMED = 10
# What Wagtail calls it in the history when a page appears by itself.
SCHEDULED = "wagtail.publish.scheduled"


class KeptOff(PermissionDenied):
    """The page may not be on the site at the moment. The argument says why."""


class Publishable:
    """A page that publishing asks for more than a draft has. Subclasses add their own demands."""

    def asked_at_publishing(self) -> dict[str, Any]:
        """Our own demands that this page does not meet: a sentence by field, or by child relation."""
        pictures = {name: getattr(self, name, None) for name in PICTURES}
        return {name: UNDESCRIBED for name, image in pictures.items() if image and not image.description.strip()}

    def kept_off(self) -> str:
        """Why this page may not be on the site, whatever it says; empty when it may. The database tells."""
        return ""

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """The last door: whoever publishes, whichever version. Raises `KeptOff`.

        What a schedule would publish waits: the turn of the other pages must come.
        """
        with transaction.atomic():
            if reason := revision.as_object().kept_off():
                if kwargs.get("log_action") == SCHEDULED:
                    return None
                raise KeptOff(reason)
            return super().publish(revision, *args, **kwargs)

    def publishing_problems(self) -> dict[str, str]:
        """All that publishing would stumble over, in the same form: our demands, and what the models refuse."""
        problems = {name: str(problem) for name, problem in self.asked_at_publishing().items()}
        if reason := self.kept_off():
            problems[NON_FIELD_ERRORS] = reason
        problems.update(_refused(self))
        for relation in get_all_child_relations(self):
            name = relation.get_accessor_name()
            if name != COMMENTS_RELATION_NAME:
                for child in getattr(self, name).all():
                    problems.update(_refused_child(child, name, exclude=[relation.field.name]))
        return problems


def version_to_publish(page: Page) -> Page:
    """What publishing this page would make public: its latest revision, drafts included."""
    revision = page.get_latest_revision()
    return revision.as_object() if revision else page.specific


def incomplete(pages: Iterable[Page]) -> dict[Page, dict[str, str]]:
    """Those that cannot go live as they stand, with their problems. Pages of other kinds are nobody's business."""
    asked = [page for page in pages if isinstance(page, Publishable)]
    return {page: problems for page in asked if (problems := page.publishing_problems())}


def take_off(page: Page, *, user: Any = None) -> int | None:
    """Unpublish, and return the number of the revision that was public, if there was one: for `put_back`.

    What was scheduled is not any more. The caller writes the history.
    """
    held = page.live_revision_id
    page.unpublish(user=user, log_action=False)
    page.revisions.update(approved_go_live_at=None)
    return held


def put_back(page: Page, *, revision: Revision | None, user: Any = None, log_action: str) -> None:
    """Publish once more what was public before; later drafts stay drafts. `revision` None: the page's row says it.

    `page` is read anew from the database, `user` may publish it (None: the site itself).
    """
    version = revision or page.save_revision(user=user, log_action=False, changed=False)
    version.publish(user=user, changed=False, log_action=log_action)


def what_they_lack(lacking: dict[Page, dict[str, str]]) -> SafeString:
    """A list for the editor: each page with what is missing."""
    lines = [
        _("“%(page)s”: %(problems)s") % {"page": page.get_admin_display_title(), "problems": _in_words(page, problems)}
        for page, problems in list(lacking.items())[:MOST_NAMED]
    ]
    if len(lacking) > MOST_NAMED:
        lines.append(_("And %(number)d more.") % {"number": len(lacking) - MOST_NAMED})
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line,) for line in lines)))


def _refused(instance: models.Model, **options: Any) -> dict[str, str]:
    try:
        instance.full_clean(**options)
    except ValidationError as error:
        return {name: " ".join(_sentences(errors)) for name, errors in error.error_dict.items()}
    return {}


def _refused_child(child: models.Model, relation: str, *, exclude: list[str]) -> dict[str, str]:
    """What is wrong with one row, told under the relation's name."""
    told = [_with_label(child, *each) for each in _refused(child, exclude=exclude, validate_unique=False).items()]
    return {relation: " ".join(told)} if told else {}


def _sentences(errors: list[ValidationError]) -> Iterable[str]:
    for error in errors:
        yield from [_("to be filled in.")] if error.code in {"blank", "null"} else error.messages


def _in_words(page: Page, problems: dict[str, str]) -> str:
    return " ".join(_with_label(page, name, problem) for name, problem in problems.items())


def _with_label(instance: models.Model, name: str, problem: str) -> str:
    if name == NON_FIELD_ERRORS:
        return problem
    field = instance._meta.get_field(name)
    label = field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name
    return _("%(field)s: %(problem)s") % {"field": capfirst(label), "problem": problem}
