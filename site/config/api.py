"""Wagtail's API, read-only: published pages, and the pictures they show. Documents and drafts are not in it."""

from django.db.models import Q, QuerySet
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from home.models import NewsPage
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage

SHOW_PICTURES = (AssociationPage, EventPage, MissionPage, NewsPage)


class Pages(PagesAPIViewSet):
    # Whoever is signed in on the site gets here what everyone gets.
    authentication_classes: list[type] = []
    # Its screens for developers have scripts inside, which our policy forbids.
    renderer_classes = [JSONRenderer]


class Pictures(ImagesAPIViewSet):
    """Those of published pages. Without the original, which may still say where it was taken."""

    authentication_classes: list[type] = []
    renderer_classes = [JSONRenderer]
    meta_fields = [name for name in ImagesAPIViewSet.meta_fields if name != "download_url"]

    def get_queryset(self) -> QuerySet:
        shown = Q(pk__in=AssociationPage.objects.published().values("logo"))
        for model in SHOW_PICTURES:
            shown |= Q(pk__in=model.objects.published().values("image"))
        return super().get_queryset().filter(shown)


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", Pages)
router.register_endpoint("images", Pictures)
