"""Residents who do something together without an association: a record of their own, a draft until it is approved."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Page, Site

from volunteering.directory.models import AssociationIndexPage, AssociationPage, Kind
from volunteering.directory.speaking import associations_of, speaks_for
from volunteering.moderation.actions import PageBusy


def is_run_by(user: Any, association: AssociationPage) -> bool:
    return association.kind == Kind.COLLECTIVE and speaks_for(user, association.pk)


def collective_called(
    title: str, *, summary: str, site: Site, user: Any, known: AssociationPage | None = None
) -> AssociationPage:
    """The author's own of this name, else a new draft. `known`: what this submission wrote before. Raises `PageBusy`.

    Another one of the same name belongs to others: nobody acts for it by typing its name.
    """
    own = [each for each in associations_of(user) if each.title.casefold() == title.casefold()]
    if own:
        return own[0]
    if known is not None and known.kind == Kind.COLLECTIVE and known.first_published_at is None:
        if known.title != title:
            known.title = title
            known.save()
            known.save_revision()
        return known
    return _draft(title, summary, site)


def _draft(title: str, summary: str, site: Site) -> AssociationPage:
    parent = AssociationIndexPage.objects.live().descendant_of(site.root_page, inclusive=True).order_by("path").first()
    if parent is None:
        raise PageBusy
    page = AssociationPage(title=title, summary=summary, kind=Kind.COLLECTIVE, live=False)
    # Wagtail finds a free one from the title; one of signs alone gives none.
    page.slug = "" if slugify(title) else f"collectif-{page.translation_key.hex[:8]}"
    parent.add_child(instance=page)
    page.save_revision()
    return page


def lonely_draft(association: AssociationPage | None, *, besides: Page) -> AssociationPage | None:
    """One that was never published and organises nothing but this page; None otherwise."""
    if association is None or association.kind != Kind.COLLECTIVE or association.first_published_at is not None:
        return None
    others = association.missions.exclude(pk=besides.pk).exists() or association.events.exclude(pk=besides.pk).exists()
    return None if others else association


def publish_collective(association: AssociationPage) -> None:
    """Along with what it organises, once: one that an editor took down stays down."""
    if association.kind == Kind.COLLECTIVE and association.first_published_at is None and not association.live:
        association.get_latest_revision().publish()
