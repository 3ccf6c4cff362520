"""Missions that left the site because their association was suspended."""

from django.db import models

from volunteering.missions.models.mission import MissionPage


class HeldMission(models.Model):
    """As long as the suspension lasts. `revision`: what was public; None when there was no revision of it."""

    mission = models.OneToOneField(MissionPage, primary_key=True, on_delete=models.CASCADE, related_name="held")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "held mission"
        verbose_name_plural = "held missions"

    def __str__(self) -> str:
        return str(self.mission_id)
