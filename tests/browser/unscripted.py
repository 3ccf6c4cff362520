"""A page without JavaScript: what it says and offers, beside what it says and offers with it."""

from playwright.sync_api import Page

# What can be read and done in the page's main part: its headings, the names of its links, its fields and its buttons.
# A map says nothing that the list beside it does not say; a passkey needs a script, and a code by e-mail stands beside
# it. What is folded is there.
OFFERED = """() => {
  const words = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const there = (element) => !element.closest("v-map, v-pin, [data-with-map], .v-beside, [data-passkey]");
  const own = (selector) => [...document.querySelectorAll(`main ${selector}`)].filter(there);
  return [
    ...own(":is(h1, h2, h3)").map((heading) => `heading “${words(heading.textContent)}”`),
    ...own("a[href]").map((link) => `link “${words(link.textContent)}”`),
    ...own(":is(input, select, textarea):not([type=hidden])").map((field) => `field ${field.name}`),
    ...own("button[type=submit]").map((button) => `button “${words(button.textContent)}”`),
  ];
}"""
# Shown, and good for nothing without a script.
IDLE = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element) => `${element.localName} “${element.innerText.trim()}”`;
  const waiting = "a:not([href]), a[href='#'], a[href^='javascript:'], button[type=button]";
  const idle = [...document.querySelectorAll(waiting)];
  const forms = [...document.forms].filter((form) => shown(form)
    && ![...form.elements].some((element) => element.type === "submit"));
  return [
    ...idle.filter((element) => shown(element) && !element.popoverTargetElement).map((each) => `idle: ${name(each)}`),
    ...[...document.querySelectorAll("[hidden]")].filter(shown).map((each) => `hidden, yet shown: ${name(each)}`),
    ...forms.map((form) => `cannot be sent: form ${form.getAttribute("action") ?? ""}`),
  ];
}"""


def missing(scripted: Page, plain: Page) -> list[str]:
    """What the page with scripts offers and the one without does not; what the latter shows in vain."""
    offered = set(plain.evaluate(OFFERED))
    gone = [f"not there: {each}" for each in scripted.evaluate(OFFERED) if each not in offered]
    return [*gone, *plain.evaluate(IDLE)]
