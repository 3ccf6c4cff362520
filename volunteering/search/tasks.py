"""What runs later. Payload: a page's number and nothing else."""

from django_tasks import task
from wagtail.models import Page

from volunteering.search.actions import index_beneath, index_naming


@task()
def follow_page(page_id: int) -> None:
    """The pages beneath it, once it moved or its readers changed."""
    page = Page.objects.filter(pk=page_id).first()
    if page:
        index_beneath(page=page)


@task()
def follow_name(page_id: int) -> None:
    """The pages that name it, once it changed."""
    page = Page.objects.filter(pk=page_id).first()
    if page:
        index_naming(page=page.specific)
