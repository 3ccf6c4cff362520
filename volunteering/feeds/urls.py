"""The feeds' addresses, beneath engagement/."""

from django.urls import path

from volunteering.feeds.api_engagement import ApiEngagement
from volunteering.feeds.embeds import Embed, EmbedCode
from volunteering.feeds.geojson import GeoJson
from volunteering.feeds.ical import AgendaICal, DateICal, EventICal
from volunteering.feeds.open_data import OpenCsv, OpenJson
from volunteering.feeds.openagenda import OpenAgenda
from volunteering.feeds.subjects import AGENDA, ASSOCIATIONS, SUBJECTS
from volunteering.feeds.syndication import Atom, Rss

FOR_EACH = {"rss": Rss, "atom": Atom, "geojson": GeoJson}
OPEN_DATA = {"associations": ASSOCIATIONS, "events": AGENDA}

urlpatterns = [
    path("agenda.ics", AgendaICal.as_view(), name="agenda_ics"),
    path("event/<uuid:uid>.ics", EventICal.as_view(), name="event_ics"),
    path("date/<uuid:uid>.ics", DateICal.as_view(), name="date_ics"),
    path("embed/", EmbedCode.as_view(), name="embed_code"),
    path("embed/<slug:kind>/", Embed.as_view(), name="embed"),
    path("agenda.json", OpenAgenda.as_view(), name="agenda_json"),
    path("missions.xml", ApiEngagement.as_view(), name="missions_xml"),
    *(
        path(f"{key}.{extension}", view.as_view(subject=subject), name=f"{key}_{extension}")
        for key, subject in SUBJECTS.items()
        for extension, view in FOR_EACH.items()
    ),
    *(
        path(f"{name}.{extension}", view.as_view(subject=subject), name=f"{name}_{extension}")
        for name, subject in OPEN_DATA.items()
        for extension, view in {"csv": OpenCsv, "json": OpenJson}.items()
    ),
]
