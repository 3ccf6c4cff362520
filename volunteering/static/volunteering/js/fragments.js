// A link or a form marked data-swap changes the list in place: same address, same page, without a reload.
// The server answers with the list alone when it is asked with this header.

const HEADER = { "X-Fragment": "list" };
const region = () => document.querySelector("[data-fragment]");

// Folded parts that somebody opened stay open: they carry data-keep="a name".
const opened = () => [...document.querySelectorAll("details[data-keep][open]")].map(({ dataset }) => dataset.keep);

async function show(address) {
  const list = region();
  const open = opened();
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: HEADER });
    if (!answer.ok) throw new Error(answer.status);
    list.innerHTML = await answer.text();
    for (const name of open) list.querySelector(`details[data-keep="${CSS.escape(name)}"]`)?.setAttribute("open", "");
    list.focus({ preventScroll: true });
    if (list.getBoundingClientRect().top < 0) list.scrollIntoView();
    const said = list.querySelector("[data-said]")?.textContent ?? list.querySelector("h2")?.textContent ?? "";
    document.querySelector("[data-fragment-status]").textContent = said.replace(/\s+/g, " ").trim();
    document.dispatchEvent(new CustomEvent("volunteering:swapped"));
  } catch {
    location.assign(address); // the ordinary way, with its error page
  } finally {
    list.removeAttribute("aria-busy");
  }
}

function go(address) {
  history.replaceState({ swapped: true }, "");
  history.pushState({ swapped: true }, "", address);
  show(address);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || !region()) return;
  event.preventDefault();
  go(link.href);
});

// An address says what was answered, not what was left open.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-swap]");
  if (!form || !region()) return;
  event.preventDefault();
  const answers = [...new FormData(form)].filter(([, value]) => value !== "");
  const far = answers.some(([name]) => name === "place" || name === "near");
  go(`?${new URLSearchParams(answers.filter(([name]) => far || name !== "km"))}`);
});

addEventListener("popstate", (event) => {
  if (event.state?.swapped && region()) show(location.href);
});
