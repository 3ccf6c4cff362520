"""Going through a page with the Tab key, looking at each stop as someone who uses no mouse does."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 250
# The element that has the focus: what it is, whether it can be seen whole, and whether the focus shows, on itself or
# on what stands around it (a card whose link has the focus).
LOOK = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The next part of a date or an hour: taking the focus away would lead back to the first.
  if (window.lookedAt?.element === element) return window.lookedAt.told;
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 3)];
  const above = document.elementFromPoint(x, y);
  const around = [element, element.parentElement, element.closest("article, li, form, summary")].filter(Boolean);
  const styles = () => around.flatMap((node) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(node, part);
    const { boxShadow, backgroundColor, borderColor, textDecoration } = style;
    // A ring that is not drawn has a colour all the same.
    const outline = style.outlineStyle !== "none" && style.outline;
    return JSON.stringify([outline, boxShadow, backgroundColor, borderColor, textDecoration]);
  }));
  const focused = styles();
  element.blur();
  const blurred = styles();
  element.focus({ preventScroll: true, focusVisible: true });
  const told = {
    name: element.localName + (element.id && "#" + element.id),
    words: (element.getAttribute("aria-label") || element.innerText || "").trim().slice(0, 60),
    seen: box.width > 0 && x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
    covered: !above || !(element.contains(above) || above.contains(element)),
    shows: focused.some((style, index) => style !== blurred[index]),
    inMain: Boolean(element.closest("main")),
  };
  window.lookedAt = { element, told };
  return told;
}"""


@dataclass(frozen=True)
class Stop:
    name: str
    words: str
    seen: bool
    covered: bool
    shows: bool
    inMain: bool  # noqa: N815 — as the script above says it

    @property
    def faults(self) -> list[str]:
        told = []
        if not self.seen:
            told.append("out of sight")
        elif self.covered:
            told.append("covered")
        if not self.shows:
            told.append("without visible focus")
        return [f"{self.name} “{self.words}”: {fault}" for fault in told]


def tab(page: Page) -> Stop | None:
    """Press Tab; the stop it leads to, None past the last."""
    page.keyboard.press("Tab")
    found: dict[str, Any] | None = page.evaluate(LOOK)
    return Stop(**found) if found else None


def walk(page: Page) -> list[Stop]:
    """Every stop of the page from the top, in order."""
    stops: list[Stop] = []
    while (stop := tab(page)) and len(stops) < MOST_STOPS:
        stops.append(stop)
    return stops
