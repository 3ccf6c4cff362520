"""The tile servers a city may choose for its maps. Pure: addresses and the credit each licence asks for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TileServer:
    """`template` in Leaflet's form; `origin` is what a Content-Security-Policy must let images come from."""

    template: str
    attribution: str
    max_zoom: int

    @property
    def origin(self) -> str:
        return "/".join(self.template.split("/")[:3])


# Keys: the values of `core.city.Tiles`; its NONE has no server.
TILE_SERVERS = {
    # Source: geoservices.ign.fr, WMTS of the Plan IGN v2, open licence (Etalab 2.0), no key.
    "ign": TileServer(
        template=(
            "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
            "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
        ),
        attribution="© IGN – Géoplateforme",
        max_zoom=19,
    ),
    # Source: tile.openstreetmap.fr, French style, ODbL data.
    "osm_france": TileServer(
        template="https://a.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png",
        attribution="© OpenStreetMap France, les contributeurs d’OpenStreetMap",
        max_zoom=20,
    ),
}
