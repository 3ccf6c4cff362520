"""What a volunteer likes and can do, and how we may propose something."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.core.taxonomy import Issue, Skill, Theme
from volunteering.volunteers.models import MailFrequency, SkillLevel, Stance, StanceInterest, Volunteer


class LikesForm(forms.Form):
    """A menu for each skill, two for each subject of the city."""

    themes = forms.ModelMultipleChoiceField(
        label=_("What interests you?"),
        queryset=Theme.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    mail_frequency = forms.ChoiceField(
        label=_("How often may we propose missions by e-mail?"),
        choices=MailFrequency.choices,
        help_text=_("What concerns your own sign-ups always arrives."),
    )
    may_be_found = forms.BooleanField(
        label=_(
            "Associations may find me by what I can do and propose missions to me, without seeing how to reach me."
        ),
        required=False,
    )

    def __init__(self, *args: Any, volunteer: Volunteer, user: Any, **kwargs: Any) -> None:
        known = {
            "themes": [theme.pk for theme in volunteer.themes.all()],
            "mail_frequency": volunteer.mail_frequency,
            "may_be_found": volunteer.may_be_found,
        }
        super().__init__(*args, **{**kwargs, "initial": known})
        self.skills, self.issues = list(Skill.objects.all()), list(Issue.objects.all())
        levels = {row.skill_id: row.level for row in volunteer.skills.all()}
        stances = {row.issue_id: row for row in volunteer.stances.all()}
        for skill in self.skills:
            self.fields[f"skill_{skill.pk}"] = menu(skill.name, SkillLevel, levels.get(skill.pk, SkillLevel.NONE))
        for issue in self.issues:
            self._ask_about(issue, stances.get(issue.pk) or Stance())

    def _ask_about(self, issue: Issue, stance: Stance) -> None:
        self.fields[f"interest_{issue.pk}"] = menu(_("What it means to you"), StanceInterest, stance.interest)
        self.fields[f"can_{issue.pk}"] = menu(_("What you can do for it"), SkillLevel, stance.skill)

    def skill_fields(self) -> list[BoundField]:
        return [self[f"skill_{skill.pk}"] for skill in self.skills]

    def issue_fields(self) -> Iterator[tuple[Issue, list[BoundField]]]:
        for issue in self.issues:
            yield issue, [self[f"interest_{issue.pk}"], self[f"can_{issue.pk}"]]

    def told(self) -> dict[str, Any]:
        """Of a valid form: what `say_what` takes."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("themes", "mail_frequency", "may_be_found")},
            "skills": {skill.pk: data[f"skill_{skill.pk}"] for skill in self.skills},
            "stances": {issue.pk: (data[f"can_{issue.pk}"], data[f"interest_{issue.pk}"]) for issue in self.issues},
        }


def menu(label: str | Promise, levels: type[models.IntegerChoices], known: int) -> forms.TypedChoiceField:
    """Left as it was when it is missing from the answers."""
    return forms.TypedChoiceField(
        label=label, choices=levels.choices, coerce=int, initial=known, required=False, empty_value=known
    )
