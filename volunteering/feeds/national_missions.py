"""Our missions as the national hub wants them: pages in, `NationalMission` out."""

from collections.abc import Iterator

from django.utils.text import capfirst
from wagtail.models import Site
from wagtail.rich_text import get_text_for_indexing

from volunteering.core.city import CitySettings
from volunteering.core.moments import duration_in_words
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import NationalDomain
from volunteering.directory.models import AssociationPage
from volunteering.feeds.addresses import Addresses
from volunteering.feeds.characters import clean, one_line
from volunteering.feeds.national import RNA, SIREN, NationalMission
from volunteering.feeds.pictures import PICTURES, drawn_picture
from volunteering.missions.models import Format, MissionPage
from volunteering.missions.queries import FAR_FUTURE, MissionQuerySet

CHUNK = 500
REMOTE = {Format.ON_SITE: "no", Format.BOTH: "possible", Format.REMOTE: "full"}
ASSOCIATION = ("title", "url_path", "translation_key", "summary", "rna", "siret")
TEXTS = ("context", "tasks", "offer", "good_to_know")


def national_missions(rows: MissionQuerySet, *, site: Site) -> Iterator[tuple[MissionPage, NationalMission]]:
    """Each mission of `rows` with what the hub would be told, in portions: the hub wants all of them at once."""
    addresses, city = Addresses(site), CitySettings.for_site(site)
    public = {each.pk: each for each in AssociationPage.objects.filter(everyone_may_read()).only(*ASSOCIATION)}
    pages = rows.select_related("image").prefetch_related("themes", "capacities", PICTURES).soonest()
    seen = set()
    for page in pages.iterator(chunk_size=CHUNK):
        # A translation shares its key with the original: told once.
        if page.translation_key not in seen:
            seen.add(page.translation_key)
            yield page, _told(page, addresses, city, site, public)


def _told(
    page: MissionPage, addresses: Addresses, city: CitySettings, site: Site, public: dict[int, AssociationPage]
) -> NationalMission:
    return NationalMission(
        client_id=str(page.translation_key),
        title=one_line(page.title),
        description=_description(page),
        application_url=addresses.of_page(page.url_path),
        domain=_domain(page),
        posted_at=page.first_published_at,
        start_at=page.starts_at,
        end_at=page.ends_at if page.ends_at < FAR_FUTURE else None,
        schedule=_schedule(page),
        remote=REMOTE[Format(page.format)],
        wheelchair=page.wheelchair,
        public_transport=page.public_transport,
        open_to_minors=page.open_to_minors,
        places=page.places_left,
        image=addresses.of(picture) if (picture := drawn_picture(page.image)) else "",
        street=one_line(page.address or page.place_name),
        postal_code=page.postal_code,
        city=one_line(page.city),
        lat=page.lat,
        lng=page.lng,
        **_organisation(page, addresses, city, site, public),
    )


def _organisation(
    page: MissionPage, addresses: Addresses, city: CitySettings, site: Site, public: dict[int, AssociationPage]
) -> dict[str, str]:
    """The association, when everyone may read its page; else nothing, and the hub must not hear of the mission."""
    if page.organiser_id is None:
        name = one_line(city.name or site.site_name or site.hostname)
        return {
            "organisation": name,
            "organisation_id": f"{site.hostname}-{site.pk}",
            "organisation_url": addresses.of("/"),
        }
    association = public.get(page.organiser_id)
    if association is None:
        return {"organisation": "", "organisation_id": ""}
    return {
        "organisation": one_line(association.title),
        "organisation_id": str(association.translation_key),
        "organisation_url": addresses.of_page(association.url_path),
        "organisation_description": clean(association.summary),
        "rna": association.rna if RNA.fullmatch(association.rna) else "",
        "siren": association.siret if SIREN.fullmatch(association.siret) else "",
    }


def _description(page: MissionPage) -> str:
    """The summary, then the texts of the page, each under its name."""
    parts = [page.summary]
    for name in TEXTS:
        words = get_text_for_indexing(getattr(page, name)).strip()
        if words:
            parts.append(f"{capfirst(str(page._meta.get_field(name).verbose_name))}\n{words}")
    return clean("\n\n".join(parts)).strip()


def _domain(page: MissionPage) -> str:
    """Of its first theme that has one."""
    domains = [theme.domain for theme in page.themes.all()]
    return next((domain for domain in domains if domain != NationalDomain.OTHER), NationalDomain.OTHER.value)


def _schedule(page: MissionPage) -> str:
    duration = duration_in_words(page.duration) if page.duration else ""
    return one_line(", ".join(part for part in (str(page.get_commitment_display()), page.rhythm, duration) if part))
