"""What a page's own words say of it to who does not see it: what no rule of axe's asks, or asks too softly."""

from playwright.sync_api import Page

# A line for each fault.
LOOK = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = ({ id, name }) => (id ? `#${id}` : name ? `[${name}]` : "");
  const name = (element) => element.localName + named(element);
  const words = (text) => (text ?? "").replace(/[\\s\\u00a0\\u202f]+/g, " ").replace(/’/g, "'").trim().toLowerCase();
  const told = [];
  const tell = (elements, fault) => told.push(...elements.map((element) => `${name(element)}: ${fault}`));

  const [titles, mains] = [all("h1"), all("main, [role=main]")];
  if (titles.length !== 1) told.push(`${titles.length} h1`);
  if (mains.length !== 1) told.push(`${mains.length} main`);
  if (titles.some((title) => !title.closest("main"))) told.push("the h1 stands outside main");
  if (!document.documentElement.lang) told.push("html: no lang");
  // An answer that a list left out is no mistake: the list stands there.
  const wrong = all("[aria-invalid=true], .v-errors").some((element) => !element.closest("[role=search]"));
  const error = words(document.title).startsWith(words(ERROR));
  if (wrong !== error)
    told.push(`title “${document.title}”: ${wrong ? "does not say" : "says"} that there is an error`);

  const ids = all("[id]").map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  twice.forEach((id) => told.push(`#${id}: stands twice`));
  const POINTING = ["for", "list", "form", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-owns", "aria-details", "aria-errormessage", "aria-activedescendant"];
  for (const attribute of POINTING) {
    for (const element of all(`[${attribute}]`)) {
      const gone = element.getAttribute(attribute).split(/\\s+/).filter((id) => id && !document.getElementById(id));
      if (gone.length || !element.getAttribute(attribute).trim()) tell([element], `${attribute} points to “${gone}”`);
    }
  }
  tell(all("a[href^='#']").filter(({ hash }) => hash && !document.getElementById(decodeURIComponent(hash.slice(1)))),
    "leads to no part of the page");
  tell(all("label:not([for])").filter((label) => !label.control), "labels nothing");
  tell(all("[tabindex]").filter(({ tabIndex }) => tabIndex > 0), "comes before its turn (tabindex)");
  tell(all("[autofocus]").filter((element) => !element.matches(".v-errors, [role=status]")), "takes the focus");
  tell(all("iframe").filter(({ title }) => !title.trim()), "has no title");
  tell(all("[target=_blank]").filter((link) => !/nouve|new/i.test(link.textContent + link.title)),
    "opens another window without a word");
  tell(all(".site-messages, .v-said, [data-fragment-status]").filter((element) =>
    !element.closest("[role=status], [role=alert]") && !element.querySelector("[role=status], [role=alert]")),
    "is not said (role=status)");

  const ABOUT_ONESELF = { first_name: "given-name", last_name: "family-name", email: "email", phone: "tel",
    birth_year: "bday-year", login: "email", code: "one-time-code" };
  for (const [field, token] of Object.entries(ABOUT_ONESELF)) {
    const asked = all(`main [name='${field}']:not([type=hidden])`).filter((input) => !input.closest("[role=search]"));
    tell(asked.filter((input) => !input.autocomplete.split(" ").some((each) => each.startsWith(token))),
      `autocomplete is not ${token}`);
  }
  return told;
}"""
# As the site says it first in the title of a page with mistakes.
ERROR = "Erreur :"


def faults(page: Page) -> list[str]:
    return page.evaluate(LOOK.replace("ERROR", repr(ERROR)))
