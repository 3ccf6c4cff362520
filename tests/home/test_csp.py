import pytest
from wagtail.models import Site

from tests.factories import HomePageFactory
from volunteering.core.city import CitySettings, Tiles

pytestmark = pytest.mark.django_db
HEADER = "Content-Security-Policy"


@pytest.fixture
def policy(client):
    """The directives of the answer to an address: {"script-src": "'self'", …}."""

    def of(address: str) -> dict[str, str]:
        directives = client.get(address)[HEADER].split("; ")
        return dict(directive.split(" ", 1) for directive in directives)

    return of


@pytest.fixture
def home():
    page = HomePageFactory()
    Site.objects.update(root_page=page)
    return page


@pytest.mark.parametrize("address", ["/", "/recherche/", "/no-such-page/", "/engagement/theme.css"])
def test_a_visitor_s_browser_runs_only_what_the_site_serves(policy, home, address):
    directives = policy(address)

    assert directives["script-src"] == directives["style-src"] == directives["default-src"] == "'self'"
    assert "unsafe" not in " ".join(directives.values())


def test_the_admin_may_write_scripts_into_its_pages(policy):
    assert "'unsafe-inline'" in policy("/admin/login/")["script-src"]


def test_pictures_come_from_no_other_server(policy, home):
    assert policy("/")["img-src"] == "'self' data:"


def test_map_tiles_come_from_the_server_the_city_chose(policy, home):
    city = CitySettings.for_site(Site.objects.get())
    city.tiles = Tiles.IGN
    city.save()

    assert policy("/")["img-src"] == "'self' data: https://data.geopf.fr"


def test_a_developer_can_read_django_s_error_pages(client, settings):
    settings.DEBUG = True

    assert HEADER not in client.get("/no-such-page/")
