/* The pin on the map: wagtailgeowidget's field (leaflet-field.js) with our own map, our own search for addresses and no
   other server. The coordinates stay in a text field: keyboards and browsers without this script use that. */
(() => {
  const { Controller } = window.StimulusModule;
  const STROKES = { water: "#3f86b5", park: "#5f8f4e", street: "#8c8579", neighbourhood: "#00606b" };

  class CityMap extends window.LeafletField {
    setup() {
      this.initMap(this.mapEl, this.defaultLocation);
      this.initEvents();
      this.map.on("click", (event) => this.place(event.latlng));
      const placed = this.parseStrToLatLng(this.latLngField.val());
      if (placed) {
        this.setMapPosition(placed);
        this.map.setZoom(Math.max(this.zoom, 15), { animate: false });
      }
    }

    initMap(element, centre) {
      const words = this.translations;
      this.map = L.map(element[0], { zoomControl: false, maxZoom: 19 }).setView(centre, this.zoom);
      L.control.zoom({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(this.map);
      this.map.attributionControl.setPrefix(false);
      if (this.tileLayer) L.tileLayer(this.tileLayer, this.tileLayerOptions).addTo(this.map);
      const icon = L.divIcon({ className: "v-location__pin", iconSize: [28, 34], iconAnchor: [14, 34] });
      this.marker = L.marker(centre, { draggable: true, icon, title: words.pin, alt: words.pin });
    }

    drawPlan(plan) {
      const style = ({ properties }) => ({
        color: STROKES[properties.kind] || STROKES.street,
        weight: properties.kind === "neighbourhood" ? 1 : 2,
        fillOpacity: properties.kind === "neighbourhood" ? 0.04 : 0.15,
        interactive: false,
      });
      L.geoJSON(plan, { style, pointToLayer: () => L.layerGroup() }).addTo(this.map);
    }

    place(point) {
      this.setMapPosition(point);
      this.updateLatLng(point);
      this.writeLocation(point);
    }

    setMapPosition(point) {
      this.marker.setLatLng(point);
      if (!this.map.hasLayer(this.marker)) this.marker.addTo(this.map);
      this.map.panTo(point);
    }

    clear() {
      this.marker.remove();
      this.latLngField.val("");
      this.setState("");
    }

    writeLocation(point) {
      this.setState(`SRID=${this.srid};POINT(${point.lng.toFixed(6)} ${point.lat.toFixed(6)})`);
    }

    updateLatLng(point) {
      this.latLngField.val(`${point.lat.toFixed(6)}, ${point.lng.toFixed(6)}`);
    }

    parseStrToLatLng(text) {
      const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
      if (!found || Math.abs(found[1]) > 90 || Math.abs(found[2]) > 180) return null;
      return L.latLng(Number(found[1]), Number(found[2]));
    }

    /* The stock message goes through innerHTML. */
    displayWarning(message, { field }) {
      this.clearFieldMessage({ field });
      const warning = document.createElement("p");
      warning.className = `help-block help-warning ${this.genMessageId(field)}`;
      warning.textContent = message;
      field.after(warning);
    }

    setState(value) {
      super.setState(value);
      this.sourceField[0].dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  class LocationController extends Controller {
    static targets = ["map", "tools", "clear", "matches", "status"];
    static values = { options: Object, geocoder: String, plan: String };

    connect() {
      const input = this.element.querySelector("input[type=hidden]");
      this.mapTarget.hidden = false;
      this.toolsTarget.hidden = false;
      this.field = new CityMap({ ...this.optionsValue, id: input.id });
      input.addEventListener("change", () => this.changed());
      this.field.latLngField.on("input", () => this.emptied());
      this.refresh();
      this.observer = new ResizeObserver(() => this.resize());
      this.observer.observe(this.mapTarget);
      this.drawPlan();
    }

    disconnect() {
      this.observer.disconnect();
      this.field.map.remove();
    }

    /* A map in a hidden tab has no size yet: where it looks is decided when it is first seen. */
    resize() {
      const { map, marker, defaultLocation } = this.field;
      map.invalidateSize();
      if (this.wasSeen || !this.mapTarget.clientWidth) return;
      this.wasSeen = true;
      const { bounds } = this.optionsValue;
      if (map.hasLayer(marker)) map.panTo(marker.getLatLng(), { animate: false });
      else if (bounds) map.fitBounds(bounds, { animate: false });
      else map.panTo(defaultLocation, { animate: false });
    }

    async drawPlan() {
      if (this.optionsValue.tileLayer) return;
      const answer = await fetch(this.planValue);
      if (answer.ok) this.field.drawPlan(await answer.json());
    }

    emptied() {
      if (this.field.latLngField.val().trim()) return;
      this.field.clearFieldMessage({ field: this.field.latLngField });
      this.field.clear();
    }

    changed() {
      this.refresh();
      this.say(this.field.getValue() ? "placed" : "removed");
    }

    refresh() {
      this.clearTarget.hidden = !this.field.getValue();
    }

    clear() {
      this.field.clear();
      this.matchesTarget.replaceChildren();
    }

    async find() {
      const names = this.optionsValue.addressFields;
      const parts = names.map((name) => document.getElementById(`id_${name}`)?.value.trim()).filter(Boolean);
      this.matchesTarget.replaceChildren();
      if (!parts.length) return this.say("no_address");
      this.say("searching");
      try {
        const answer = await fetch(`${this.geocoderValue}?${new URLSearchParams({ q: parts.join(" ") })}`);
        return this.show(await answer.json());
      } catch {
        return this.say("unreachable");
      }
    }

    /* One place is taken, several are proposed; the server says the sentence. */
    show({ matches, message }) {
      this.statusTarget.textContent = message;
      if (matches.length === 1) return this.choose(matches[0]);
      return this.matchesTarget.replaceChildren(...matches.map((match) => this.proposal(match)));
    }

    proposal(match) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary";
      button.textContent = match.label;
      button.addEventListener("click", () => this.choose(match));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }

    choose(match) {
      this.field.place(L.latLng(match.lat, match.lng));
      this.field.map.setZoom(17);
      this.matchesTarget.replaceChildren();
    }

    say(word) {
      this.statusTarget.textContent = this.optionsValue.translations[word];
    }
  }

  window.wagtail.app.register("volunteering-location", LocationController);
})();
