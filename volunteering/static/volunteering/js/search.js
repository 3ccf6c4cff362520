// <v-search>: the search's field proposes pages while one types. Without this script it is an ordinary form.
// The pattern: WAI-ARIA Authoring Practices, "editable combobox with list autocomplete". The focus stays in the field;
// aria-activedescendant says which option is chosen. Enter without a chosen option searches, as ever.

const PAUSE = 150; // ms without a key before asking
const SHORTEST = 2;
let lists = 0;

class VSearch extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=search]");
    this.list ??= this.prepare();
    this.box = this.closest("details");
    this.box?.addEventListener("toggle", () => this.box.open && this.input.focus());
  }

  prepare() {
    const list = Object.assign(document.createElement("div"), { id: `v-search-list-${++lists}`, hidden: true });
    list.className = "v-search__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.dataset.label);
    this.status = Object.assign(document.createElement("p"), { className: "v-sr", role: "status" });
    this.append(list, this.status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus out of the field, which would close the list before the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
    return list;
  }

  wait() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const words = this.input.value.trim();
    if (words.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(words), PAUSE);
  }

  async ask(words) {
    this.asking = new AbortController();
    try {
      const address = `${this.dataset.suggestions}?${new URLSearchParams({ q: words })}`;
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok) this.show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // offline: the form still says so when it is sent
    }
  }

  show(html) {
    this.choose(null);
    this.list.innerHTML = html;
    const said = this.list.querySelector("[data-said]");
    said?.remove();
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, index) => (option.id = `${this.list.id}-${index}`));
    const open = this.options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.status.textContent = open ? said.textContent.trim() : "";
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.choose(null);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    this.chosen = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    return option.scrollIntoView({ block: "nearest" });
  }

  step(by) {
    // One place beyond the last option is the field itself.
    const places = this.options.length + 1;
    const here = this.chosen ? this.options.indexOf(this.chosen) : places - 1;
    this.choose(this.options[(here + by + places) % places] ?? null);
  }

  press(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (open && event.key === "ArrowDown") this.step(1);
    else if (open && event.key === "ArrowUp") this.step(-1);
    else if (open && event.key === "Enter" && this.chosen) this.go(this.chosen);
    else if (open && event.key === "Escape") this.close();
    else if (event.key === "Escape" && this.box && !this.input.value) this.fold();
    else return;
    event.preventDefault();
  }

  fold() {
    this.box.open = false;
    this.box.querySelector("summary").focus();
  }

  go(option) {
    if (option) location.assign(option.dataset.url);
  }
}

customElements.define("v-search", VSearch);
