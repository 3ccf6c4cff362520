"""What a volunteer can do, what matters to them, when they are away."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from volunteering.core.taxonomy import Issue, Skill
from volunteering.volunteers.models.choices import SkillLevel, StanceInterest
from volunteering.volunteers.models.volunteer import Volunteer


class VolunteerSkill(models.Model):
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, verbose_name=_("skill"), on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(_("level"), choices=SkillLevel.choices)

    class Meta:
        verbose_name = _("skill of a volunteer")
        verbose_name_plural = _("skills of volunteers")
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "skill"], name="volunteer_skill_once"),
            models.CheckConstraint(
                condition=models.Q(level__in=SkillLevel.values),
                name="volunteer_skill_level",
                violation_error_message=_("Choose one of the proposed levels."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"


class Stance(models.Model):
    """What one subject of the city means to somebody, and what they can do for it."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="stances")
    issue = models.ForeignKey(Issue, verbose_name=_("city issue"), on_delete=models.CASCADE, related_name="+")
    skill = models.PositiveSmallIntegerField(_("skill"), choices=SkillLevel.choices, default=SkillLevel.NONE)
    interest = models.SmallIntegerField(_("interest"), choices=StanceInterest.choices, default=StanceInterest.NEUTRAL)

    class Meta:
        verbose_name = _("stance on a city issue")
        verbose_name_plural = _("stances on city issues")
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "issue"], name="stance_once"),
            models.CheckConstraint(
                condition=models.Q(skill__in=SkillLevel.values, interest__in=StanceInterest.values),
                name="stance_in_range",
                violation_error_message=_("Choose one of the proposed answers."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.skill}, {self.interest}"


class Absence(models.Model):
    """Days away, both included."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"))

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="absence_in_order",
                violation_error_message=_("The absence ends before it begins. Check the two dates."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"

    @property
    def in_words(self) -> str:
        days = (self.first_day,) if self.first_day == self.last_day else (self.first_day, self.last_day)
        return " – ".join(date_format(day) for day in days)

    def clean(self) -> None:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The absence ends before it begins. Check the two dates.")})
