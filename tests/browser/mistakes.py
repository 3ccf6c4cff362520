"""A form sent with mistakes: what someone who does not see the page is told of them, and how they get to each."""

from playwright.sync_api import Locator, Page

WORDS, NO_ADDRESS = "Texte gardé", "jeanne chez orange"
# A line for each fault in how the page tells what is wrong.
LOOK = """() => {
  const name = (element) => element.name || element.id || element.className;
  const controls = "input:not([type=hidden]), select, textarea";
  const told = [];
  const sums = [...document.querySelectorAll("main .v-errors")];
  if (sums.length !== 1) return [`${sums.length} summaries`];
  const [sum] = sums;
  if (document.activeElement !== sum) told.push("the summary has not the focus");
  if (sum.getAttribute("role") !== "alert") told.push("the summary is not said (role=alert)");
  if (!sum.innerText.trim()) told.push("the summary says nothing");
  const form = sum.closest("form");
  const before = [...(form ?? document).querySelectorAll(controls)].filter((control) =>
    control.compareDocumentPosition(sum) & Node.DOCUMENT_POSITION_FOLLOWING && !control.closest(".v-trap"));
  if (form && before.length) told.push(`${name(before[0])} stands before the summary`);

  const links = [...sum.querySelectorAll("a[href]")];
  const led = links.map(({ hash }) => document.getElementById(hash.slice(1)));
  led.forEach((end, index) => {
    if (!end?.matches(controls) && !end?.querySelector(controls))
      told.push(`${links[index].innerText}: leads to no field`);
  });
  for (const wrong of document.querySelectorAll("main .v-field--wrong")) {
    const fields = [...wrong.querySelectorAll(controls)];
    const described = [wrong, ...fields].flatMap((each) => (each.getAttribute("aria-describedby") ?? "").split(/\\s+/));
    const error = wrong.querySelector(".v-field__error");
    const tell = (fault) => told.push(`${name(fields[0])}: ${fault}`);
    if (!error?.innerText.trim()) tell("no word on what is wrong");
    else if (!described.includes(error.id)) tell("its error is not tied to it (aria-describedby)");
    // Boxes that belong together are described as a whole.
    const invalid = fields.some((field) => field.getAttribute("aria-invalid") === "true");
    if (wrong.localName !== "fieldset" && !invalid) tell("no aria-invalid");
    if (!led.some((end) => end && (wrong === end || wrong.contains(end)))) tell("no link leads to it");
  }
  for (const field of document.querySelectorAll("main [aria-invalid=true]"))
    if (!field.closest(".v-field--wrong")) told.push(`${name(field)}: looks as if nothing were wrong`);
  return told;
}"""


def form_of(page: Page) -> Locator:
    """The one that a page is there for."""
    return page.locator("main form[method=post]:visible").first


def type_nonsense(page: Page) -> dict[str, str]:
    """Fill in what a hand can write, an e-mail address wrongly: what was typed by the name of its field."""
    typed = {}
    for field in form_of(page).locator("input[type=text], input[type=email], input:not([type]), textarea").all():
        name = field.get_attribute("name") or ""
        if name == "website" or not field.is_visible():
            continue
        words = NO_ADDRESS if "email" in name or name == "login" else WORDS
        most = int(field.get_attribute("maxlength") or 99)
        field.fill(words[:most])
        typed[name] = words[:most]
    return typed


def send(page: Page) -> None:
    form_of(page).locator("button[type=submit], button:not([type])").first.click()
    page.wait_for_load_state("load")


def faults(page: Page, typed: dict[str, str]) -> list[str]:
    """What is wrong with how the page tells of mistakes, and what it lost of what was typed."""
    kept = {name: page.locator(f"main [name='{name}']").first.input_value() for name in typed}
    return page.evaluate(LOOK) + [f"{name}: “{words}” is lost" for name, words in typed.items() if kept[name] != words]
