"""The city's own page types; associations, events and missions come from the plugin."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from home.blocks import BodyBlock
from volunteering.core.moment_inputs import LocalDateInput
from volunteering.core.pages import RICH_TEXT, ContentMixin, IndexMixin, PublishingForm, ServedByView
from volunteering.core.panels import summary_panel, ticks_panel
from volunteering.core.publishing import Publishable
from volunteering.core.taxonomy import Neighbourhood, first_theme


class HomePage(Publishable, ServedByView, Page):
    """The city's front door: search, three doors, what the editors put in `body`, the latest news."""

    tagline = models.CharField(_("one sentence of welcome"), max_length=200, blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("blocks"), blank=True)

    view = "home.views.Home"
    template = "home/home_page.html"
    base_form_class = PublishingForm
    max_count = 1
    search_fields = [*Page.search_fields, index.SearchField("tagline")]
    content_panels = [*Page.content_panels, FieldPanel("tagline"), FieldPanel("image"), FieldPanel("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def description_for_search(self) -> str:
        return self.search_description or self.tagline

    @property
    def social_image(self):
        return self.image


class StandardPage(Page):
    """A page of text."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    template = "home/standard_page.html"
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]
    api_fields = [APIField("introduction"), APIField("body")]
    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    @property
    def description_for_search(self) -> str:
        return self.search_description or self.introduction


class NewsIndexPage(IndexMixin, Page):
    """News: /actualites/."""

    view = "home.views.News"
    template = "home/news_index.html"
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news lists")


class NewsQuerySet(PageQuerySet):
    def published(self) -> "NewsQuerySet":
        """What anyone may read: live, and under no page with a view restriction."""
        return self.live().public()

    def for_cards(self) -> "NewsQuerySet":
        """All a list of cards shows, in a constant number of queries."""
        cards = self.select_related("image").annotate(card_theme=first_theme(self.model))
        return cards.prefetch_related("image__renditions").defer("body")

    def newest(self) -> "NewsQuerySet":
        return self.order_by("-date", "-pk")


class NewsPage(ContentMixin, Page):
    """A news item."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = RichTextField(_("text"), features=["h2", *RICH_TEXT, "image"])
    neighbourhoods = ParentalManyToManyField(Neighbourhood, verbose_name=_("neighbourhoods"), blank=True)

    objects = PageManager.from_queryset(NewsQuerySet)()

    view = "home.views.NewsDetail"
    template = "home/news_page.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    search_fields = [
        *Page.search_fields,
        *ContentMixin.content_search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    api_fields = [*ContentMixin.content_api_fields, APIField("date"), APIField("body"), APIField("neighbourhoods")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("date", widget=LocalDateInput),
        summary_panel(),
        FieldPanel("image"),
        FieldPanel("body"),
        MultiFieldPanel([ticks_panel("themes"), ticks_panel("neighbourhoods")], heading=_("About")),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes = [models.Index(fields=["-date"], name="news_date")]
