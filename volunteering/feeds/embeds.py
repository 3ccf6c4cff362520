"""Our lists inside a frame on other people's sites, with filters of their own; and the lines to copy for it."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.models import Neighbourhood, Theme
from volunteering.core.security_headers import let_others_frame
from volunteering.feeds.narrowing import parameters
from volunteering.feeds.subjects import AGENDA, SUBJECTS, Subject
from volunteering.feeds.views import CACHE_CONTROL, Feed

SHOWN = 12
HEIGHT = 600
SCRIPT = "volunteering/js/embed.js"

Choice = tuple[str, str, QuerySet, list[str]]


class OfSubject(TemplateView):
    http_method_names = ["get", "head", "options"]

    @cached_property
    def subject(self) -> Subject:
        raise NotImplementedError

    @cached_property
    def feed(self) -> Feed:
        """What knows the site, the narrowing and the words."""
        feed = Feed(subject=self.subject)
        feed.setup(self.request)
        return feed

    def choices(self) -> list[Choice]:
        """The two selects: name, label, terms, slugs chosen."""
        terms = {"theme": Theme, "neighbourhood": Neighbourhood}
        fields, query = self.feed.narrowing.fields, self.request.GET
        return [(name, fields[name].label, model.objects.all(), query.getlist(name)) for name, model in terms.items()]


class Embed(OfSubject):
    """GET /engagement/embed/<kind>/?theme=…&neighbourhood=…&association=…: the one address others may frame."""

    template_name = "volunteering/feeds/embed.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = CACHE_CONTROL
        return let_others_frame(response)

    @cached_property
    def subject(self) -> Subject:
        if self.kwargs["kind"] not in SUBJECTS:
            raise Http404(_("There is no such list."))
        return SUBJECTS[self.kwargs["kind"]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        narrowing = self.feed.narrowing
        association = narrowing.answers.get("association")
        return super().get_context_data(
            subject=self.subject.key,
            title=self.feed.title,
            items=self.subject.cards(self.feed.rows)[:SHOWN],
            choices=self.choices(),
            association=association.pk if association else "",
            notes=narrowing.notes,
            list_address=self.feed.list_address,
            **kwargs,
        )


class EmbedCode(OfSubject):
    """GET /engagement/embed/: the lines to copy."""

    template_name = "volunteering/feeds/embed_code.html"

    @cached_property
    def subject(self) -> Subject:
        return SUBJECTS.get(self.request.GET.get("list", ""), AGENDA)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kept = parameters(self.subject, self.request.GET) if not self.feed.narrowing.notes else None
        path = reverse("volunteering:embed", args=[self.subject.key])
        path = f"{path}?{kept.urlencode()}" if kept else path
        return super().get_context_data(
            kinds=SUBJECTS.values(),
            kind=self.subject.key,
            choices=self.choices(),
            code=self.code(path),
            preview=path,
            **kwargs,
        )

    def code(self, path: str) -> str:
        frame = '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" data-engagement></iframe>\n'
        script = '<script src="{}" defer></script>'
        addresses = self.feed.addresses
        # Without the fingerprint of its content: other sites keep these lines for years.
        address = urljoin(addresses.of("/"), f"{settings.STATIC_URL}{SCRIPT}")
        return format_html(frame + script, addresses.of(path), self.feed.title, HEIGHT, address)
