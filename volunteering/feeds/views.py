"""What every feed does: public rows, narrowed by its address; 304 while nothing changed; bounded, streamed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.functional import cached_property
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.models import Site

from volunteering.core.city import CitySettings
from volunteering.core.kept import Shelf
from volunteering.feeds.addresses import Addresses
from volunteering.feeds.narrowing import Narrowing, form_for, parameters
from volunteering.feeds.subjects import Subject
from volunteering.feeds.versions import last_change, version_of

# Others may keep a copy and must ask whether it still holds: a cancelled date shows at once.
CACHE_CONTROL = "public, no-cache"
ROWS_PER_CHUNK = 500


class Feed(View):
    """One subject in one format. Formats say how in `chunks`; `subject` comes from the route.

    A short one that much software asks for is kept whole while nothing changes (`is_kept`); others are streamed.
    """

    subject: Subject = None
    content_type: str
    extension: str
    is_kept = False
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.narrowing.notes:
            return self.refuse()
        changed = last_change()
        # By the host as asked: looking up its site would cost half of the answer that nothing changed.
        address = f"{request.get_host()}{request.get_full_path()}"
        etag = version_of(self.subject, address=address, changed=changed)
        response = get_conditional_response(request, etag=etag, last_modified=int(changed.timestamp()))
        response = response or self.answer(etag)
        response["ETag"], response["Cache-Control"] = etag, CACHE_CONTROL
        response.headers.setdefault("Last-Modified", http_date(changed.timestamp()))
        return response

    def answer(self, etag: str) -> HttpResponseBase:
        content_type = f"{self.content_type}; charset=utf-8"
        if self.is_kept:
            text = Shelf(self.request).text("feed", etag, make=lambda: "".join(self.chunks(self.rows)))
            response = HttpResponse(text, content_type=content_type)
        else:
            response = StreamingHttpResponse(encoded(self.chunks(self.rows)), content_type=content_type)
        response["Content-Disposition"] = f'inline; filename="{self.file_name}.{self.extension}"'
        return response

    def refuse(self) -> HttpResponse:
        """To whoever typed or kept an address that means nothing any more."""
        return HttpResponse("\n".join(self.narrowing.notes), status=400, content_type="text/plain; charset=utf-8")

    def chunks(self, rows: QuerySet) -> Iterable[str]:
        raise NotImplementedError

    @cached_property
    def site(self) -> Site:
        site = Site.find_for_request(self.request)
        if site is None:
            raise Http404(_("No site answers at this address."))
        return site

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_request(self.request)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.site)

    @cached_property
    def narrowing(self) -> Narrowing:
        return form_for(self.subject, self.request.GET)

    @property
    def is_narrowed(self) -> bool:
        return bool(parameters(self.subject, self.request.GET))

    @property
    def rows(self) -> QuerySet:
        return self.narrowing.answered(self.subject.public(self.site))

    @property
    def file_name(self) -> str:
        return self.subject.key

    @cached_property
    def title(self) -> str:
        """ "Agenda – Rivemont-sur-Loire (Sport)"."""
        name = self.city.name or self.site.site_name or self.site.hostname
        title = _("%(subject)s – %(city)s") % {"subject": self.subject, "city": name}
        words = self.narrowing.in_words()
        return f"{title} ({words})" if words else title

    @property
    def address(self) -> str:
        """Of this feed, on the site's own host whatever the request says."""
        return self.addresses.of(self.request.get_full_path())

    @property
    def list_address(self) -> str:
        """Of the list for people; the site itself when it has none."""
        index = self.subject.index_model.objects.live().public().in_site(self.site).first()
        return self.addresses.of_page(index.url_path) if index else self.addresses.of("/")


def encoded(texts: Iterable[str]) -> Iterable[bytes]:
    """In pieces large enough for the network: one write per row would cost more than the row."""
    waiting: list[str] = []
    for text in texts:
        waiting.append(text)
        if len(waiting) >= ROWS_PER_CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
    yield "".join(waiting).encode()
