// <v-pin>: the pin of an address that somebody wrote, to be put right by hand. Two hidden fields hold it
// (data-point: "lat, lng"; data-point-of: the address it belongs to): another address is looked up anew.

import { VMap } from "./map.js";

const ADDRESS = ["address", "postal_code", "city"];
const FIGURES = 6;

class VPin extends VMap {
  async draw() {
    this.point = document.getElementById(this.dataset.point);
    this.pointOf = document.getElementById(this.dataset.pointOf);
    const canvas = Object.assign(document.createElement("div"), { className: "v-map" });
    this.append(canvas);
    this.canvas = canvas;
    await super.draw();
    this.map.on("click", ({ latlng }) => this.place(latlng));
  }

  // The hint stands above the map and is none of Leaflet's.
  get surface() {
    return this.canvas;
  }

  get points() {
    const [lat, lng] = this.point.value.split(",").map(Number);
    return this.point.value && Number.isFinite(lat) && Number.isFinite(lng) ? [{ lat, lng }] : [];
  }

  pins(points) {
    const layer = L.layerGroup();
    this.layer = layer;
    if (points.length) this.show(points[0]);
    return layer;
  }

  show(latlng) {
    const icon = L.divIcon({ className: "v-pin", html: "<span><b></b></span>", iconSize: [44, 44], iconAnchor: [22, 42] });
    this.layer.clearLayers();
    const marker = L.marker(latlng, { icon, draggable: true, title: this.dataset.label, alt: this.dataset.label });
    marker.on("dragend", () => this.keep(marker.getLatLng())).addTo(this.layer);
  }

  place(latlng) {
    this.show(latlng);
    this.keep(latlng);
  }

  keep({ lat, lng }) {
    this.point.value = `${lat.toFixed(FIGURES)}, ${lng.toFixed(FIGURES)}`;
    const form = this.point.form;
    this.pointOf.value = ADDRESS.map((name) => form.elements[name]?.value.trim() ?? "")
      .join(" ")
      .trim();
  }
}

customElements.define("v-pin", VPin);
