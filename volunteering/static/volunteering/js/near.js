// "Around me": asks the device on a click only. The position leaves the browser on a grid of about 200 m.

const GRID = 0.002;
const onGrid = (degrees) => (Math.round(degrees / GRID) * GRID).toFixed(3);

const offer = () => {
  if (!navigator.geolocation) return;
  for (const button of document.querySelectorAll("[data-near]")) button.hidden = false;
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-near]");
  if (!button) return;
  const { form } = button;
  button.setAttribute("aria-busy", "true");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      form.elements.near.value = `${onGrid(coords.latitude)},${onGrid(coords.longitude)}`;
      form.elements.place.value = "";
      form.requestSubmit();
    },
    () => {
      button.removeAttribute("aria-busy");
      button.textContent = button.dataset.nearRefused;
      button.setAttribute("role", "status");
      form.elements.place.focus();
    },
    { maximumAge: 300_000, timeout: 10_000 },
  );
});

// A place that is written replaces "around me".
document.addEventListener("input", ({ target }) => {
  if (target.name === "place" && target.form?.elements.near) target.form.elements.near.value = "";
});

offer();
document.addEventListener("volunteering:swapped", offer);
