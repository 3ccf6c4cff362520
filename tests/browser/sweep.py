"""A page in every light: large and small, light and dark, each other way to read it, and what it does meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import axe, markup
from tests.browser.watch import Watch
from tests.browser.ways import HEIGHT, OVERFLOW, ways

WIDTHS = (1280, 768, 320)
SCHEMES = ("light", "dark")
# Whether every colour has arrived that was on its way from one light to the other.
SETTLED = """() => document.getAnimations().every(({ playState, effect }) =>
  playState !== "running" || effect.getComputedTiming().endTime === Infinity)"""
# Whether everything shown stands where it stood at the last look: then nothing changed but colours.
UNMOVED = """() => {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const layout = [...document.querySelectorAll("*")].filter(shown).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height].join();
  }).join(" ");
  const unmoved = layout === window.layoutSeen;
  window.layoutSeen = layout;
  return unmoved;
}"""


@dataclass(frozen=True)
class Look:
    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}"


LOOKS = [Look(width, scheme) for width in WIDTHS for scheme in SCHEMES]


def sweep(page: Page, address: str, watch: Watch) -> list[str]:
    """Everything wrong with the page, a line each. Loads it once; then only the window and the light change."""
    watch.take()
    page.goto(address, wait_until="load")
    faults = [f"{look}: {fault}" for look in LOOKS for fault in look_at(page, look)]
    faults += [*(f"markup: {fault}" for fault in markup.faults(page)), *ways(page)]
    page.wait_for_load_state("networkidle")
    return faults + watch.take()


def look_at(page: Page, look: Look, *, exclude: Sequence[str] = ()) -> list[str]:
    """What is wrong in this look: by all rules, or by those about colours where only these changed since the last."""
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")
    page.wait_for_function(SETTLED)
    only_colours = page.evaluate(UNMOVED)
    found = axe.violations(page, exclude=exclude, only_colours=only_colours)
    return [fault for fault in (*found, page.evaluate(OVERFLOW)) if fault]
