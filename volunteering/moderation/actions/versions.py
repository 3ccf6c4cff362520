"""Which version of a page is the newest one: what an editor who opens it finds."""

from typing import Any

from wagtail.models import Page, Revision


def set_aside(page: Page) -> None:
    """The public version is the newest again; what was proposed stays in the history, and nothing waits any more."""
    public = Page.objects.get(pk=page.pk).specific
    version = public.live_revision.as_object() if public.live_revision else public
    version.save_revision(changed=False, log_action=False)
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=False)


def put_on_top(revision: Revision, *, by: Any) -> Revision:
    """What was proposed is the newest again."""
    return revision.as_object().save_revision(user=by, log_action=True, previous_revision=revision)
