// Asks once a second how far an import has come. Without JavaScript the page has a link that does the same.
const EVERY = 1000;
const section = document.querySelector("[data-import-progress]");

async function look() {
  try {
    const response = await fetch(section.dataset.importProgress, { headers: { Accept: "text/html" } });
    if (response.ok && !update(await response.text())) {
      window.location.reload(); // the job has ended: the preview or the report is there
      return;
    }
  } catch {
    // The network is away for a moment: ask again.
  }
  window.setTimeout(look, EVERY);
}

// Only what changed is replaced, so that a screen reader hears a new sentence once. Returns whether the job goes on.
function update(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  if (!fresh.querySelector("[data-busy]")) return false;
  const said = (root) => root.querySelector("[role=status]")?.textContent.trim();
  if (said(fresh) !== said(section)) {
    section.querySelector("[role=status]").textContent = said(fresh);
  }
  const [before, after] = [section, fresh].map((root) => root.querySelector("progress"));
  before.replaceWith(after);
  return true;
}

if (section) window.setTimeout(look, EVERY);
