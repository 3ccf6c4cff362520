// "Receive what is new by e-mail": the stamp that says when the form was opened. Without it the form is shown once more.

document.addEventListener(
  "toggle",
  async ({ target }) => {
    const field = target.open && target.matches("[data-stamp]") && target.querySelector("input[name=stamp]");
    if (!field || field.value) return;
    const answer = await fetch(target.dataset.stamp).catch(() => null); // offline: the second page has a stamp
    if (answer?.ok) field.value = await answer.text();
  },
  true, // "toggle" does not bubble, and lists are swapped
);
