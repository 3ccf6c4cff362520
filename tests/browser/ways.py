"""The other ways to read a page: its words further apart, in the device's own colours, on paper, without motion."""

from collections.abc import Iterator

from playwright.sync_api import Page

HEIGHT = 900
# A4 without its margins, in CSS pixels.
PAPER = 718
# WCAG 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
# How many pixels one must scroll sideways, and the widest element that asks for it.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const extra = document.documentElement.scrollWidth - width;
  if (extra <= 0) return "";
  const scrolls = (element) => getComputedStyle(element).overflowX !== "visible";
  const inside = ({ parentElement: around }) => around && (scrolls(around) || inside(around));
  const wide = [...document.body.querySelectorAll("*")].filter((element) => !inside(element))
    .map((element) => [element.getBoundingClientRect().right, element])
    .sort(([one], [other]) => other - one)[0];
  return `${extra} px too wide: ${[wide[1].localName, ...wide[1].classList].join(".")}`;
}"""
# Words of which a part cannot be seen: their box, or one around it, is too small. What is read out only is meant so,
# and a card may end its summary with an ellipsis: it leads to the whole.
CUT = """() => {
  const hides = (box) => [box.overflowX, box.overflowY].some((each) => each === "hidden" || each === "clip");
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll("*")].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("v-map")) return false;
    if (element.clientWidth < 2 || element.clientHeight < 2 || !hides(getComputedStyle(element))) return false;
    const { right, bottom } = element.getBoundingClientRect();
    return [element, ...element.querySelectorAll("*")].filter(says).some((words) => {
      if (words.closest(".v-sr, .v-card__summary")) return false;
      const box = words.getBoundingClientRect();
      const [wide, high] = words === element
        ? [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
        : [box.right - right, box.bottom - bottom];
      return box.width > 2 && (wide > 2 || high > 2);
    });
  }).map((element) => `cut off: ${[element.localName, ...element.classList].join(".")}`);
}"""
# In forced colours: words that cannot be told from what is behind them, controls and icons that were a colour alone.
# Asked here, since axe reads the colours that a page would have had.
UNSEEN = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const paper = getComputedStyle(probe).color;
  probe.remove();
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (!/^rgba\\(.*, 0\\)$/.test(backgroundColor)) return backgroundColor;
    }
    return paper;
  };
  const name = (element) => [element.localName, ...element.classList].join(".") + ` “${element.innerText ?? ""}”`;
  const boxes = "button, .v-button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea";
  const edge = (element, side) => {
    const style = getComputedStyle(element);
    const around = behind(element.parentElement);
    const drawn = parseFloat(style[`${side}Width`]) > 0 && !["none", "hidden"].includes(style[`${side}Style`]);
    return drawn && style[`${side}Color`] !== around;
  };
  const edged = (element) => ["borderTop", "borderBottom", "outline"].some((side) => edge(element, side));
  // A field may take the edge of the box that it fills.
  const outlined = (element) => edged(element) || (element.localName === "input" && edged(element.parentElement));
  const told = [];
  for (const element of document.querySelectorAll(boxes)) {
    const { width } = element.getBoundingClientRect();
    if (shown(element) && width > 2 && !element.closest("v-map, .v-trap") && !outlined(element))
      told.push(`no edge in forced colours: ${name(element)}`);
  }
  for (const box of document.querySelectorAll("[type=checkbox], [type=radio]")) {
    if (shown(box) && getComputedStyle(box).appearance === "none" && !edge(box, "borderTop"))
      told.push(`no edge in forced colours: ${name(box)}`);
  }
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const words of [...document.body.querySelectorAll("*")].filter((element) => says(element) && shown(element))) {
    const { color, textDecorationLine } = getComputedStyle(words);
    if (color === behind(words)) told.push(`words without a colour: ${name(words)}`);
    const amid = words.localName === "a" && says(words.parentElement);
    if (amid && textDecorationLine === "none" && color === getComputedStyle(words.parentElement).color)
      told.push(`a link like the words around it: ${name(words)}`);
  }
  for (const icon of document.querySelectorAll("svg")) {
    const { stroke, fill } = getComputedStyle(icon);
    if (icon.closest(".v-scene, v-map, v-pin")) continue;
    const seen = [stroke, fill].some((colour) => colour !== "none" && colour !== behind(icon));
    if (shown(icon) && icon.getBoundingClientRect().width > 2 && !seen) told.push(`no colour: ${name(icon)}`);
  }
  return [...new Set(told)];
}"""
# What moves by itself, or takes time to change, for longer than an eye notices.
MOVING = """() => {
  const slow = (times) => times.split(",").some((each) => parseFloat(each) > 0.01);
  const told = [...document.querySelectorAll("body, body *")].filter((element) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
    return slow(transitionDuration) || (animationName !== "none" && slow(animationDuration));
  }).map((element) => `moves: ${[element.localName, ...element.classList].join(".")}`);
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") told.push("moves: scrolling");
  return [...new Set(told)];
}"""
# What a sheet of paper needs: the title and the words below it, nothing that would stand on every sheet.
PRINTED = """() => {
  const told = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  if (![...document.querySelectorAll("h1, .v-sheet h2")].some(shown)) told.push("no title");
  const main = document.querySelector("main");
  if (![...main.querySelectorAll("p, li, dd, td, label")].some((words) => shown(words) && words.innerText.trim()))
    told.push("no words");
  for (const element of document.body.querySelectorAll("*"))
    if (shown(element) && getComputedStyle(element).position === "fixed")
      told.push(`on every sheet: ${[element.localName, ...element.classList].join(".")}`);
  return told;
}"""


def restyle(page: Page, css: str) -> None:
    """The page with this rule besides, past its Content-Security-Policy; without it when it is empty."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", css
    )


def spaced(page: Page, width: int) -> Iterator[str]:
    """WCAG 1.4.12: with the words and lines further apart nothing more is cut off, and nothing leaves the window."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    cut_anyway = page.evaluate(CUT)
    restyle(page, SPACING)
    yield from (fault for fault in page.evaluate(CUT) if fault not in cut_anyway)
    yield from filter(None, [page.evaluate(OVERFLOW)])
    restyle(page, "")


def forced(page: Page, scheme: str) -> Iterator[str]:
    """With the few colours that a device was told to use, all else taken away."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    yield from page.evaluate(UNSEEN)
    page.emulate_media(forced_colors="none")


def printed(page: Page) -> Iterator[str]:
    page.set_viewport_size({"width": PAPER, "height": HEIGHT})
    page.emulate_media(media="print", color_scheme="light")
    yield from filter(None, [page.evaluate(OVERFLOW)])
    yield from page.evaluate(PRINTED)
    page.emulate_media(media="screen")


def ways(page: Page) -> list[str]:
    """What is wrong in each of them. Leaves the page on a screen, in colours of its own."""
    found = {f"spaced, {width} px": list(spaced(page, width)) for width in (1280, 320)}
    found |= {f"forced colours, {scheme}": list(forced(page, scheme)) for scheme in ("light", "dark")}
    found["on paper"] = list(printed(page))
    found["less motion"] = page.evaluate(MOVING)
    return [f"{way}: {fault}" for way, faults in found.items() for fault in faults]
