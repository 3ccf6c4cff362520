"""`{% qr_code address label=_("QR code of this page’s address") %}` draws an address for a phone's camera."""

from django import template
from django.utils.safestring import SafeString

from volunteering.core import qr

register = template.Library()


@register.simple_tag
def qr_code(address: str, *, label: str) -> SafeString:
    """Inline SVG, black on white; `label` is read out in its place."""
    return qr.draw(address, label=label)
