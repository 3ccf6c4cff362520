"""What a page lacks to be published: a draft may stay incomplete, what visitors read may not.

The editor's form asks as one types. Publishing without the form (several pages at once, the end of a workflow) asks
here, of the very version that would go live.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page

UNDESCRIBED = gettext_lazy(
    "Describe this image in a few words before publishing: people who cannot see it hear the description. Open the"
    " image and fill in “Description”."
)
PICTURES = ("image", "cover", "logo")
# A message is read, not studied.
MOST_NAMED = 10


class Publishable:
    """A page that publishing asks for more than a draft has. Subclasses add their own demands."""

    def asked_at_publishing(self) -> dict[str, Any]:
        """Our own demands that this page does not meet: a sentence by field, or by child relation."""
        pictures = {name: getattr(self, name, None) for name in PICTURES}
        return {name: UNDESCRIBED for name, image in pictures.items() if image and not image.description.strip()}

    def publishing_problems(self) -> dict[str, str]:
        """All that publishing would stumble over, in the same form: our demands, and what the models refuse."""
        problems = {name: str(problem) for name, problem in self.asked_at_publishing().items()}
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
