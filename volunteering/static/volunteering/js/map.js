// <v-map>: loads Leaflet when it comes into view and draws numbered pins on the city's own outline, or on tiles.
// Pins that would cover each other are gathered; the list beside the map says the same in words, under the same numbers
// (data-pin): touching one marks the other.

const NAMES_FROM = 14; // the zoom from which the quarters' names do not cover each other
const loaded = new Map();

function load(address, element, attributes) {
  if (!loaded.has(address)) {
    const node = Object.assign(document.createElement(element), attributes);
    loaded.set(address, new Promise((resolve, reject) => Object.assign(node, { onload: resolve, onerror: reject })));
    document.head.append(node);
  }
  return loaded.get(address);
}

const style = (href) => load(href, "link", { rel: "stylesheet", href });
const script = (src) => load(src, "script", { src });

export class VMap extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.found = this.closest("[data-found]");
    for (const part of this.found?.querySelectorAll("[data-with-map]") ?? []) part.hidden = false;
    this.observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        this.observer.disconnect();
        this.draw().catch(() => (this.hidden = true)); // the words beside it say where
      },
      { rootMargin: "200px" },
    );
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
    this.sizes?.disconnect();
    this.map?.remove();
  }

  async draw() {
    const { script: leaflet, style: sheet, cluster, label, zoomIn, zoomOut } = this.dataset;
    const points = this.points;
    await Promise.all([style(sheet), script(leaflet)]);
    if (points.length > 1) await script(cluster);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const motion = { zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm };
    this.surface.setAttribute("role", "region");
    this.surface.setAttribute("aria-label", label);
    this.map = L.map(this.surface, { maxZoom: 19, zoomControl: false, scrollWheelZoom: false, ...motion });
    L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(this.map);
    this.map.attributionControl.setPrefix(false);
    this.map.on("zoomend", () => this.classList.toggle("v-map--near", this.map.getZoom() >= NAMES_FROM));
    this.frame(points);
    await this.background();
    this.pins(points).addTo(this.map);
    if (this.found) this.keepInStep();
    // Out of sight it has no size: a phone turned meanwhile would leave it with the old one.
    this.sizes = new ResizeObserver(() => this.map.invalidateSize());
    this.sizes.observe(this);
  }

  get surface() {
    return this;
  }

  get points() {
    return JSON.parse(this.dataset.points);
  }

  // The list's things by number; the map's pins carry the same one.
  thing(number) {
    return document.querySelector(`[data-fragment] [data-pin="${number}"]`);
  }

  keepInStep() {
    const list = document.querySelector("[data-fragment]");
    const mark = ({ target, type }) => {
      const number = target.closest?.("[data-pin]")?.dataset.pin;
      if (number) this.markers[number - 1].getElement()?.classList.toggle("v-pin--marked", /over|in$/.test(type));
    };
    for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) list.addEventListener(type, mark);
  }

  frame(points) {
    if (points.length === 1) return this.map.setView([points[0].lat, points[0].lng], 15);
    const [south, west, north, east] = JSON.parse(this.dataset.bounds ?? "[41,-5,51,9]");
    const bounds = points.length ? L.latLngBounds(points).pad(0.1) : [[south, west], [north, east]];
    return this.map.fitBounds(bounds);
  }

  async background() {
    const { tiles, credit, maxZoom, outline } = this.dataset;
    if (tiles) return L.tileLayer(tiles, { attribution: credit, maxZoom: Number(maxZoom) }).addTo(this.map);
    return L.geoJSON(await (await fetch(outline)).json(), {
      interactive: false,
      style: ({ properties }) => ({ className: `v-map__${properties.kind}` }),
      onEachFeature: ({ properties }, layer) => {
        const options = { permanent: true, direction: "center", className: "v-map__name", pane: "shadowPane" };
        if (properties.kind === "neighbourhood") layer.bindTooltip(properties.name, options);
      },
    }).addTo(this.map);
  }

  pins(points) {
    const markers = points.map((point, index) => this.pin(point, points.length > 1 ? index + 1 : ""));
    this.markers = markers;
    if (markers.length < 2) return L.layerGroup(markers);
    const iconCreateFunction = (cluster) => {
      const number = cluster.getChildCount();
      cluster.options.title = cluster.options.alt = `${number} ${this.dataset.together}`;
      return L.divIcon({ className: "v-cluster", html: `<span>${number}</span>`, iconSize: [44, 44] });
    };
    return L.markerClusterGroup({ iconCreateFunction, showCoverageOnHover: false, maxClusterRadius: 40 }).addLayers(markers);
  }

  pin({ lat, lng, title, url }, number) {
    const html = `<span><b>${number}</b></span>`;
    const icon = L.divIcon({ className: "v-pin", html, iconSize: [44, 44], iconAnchor: [22, 42] });
    const marker = L.marker([lat, lng], { icon, title, url, alt: title, keyboard: Boolean(url), interactive: Boolean(url) });
    if (!url) return marker;
    for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focus", true], ["blur", false]]) {
      marker.on("add", () =>
        marker.getElement().addEventListener(type, () => this.thing(number)?.classList.toggle("v-marked", on)),
      );
    }
    return marker.on("click", () => this.choose(marker, number)).on("keypress", ({ originalEvent }) => {
      if (originalEvent.key === "Enter") location.assign(url);
    });
  }

  // Where the list beside it says what the number stands for, a pin leads there; in the list's place, it says so first.
  choose(marker, number) {
    const { title, url } = marker.options;
    const thing = this.thing(number);
    if (!thing || thing.getClientRects().length) return location.assign(url);
    const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
    const clear = { maxWidth: 220, autoPanPaddingTopLeft: [60, 8] }; // of the buttons that zoom
    return L.popup({ ...clear, closeButton: false, offset: [0, -30] }).setContent(link).setLatLng(marker.getLatLng()).openOn(this.map);
  }
}

customElements.define("v-map", VMap);
