// On a phone: the map in the list's place, and back. What is shown is kept on the part that swaps leave alone, so that
// another filter or another page of the list stays on the map; the style sheet does the rest.

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-map-switch]");
  if (!button) return;
  const region = button.closest("[data-fragment]");
  region.dataset.shown = region.dataset.shown === "map" ? "list" : "map";
  document.querySelector("[data-fragment-status]").textContent = button.dataset[`${region.dataset.shown}Said`];
});
