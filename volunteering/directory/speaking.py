"""For which associations somebody speaks, and which association a name means: for forms of the domains above."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.core.sorting import sort_key
from volunteering.directory.models import AssociationPage
from volunteering.moderation.submitting.steps import StepForm, TypedStep

# One person seldom speaks for more.
MOST_ASSOCIATIONS = 20
UNKNOWN_ORGANISER, NOT_MEMBER = "unknown_organiser", "not_member"


def associations_of(user: Any) -> list[AssociationPage]:
    """Those that are published and that this account belongs to, by title; none for nobody."""
    if user is None or not user.is_authenticated:
        return []
    rows = AssociationPage.objects.published().filter(memberships__user_id=user.pk)
    return list(rows.order_by("sort_title").only("title", "sort_title", "path", "depth")[:MOST_ASSOCIATIONS])


def speaks_for(user: Any, association_id: int | None) -> bool:
    if user is None or association_id is None or not user.is_authenticated:
        return False
    rows = AssociationPage.objects.filter(pk=association_id, suspended_at=None)
    return rows.filter(memberships__user_id=user.pk).exists()


def office_of(association: AssociationPage | None) -> str | None:
    """The address of its office, empty when it has none; None without an association."""
    if association is None:
        return None
    return "" if association.suspended_at else association.office_email


def association_called(name: str) -> AssociationPage | None:
    """The published one of this name, accents and capitals aside; None when there is none, or more than one."""
    key = sort_key(" ".join(name.split()))
    found = list(AssociationPage.objects.published().filter(sort_title=key)[:2]) if key else []
    return found[0] if len(found) == 1 else None


class OrganiserForm(StepForm):
    """The question of who organises: one's own associations to choose from, and a name to type for everybody else.

    Cleaned: `association`, the one that is meant, or None.
    """

    association_id = forms.ChoiceField(label=_("For which association?"), required=False)
    organiser_name = forms.CharField(
        label=_("Which association organises it?"),
        required=False,
        max_length=160,
        help_text=_("Its name as in the directory. Empty, if it is none."),
    )

    def __init__(self, typed: TypedStep | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.own = associations_of(self.user)
        if self.own:
            choices = [(str(each.pk), each.title) for each in self.own]
            self.fields["association_id"].choices = [*choices, ("", _("Another one, or none"))]
            self.fields["organiser_name"].label = _("If it is another one: which?")
        else:
            del self.fields["association_id"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        chosen = [each for each in self.own if str(each.pk) == data.get("association_id")]
        data["association"] = chosen[0] if chosen else association_called(data.get("organiser_name") or "")
        return data


def typed_organiser(association: AssociationPage | None, *, user: Any = None) -> TypedStep:
    if association is None:
        return {}
    if speaks_for(user, association.pk):
        return {"association_id": [str(association.pk)]}
    return {"organiser_name": [association.title]}


def concerns_of(what: dict[str, Any], *, user: Any) -> list[str]:
    """Codes: a name nobody knows, or an association that this account has not been seen to speak for."""
    association = what["association"]
    if association is None:
        return [UNKNOWN_ORGANISER] if what.get("organiser_name") else []
    return [] if speaks_for(user, association.pk) else [NOT_MEMBER]


SENTENCES = {
    UNKNOWN_ORGANISER: _(
        "The directory knows no association of the name that was typed: choose one before you approve."
    ),
    NOT_MEMBER: _("The author has not shown that they speak for this association."),
}
