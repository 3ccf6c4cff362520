"""`{% icon "clock" %}` draws a symbol of the sprite; `{% icon "bus" label=_("By bus") %}` also gives it a name.

Without a label the drawing is hidden from assistive technology: the words beside it carry the meaning.
A name written in a template is checked when the template compiles; one that comes from data when it renders.
"""

import warnings

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from volunteering.core.icons import SPRITE, icon_names

register = template.Library()

# Width and height hold the drawing to its size where no style sheet reaches (print of a mail, a slow network).
DECORATION = '<svg class="v-icon" width="24" height="24" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
MEANING = (
    '<svg class="v-icon" width="24" height="24" role="img" aria-label="{}" focusable="false"><use href="{}#{}"/></svg>'
)


def draw(name: str, *, label: str = "") -> SafeString:
    """The markup of one icon; nothing for an empty name (a theme without icon)."""
    if not name:
        return SafeString("")
    if name not in icon_names():
        report_unknown(name)
        return SafeString("")
    if label:
        return format_html(MEANING, label, static(SPRITE), name)
    return format_html(DECORATION, static(SPRITE), name)


def report_unknown(name: str) -> None:
    """Stop a developer (DEBUG) and a test (warnings are errors there); spare the visitors of a live site."""
    message = f"No icon named {name!r} in {SPRITE}."
    if settings.DEBUG:
        raise ValueError(message)
    warnings.warn(message, RuntimeWarning, stacklevel=2)


class IconNode(template.Node):
    def __init__(self, *, name: FilterExpression, label: FilterExpression | None) -> None:
        self.name = name
        self.label = label

    def render(self, context: template.Context) -> SafeString:
        label = self.label.resolve(context) if self.label else ""
        return draw(str(self.name.resolve(context) or ""), label=str(label or ""))


@register.tag("icon")
def icon(parser: Parser, token: Token) -> IconNode:
    """Raise TemplateSyntaxError on a wrong form, and on a written name that the sprite does not hold."""
    tag, *bits = token.split_contents()
    if not bits:
        raise template.TemplateSyntaxError(f"{{% {tag} %}} needs the name of an icon.")
    name = parser.compile_filter(bits.pop(0))
    options = token_kwargs(bits, parser)
    label = options.pop("label", None)
    if bits or options:
        raise template.TemplateSyntaxError(f"{{% {tag} %}} takes a name, then only label=…")
    written = not name.is_var and not name.filters
    if written and name.var not in icon_names():
        raise template.TemplateSyntaxError(f"No icon named {name.token} in {SPRITE}.")
    return IconNode(name=name, label=label)
