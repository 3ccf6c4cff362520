"""Takes the documentation's pictures: parts of a screen, as light as they need to be."""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.shots import show

MOST_BYTES = 150_000
DESK = {"width": 1280, "height": 860}


class Camera:
    """A browser's page signed in as the editor, and where pictures go."""

    def __init__(self, page: Page, site: str, folder: Path) -> None:
        self.page, self.site, self.folder = page, site, folder

    def open(self, path: str, *, height: int = DESK["height"]) -> Page:
        self.page.set_viewport_size({**self.page.viewport_size, "height": height})
        show(self.page, f"{self.site}{path}")
        # Calendars and clocks that open under a field hide what is told.
        self.page.add_style_tag(content=".xdsoft_datetimepicker { display: none !important }")
        return self.page

    def keep(self, name: str, *, top: int = 0, bottom: int | None = None, left: int = 0) -> None:
        """Save what is on the screen between these edges, in pixels."""
        self.page.wait_for_timeout(400)
        size = self.page.viewport_size
        box = {"x": left, "y": top, "width": size["width"] - left, "height": (bottom or size["height"]) - top}
        save(self.page.screenshot(clip=box), self.folder / f"{name}.webp")

    def keep_around(self, name: str, first: Locator, last: Locator, *, margin: int = 24, left: int = 200) -> None:
        """Save from above `first` to below `last`, both brought into view."""
        # The bar with the buttons lies over what is told.
        self.page.add_style_tag(content="footer { visibility: hidden }")
        first.evaluate("element => element.scrollIntoView({block: 'start'})")
        self.page.mouse.wheel(0, -160)
        self.page.wait_for_timeout(600)
        above, below = first.bounding_box(), last.bounding_box()
        top = max(0, round(above["y"]) - margin)
        bottom = min(self.page.viewport_size["height"], round(below["y"] + below["height"]) + margin)
        self.keep(name, top=top, bottom=bottom, left=left)


def save(picture: bytes, file: Path) -> None:
    """As WebP: without loss where that is light enough, else as good as it can be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(picture)) as image:
        plain = image.convert("RGB")
        plain.save(file, "WEBP", lossless=True, method=6)
        for quality in (90, 80, 70, 60):
            if file.stat().st_size <= MOST_BYTES:
                return
            plain.save(file, "WEBP", quality=quality, method=6)
