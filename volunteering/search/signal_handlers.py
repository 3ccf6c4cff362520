"""What the search overhears: its index follows publishing, moving and hiding at once."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from volunteering.search.actions import forget, index_page
from volunteering.search.models import SearchEntry
from volunteering.search.registry import kind_of, kinds
from volunteering.search.tasks import follow_name, follow_page
from volunteering.signals import occurrences_changed


@receiver(page_published)
def find_published(instance: Page, **kwargs) -> None:
    if kind_of(instance):
        index_page(page=instance)
    _follow_name(instance)


@receiver(page_unpublished)
def lose_unpublished(instance: Page, **kwargs) -> None:
    if kind_of(instance):
        forget(pages=[instance.pk])
    _follow_name(instance)


@receiver(occurrences_changed)
def find_again(event: Page, **kwargs) -> None:
    """An event that was over, and was taken out, has a date again."""
    if event.live and not SearchEntry.objects.filter(pk=event.pk).exists():
        index_page(page=event)


@receiver(post_page_move)
def follow_move(instance: Page, **kwargs) -> None:
    transaction.on_commit(partial(follow_page.enqueue, instance.pk))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_readers(instance: PageViewRestriction, **kwargs) -> None:
    """Whoever hides a page hides what stands beneath it. The results say so at once: they ask for themselves."""
    transaction.on_commit(partial(follow_page.enqueue, instance.page_id))


def _follow_name(page: Page) -> None:
    if any(kind.naming and kind.naming(page).exists() for kind in kinds()):
        transaction.on_commit(partial(follow_name.enqueue, page.pk))
