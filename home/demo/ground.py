"""What stands before the first page: the city, its quarters, its pictures, its people's sign-ins."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.models import Site

from home.demo.data_files import PICTURES, pictures, read
from volunteering.core.models import CitySettings, Issue, Neighbourhood

CENTRE = "SRID=4326;POINT(4.06 45.9)"
EDGES = {"south": 45.865, "west": 4.02, "north": 45.935, "east": 4.1}
# Demo accounts, printed by `make demo`: they open nothing but this machine's own demo.
PASSWORD = "rivemont-demo"  # noqa: S105 — see above
EDITOR = "editrice"
ASSOCIATION = "association@rivemont.example"
RESIDENT = "habitante@rivemont.example"
OFFICE = "vie-associative@rivemont.example"


def seed_city() -> None:
    """Fill in the city's settings, once: what an editor changed stays."""
    settings = CitySettings.for_site(Site.objects.get(is_default_site=True))
    if settings.name:
        return
    city = read("city.json")
    settings.name, settings.tagline = city["name"], city["tagline"]
    for part in ("number", "hours", "words"):
        setattr(settings, f"helpline_{part}", city["helpline"][part])
    for text in ("legal_notice", "privacy", "charter"):
        setattr(settings, text, city[text])
    settings.office_email = OFFICE
    settings.centre, settings.base_map, settings.school_zone = CENTRE, read("base-map.geojson"), "A"
    for edge, degrees in EDGES.items():
        setattr(settings, edge, degrees)
    settings.full_clean()
    settings.save()


def seed_taxonomy() -> None:
    """The quarters with their outlines, and the city's issues."""
    for order, feature in enumerate(read("neighbourhoods.geojson")["features"]):
        properties = feature["properties"]
        Neighbourhood.objects.get_or_create(
            slug=properties["slug"],
            defaults={
                "name": properties["name"],
                "referent": properties["referent_role"],
                "description": properties["description"],
                "polygon": feature["geometry"],
                "sort_order": order,
            },
        )
    for order, issue in enumerate(read("city.json")["issues"]):
        Issue.objects.get_or_create(slug=issue["slug"], defaults={**issue, "sort_order": order})


def seed_pictures(keys: Iterable[str] | None = None) -> dict[str, int]:
    """Pictures (by default all) as Wagtail images with description and focal point. Returns key → primary key."""
    wanted = {key: pictures()[key] for key in keys or pictures()}
    titles = [each["title"] for each in wanted.values()]
    known = dict(get_image_model().objects.filter(title__in=titles).values_list("title", "pk"))
    return {key: known.get(about["title"]) or _add_picture(key, about) for key, about in wanted.items()}


def _add_picture(key: str, about: dict) -> int:
    left, top, width, height = about["focal"]
    with (PICTURES / f"{key}.webp").open("rb") as file:
        image = get_image_model().objects.create(
            title=about["title"],
            description=about["description"],
            file=ImageFile(file, name=f"{key}.webp"),
            # Wagtail keeps the middle of the area.
            focal_point_x=left + width // 2,
            focal_point_y=top + height // 2,
            focal_point_width=width,
            focal_point_height=height,
        )
    return image.pk


def seed_accounts() -> None:
    """An editor who signs in to the admin with a password; an association and a resident who get a code by mail."""
    user_model = get_user_model()
    editor, is_new = user_model.objects.get_or_create(
        username=EDITOR,
        defaults={"email": "redaction@rivemont.example", "first_name": "Rédaction", "last_name": "de Rivemont"},
    )
    if is_new:
        editor.set_password(PASSWORD)
        editor.save()
        editor.groups.set(Group.objects.filter(name__in=["Éditeur", "Modérateur vie associative"]))
    for address in (ASSOCIATION, RESIDENT):
        person, is_new = user_model.objects.get_or_create(username=address, defaults={"email": address})
        if is_new:
            person.set_unusable_password()
            person.save()
