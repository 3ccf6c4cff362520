"""One look at a page in every light: small and large, light and dark, and what it does meanwhile."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.watch import Watch

HEIGHT = 900
WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
# How many pixels one must scroll sideways, and the widest element that asks for it.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const extra = document.documentElement.scrollWidth - width;
  if (extra <= 0) return "";
  const wide = [...document.body.querySelectorAll("*")]
    .map((element) => [element.getBoundingClientRect().right, element])
    .sort(([one], [other]) => other - one)[0];
  return `${extra} px too wide: ${[wide[1].localName, ...wide[1].classList].join(".")}`;
}"""

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


def restyle(page: Page, css: str) -> None:
    """Add a rule to the page, past its Content-Security-Policy."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", css
    )


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
    page.wait_for_load_state("networkidle")
    return faults + watch.take()


def look_at(page: Page, look: Look) -> list[str]:
    """What is wrong in this look: by all rules, or by those about colours where only these changed since the last."""
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")
    only_colours = page.evaluate(UNMOVED)
    return [fault for fault in (*axe.violations(page, only_colours=only_colours), page.evaluate(OVERFLOW)) if fault]
