"""The last glaze over a whole sheet: warm light from the sun or the lamps, a little shade in the corners."""

from home.demo.pictures.drawing.canvas import HEIGHT, WIDTH, Canvas, rect


def finish(c: Canvas) -> None:
    x, y = (800, 60) if c.indoors else c.light.sun_at
    share = c.light.glow
    glow = c.define(
        f'<radialGradient id="{{id}}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="1150">'
        f'<stop offset="0" stop-color="{c.light.sun}" stop-opacity="{share}"/>'
        f'<stop offset="1" stop-color="{c.light.sun}" stop-opacity="0"/></radialGradient>'
    )
    corners = c.define(
        '<radialGradient id="{id}" cx=".5" cy=".46" r=".78"><stop offset=".62" stop-color="#0b2b35" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#0b2b35" stop-opacity=".15"/></radialGradient>'
    )
    c.add(rect(0, 0, WIDTH, HEIGHT, glow, style="mix-blend-mode:soft-light"), rect(0, 0, WIDTH, HEIGHT, corners))
