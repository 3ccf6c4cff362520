// <v-map>: loads Leaflet when it comes into view and draws numbered pins on the city's own outline, or on tiles.

const loaded = new Map();

function load(address, element, attributes) {
  if (!loaded.has(address)) {
    loaded.set(
      address,
      new Promise((resolve, reject) => {
        const node = Object.assign(document.createElement(element), attributes);
        node.onload = resolve;
        node.onerror = reject;
        document.head.append(node);
      }),
    );
  }
  return loaded.get(address);
}

class VMap extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        this.observer.disconnect();
        this.draw().catch(() => (this.hidden = true)); // the address beside it says where
      },
      { rootMargin: "200px" },
    );
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
    this.map?.remove();
  }

  async draw() {
    const { script, style, points, label } = this.dataset;
    await Promise.all([
      load(style, "link", { rel: "stylesheet", href: style }),
      load(script, "script", { src: script }),
    ]);
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", label);
    this.map = L.map(this, { maxZoom: 19, zoomControl: false, scrollWheelZoom: false });
    L.control.zoom({ zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut }).addTo(this.map);
    this.map.attributionControl.setPrefix(false);
    this.frame(JSON.parse(points));
    await this.background();
    JSON.parse(points).forEach((point, index, all) => this.pin(point, all.length > 1 ? index + 1 : ""));
  }

  frame(points) {
    if (points.length === 1) return this.map.setView([points[0].lat, points[0].lng], 15);
    const bounds = points.length ? L.latLngBounds(points.map(({ lat, lng }) => [lat, lng])) : null;
    const [south, west, north, east] = JSON.parse(this.dataset.bounds ?? "[41,-5,51,9]");
    return this.map.fitBounds(bounds?.pad(0.15) ?? [[south, west], [north, east]]);
  }

  async background() {
    const { tiles, credit, maxZoom, outline } = this.dataset;
    if (tiles) return L.tileLayer(tiles, { attribution: credit, maxZoom: Number(maxZoom) }).addTo(this.map);
    const drawing = await (await fetch(outline)).json();
    return L.geoJSON(drawing, {
      interactive: false,
      style: ({ properties }) => ({ className: `v-map__${properties.kind}` }),
    }).addTo(this.map);
  }

  pin({ lat, lng, title, url }, number) {
    const icon = L.divIcon({ className: "v-pin", html: `<span><b>${number}</b></span>`, iconSize: [44, 44], iconAnchor: [22, 42] });
    const marker = L.marker([lat, lng], { icon, title, alt: title, keyboard: Boolean(url) }).addTo(this.map);
    if (url) marker.on("click keypress", ({ originalEvent }) => originalEvent.key in { Enter: 1, undefined: 1 } && location.assign(url));
  }
}

customElements.define("v-map", VMap);
