"""Names of the taxonomies' terms for forms, read once until one of them changes."""

from django.core.cache import cache
from django.db import models
from django.db.models.signals import post_delete, post_save

from volunteering.core.geo import Point
from volunteering.core.taxonomy import Issue, Neighbourhood, Skill, Term, Theme

SECONDS = 60


def names(model: type[Term]) -> list[tuple[str, str]]:
    """(slug, name) of each term, in the city's order."""
    return cache.get_or_set(_key(model), lambda: list(model.objects.values_list("slug", "name")), SECONDS)


def centres() -> dict[str, Point]:
    """The middle of each neighbourhood that has an outline, by name."""

    def read() -> dict[str, tuple[float, float]]:
        rows = Neighbourhood.objects.filter(lat__isnull=False).values_list("name", "lat", "lng")
        return {name: (lat, lng) for name, lat, lng in rows}

    found = cache.get_or_set(f"{_key(Neighbourhood)}:centres", read, SECONDS)
    return {name: Point(lat=lat, lng=lng) for name, (lat, lng) in found.items()}


def forget(sender: type[models.Model], **kwargs: object) -> None:
    """Other processes with a cache of their own see a change within a minute."""
    cache.delete_many([_key(sender), f"{_key(sender)}:centres"])


def _key(model: type[models.Model]) -> str:
    return f"volunteering:terms:{model._meta.model_name}"


for _model in (Theme, Skill, Neighbourhood, Issue):
    post_save.connect(forget, sender=_model)
    post_delete.connect(forget, sender=_model)
