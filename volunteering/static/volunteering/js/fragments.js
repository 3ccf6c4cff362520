// A link marked data-swap changes the list in place: same address, same page, without a reload.
// The server answers with the list alone when it is asked with this header.

const HEADER = { "X-Fragment": "list" };
const region = () => document.querySelector("[data-fragment]");

async function show(address) {
  const list = region();
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: HEADER });
    if (!answer.ok) throw new Error(answer.status);
    list.innerHTML = await answer.text();
    list.focus({ preventScroll: true });
    if (list.getBoundingClientRect().top < 0) list.scrollIntoView();
    const said = list.querySelector("[data-said]")?.textContent ?? "";
    document.querySelector("[data-fragment-status]").textContent = said.replace(/\s+/g, " ").trim();
  } catch {
    location.assign(address); // the ordinary way, with its error page
  } finally {
    list.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || !region()) return;
  event.preventDefault();
  history.replaceState({ swapped: true }, "");
  history.pushState({ swapped: true }, "", link.href);
  show(link.href);
});

addEventListener("popstate", (event) => {
  if (event.state?.swapped && region()) show(location.href);
});
