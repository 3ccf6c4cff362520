"""What every page type of the plugin shares. A site may subclass the mixins for page types of its own."""

from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.functional import classproperty
from django.utils.html import strip_tags
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from volunteering.core.moment_inputs import LocalDateTimeInput
from volunteering.core.picture_api import picture
from volunteering.core.publishing import Publishable
from volunteering.core.taxonomy import Theme

# When a page appears and goes by itself, in Wagtail's words.
SCHEDULE = ("go_live_at", "expire_at")
RICH_TEXT = ["h3", "bold", "italic", "ol", "ul", "link"]


class ServedByView:
    """Serves the page with one of our class-based views, named by `view` so that models import no view.

    The view gets `page=` and builds on `page.get_context()`; previews go the same way. A page type with the preview
    mode "card" names the template of its card in a list.
    """

    view: str
    card_template = ""

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return import_string(self.view).as_view(page=self)(request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        template = self.card_template if mode_name == "card" else ""
        return import_string(self.view).as_view(page=self, template=template)(request)


class DeletedWhole:
    """All or nothing: the tree counts a page's children before the database may refuse to delete them."""

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return super().delete(*args, **kwargs)


class PublishingForm(WagtailAdminPageForm):
    """Shows what publishing asks for where it is missing; a draft may stay incomplete."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SCHEDULE:
            if name in self.fields:
                self.fields[name].widget = LocalDateTimeInput.instead_of(self.fields[name].widget)

    def _post_clean(self) -> None:
        """Asks the page once it holds what was typed; what stands in formsets is asked by their own forms."""
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, problem in self.instance.asked_at_publishing().items():
                if name in self.fields:
                    self.add_error(name, problem)
            if reason := self.instance.kept_off():
                self.add_error(None, reason)


class IndexMixin(ServedByView, DeletedWhole, models.Model):
    """An index page: an introduction above its list."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    class Meta:
        abstract = True

    @property
    def description_for_search(self) -> str:
        """What search engines and shared links show: the introduction without its markup, if nothing else is said."""
        return self.search_description or " ".join(strip_tags(self.introduction).split())


def named(page: Page) -> dict[str, str]:
    """A page that another one names, as Wagtail's API tells it."""
    return {"title": page.title, "url": page.full_url or ""}


class ContentMixin(Publishable, ServedByView, DeletedWhole, models.Model):
    """A summary for cards and search engines, a picture, themes."""

    SUMMARY_LENGTH = 300

    summary = models.CharField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        help_text=_("One or two sentences, shown on cards and in search results. At most 300 characters."),
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    # Page.first_published_at, here with an index: the newest of thousands are asked for at every poll of a feed.
    published_at = models.DateTimeField(null=True, editable=False, db_index=True)

    # Named, like `view`, so that models import no form.
    editor_form = "volunteering.core.pages.PublishingForm"

    content_search_fields = [
        index.SearchField("summary", boost=2),
        index.AutocompleteField("title"),
        index.RelatedFields("themes", [index.SearchField("name"), index.FilterField("slug")]),
    ]
    content_api_fields = [APIField("summary"), APIField("theme_slugs"), picture("image")]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.published_at = self.first_published_at
        super().save(*args, **kwargs)

    @classproperty
    def base_form_class(cls) -> type[PublishingForm]:  # noqa: N805 — a property of the class, read by Wagtail
        return import_string(cls.editor_form)

    @property
    def description_for_search(self) -> str:
        """What search engines and shared links show."""
        return self.search_description or self.summary

    @property
    def social_image(self):
        return self.image

    def plain(self, field: str) -> str:
        """A rich text field without its markup."""
        return " ".join(strip_tags(getattr(self, field)).split())

    @property
    def theme_slugs(self) -> list[str]:
        return [theme.slug for theme in self.themes.all()]
