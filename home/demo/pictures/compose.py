"""Draw the pictures of the demo city.

    npm pack @iconify-json/fluent-emoji-flat@1.2.6 && tar xzf iconify-json-fluent-emoji-flat-1.2.6.tgz
    python -m home.demo.pictures.compose --icons package/icons.json [--only football,chess] [--out folder]

Needs Pillow, Playwright and a Chromium (`--chromium`, by default /usr/bin/chromium). Nothing is fetched while it runs,
and the same packages give the same pictures: every irregularity comes from `drawing.canvas.spread`, never from chance.
Writes one WebP of 1600 × 900 per picture; once all are drawn, refreshes in pictures.json where to look (`focal`: left,
top, width, height in pixels). Titles and descriptions (alternative texts, in French) are written there by hand.

Which scene, which time of day, which object: one function per picture in gallery/, e.g. gallery/sport.py.
Scenes, people and large objects are ours (drawing/ and its props/); small objects come from Fluent Emoji Flat,
recoloured to our inks (`drawing.colours.own_paint`). Licences: LICENCES.md.
"""

import argparse
import io
import json
import sys
from pathlib import Path

from PIL import Image, ImageEnhance
from playwright.sync_api import Page, sync_playwright

from home.demo.pictures.drawing.canvas import HEIGHT, WIDTH, Canvas
from home.demo.pictures.drawing.finish import finish
from home.demo.pictures.gallery import PICTURES, Picture

HERE = Path(__file__).resolve().parent
HEAVIEST = 60_000  # bytes
QUALITIES = (90, 86, 82, 78, 74, 70, 64, 58)
LICENSE = "BSD-3-Clause AND MIT"


def measure(page: Page, icons: dict[str, str]) -> dict[str, list[float]]:
    """Name → x, y, width, height of what each icon really covers of its 32 × 32 grid."""
    boxes: dict[str, list[float]] = {}
    names = sorted(icons)
    for start in range(0, len(names), 200):
        part = names[start : start + 200]
        page.set_content("".join(f'<svg viewBox="0 0 32 32"><g id="{name}">{icons[name]}</g></svg>' for name in part))
        boxes |= page.evaluate(
            "() => Object.fromEntries([...document.querySelectorAll('svg > g')].map(g => "
            "{ const b = g.getBBox(); return [g.id, [b.x, b.y, b.width, b.height]] }))"
        )
    return boxes


def paint(picture: Picture, icons: dict[str, str], boxes: dict[str, list[float]]) -> Canvas:
    canvas = Canvas(picture.light, icons, boxes, picture.seed)
    picture.draw(canvas)
    if canvas.focal is None:
        raise ValueError(f"{picture.key} does not say where to look.")
    finish(canvas)
    return canvas


def save(page: Page, canvas: Canvas, target: Path) -> int:
    """The best quality that stays under the limit; returns the bytes written."""
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{canvas.svg()}")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    image = ImageEnhance.Contrast(ImageEnhance.Color(image).enhance(1.16)).enhance(1.05)
    for quality in QUALITIES:
        image.save(target, "WEBP", quality=quality, method=6)
        if target.stat().st_size <= HEAVIEST:
            return target.stat().st_size
    raise ValueError(f"{target.name} is heavier than {HEAVIEST} bytes at quality {QUALITIES[-1]}.")


def describe(drawn: dict[str, Canvas]) -> str:
    """pictures.json, its hand-written texts kept, where to look refreshed; each picture needs its text first."""
    texts = json.loads((HERE / "pictures.json").read_text(encoding="utf-8"))
    if texts.keys() != drawn.keys():
        raise ValueError(f"Texts and pictures differ: {sorted(texts.keys() ^ drawn.keys())}")
    rows = {key: texts[key] | {"focal": drawn[key].focal, "license": LICENSE} for key in sorted(drawn)}
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Draw the pictures of the demo city.")
    parser.add_argument("--icons", type=Path, required=True, help="icons.json of @iconify-json/fluent-emoji-flat")
    parser.add_argument("--only", default="", help="keys to draw, separated by commas")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    keys = options.only.split(",") if options.only else sorted(PICTURES)
    icons = {name: icon["body"] for name, icon in json.loads(options.icons.read_text())["icons"].items()}
    drawn, total = {}, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        boxes = measure(page, icons)
        for key in keys:
            drawn[key] = paint(PICTURES[key], icons, boxes)
            total += save(page, drawn[key], options.out / f"{key}.webp")
        browser.close()
    if not options.only:
        (options.out / "pictures.json").write_text(describe(drawn), encoding="utf-8")
    sys.stdout.write(f"{len(drawn)} pictures, {total} bytes\n")


if __name__ == "__main__":
    main()
