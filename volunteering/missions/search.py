"""How the search finds missions: those that are not over."""

from django.utils.translation import gettext_lazy as _

from volunteering.directory.search import readable_associations
from volunteering.missions.models import MissionPage
from volunteering.missions.queries import MissionQuerySet
from volunteering.search.registry import SearchKind, Texts, named, place_of, register


def missions_found() -> MissionQuerySet:
    return MissionPage.objects.not_past()


def mission_texts(mission: MissionPage) -> Texts:
    organiser = f"{mission.organiser.title} {mission.organiser.acronym}" if mission.organiser else ""
    subjects = f"{named(mission.themes)} {named(mission.skills)}"
    return Texts(
        title=mission.title,
        keywords=f"{mission.summary} {subjects} {organiser} {place_of(mission)}",
        body=" ".join(mission.plain(name) for name in ("context", "tasks", "offer", "good_to_know")),
    )


register(
    SearchKind(
        name="missions",
        label=_("Missions"),
        rank=20,
        model=MissionPage,
        found=missions_found,
        order=["sort_at"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related(
            "themes", "skills", readable_associations("organiser")
        ),
        texts=mission_texts,
        naming=lambda page: MissionPage.objects.filter(organiser=page.pk),
        cards=lambda pks: MissionPage.objects.filter(pk__in=pks).for_cards(),
        template="volunteering/search/_missions.html",
    )
)
