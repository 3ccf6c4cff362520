/* One date of an event: shows the fields that matter for the chosen repetition, and what the server says they mean. */
(() => {
  const { Controller } = window.StimulusModule;
  const PAUSE_MS = 350;
  const LONGEST_QUERY = 3500; // servers refuse longer addresses
  const tidy = (line) => line.trim().replace(/(?<!\d)(\d)(?=\/)/g, "0$1"); // 4/6/2027 is 04/06/2027

  class RecurrenceController extends Controller {
    static targets = ["part", "preview", "add", "added"];
    static values = { url: String, tooLong: String, unreachable: String };

    connect() {
      this.addTarget.hidden = false;
      this.arrange();
      this.refresh();
    }

    disconnect() {
      clearTimeout(this.timer);
      this.asking?.abort();
    }

    ignore() {}

    changed() {
      this.arrange();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.refresh(), PAUSE_MS);
    }

    input(name) {
      return this.element.querySelector(`[name$="-${name}"]`);
    }

    arrange() {
      const frequency = this.input("frequency").value;
      const holds = {
        repeats: frequency !== "once",
        hours: !this.input("all_day").checked,
        [frequency]: true,
      };
      for (const part of this.partTargets) {
        const conditions = part.dataset.when.split(" ");
        const listed = conditions.includes("listed") && part.querySelector("textarea").value.trim();
        const wrong = part.querySelector(".error-message");
        part.hidden = !(listed || wrong || conditions.some((condition) => holds[condition]));
      }
    }

    query() {
      const query = new URLSearchParams();
      for (const input of this.element.querySelectorAll("[name]")) {
        if (input.type === "checkbox" && !input.checked) continue;
        query.append(input.name.replace(/^.*-/, ""), input.value);
      }
      return query.toString();
    }

    async refresh() {
      const query = this.query();
      if (query.length > LONGEST_QUERY) {
        this.previewTarget.textContent = this.tooLongValue;
        return;
      }
      this.asking?.abort();
      this.asking = new AbortController();
      try {
        const answer = await fetch(`${this.urlValue}?${query}`, { signal: this.asking.signal });
        if (!answer.ok) throw new Error(answer.statusText);
        this.show(await answer.text());
      } catch (error) {
        if (error.name !== "AbortError") this.previewTarget.textContent = this.unreachableValue;
      }
    }

    /* Our own server's template, escaped there. The focus stays on the date that was clicked. */
    show(html) {
      const line = this.previewTarget.contains(document.activeElement) && document.activeElement.dataset.line;
      this.previewTarget.innerHTML = html;
      if (line) this.previewTarget.querySelector(`[data-line="${CSS.escape(line)}"]`)?.focus();
    }

    toggle({ currentTarget }) {
      this.edit(currentTarget.dataset.field, (lines) =>
        lines.includes(currentTarget.dataset.line)
          ? lines.filter((line) => line !== currentTarget.dataset.line)
          : [...lines, currentTarget.dataset.line],
      );
    }

    add() {
      const [year, month, day] = this.addedTarget.value.split("-");
      if (!day) return this.addedTarget.focus();
      const line = `${day}/${month}/${year}`;
      this.edit("extra_dates", (lines) => (lines.includes(line) ? lines : [...lines, line]));
      this.addedTarget.value = "";
      return undefined;
    }

    edit(name, change) {
      const text = this.input(name);
      const lines = text.value.split("\n").map(tidy).filter(Boolean);
      text.value = change(lines).join("\n");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  window.wagtail.app.register("volunteering-recurrence", RecurrenceController);
})();
