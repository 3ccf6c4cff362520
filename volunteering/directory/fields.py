"""Model fields of the directory."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from volunteering.core.lines import LinesField

is_web_address = URLValidator(schemes=["http", "https"])


def read_address(line: str) -> str:
    """A page on the web as visitors will open it: "javascript:" and the like are refused."""
    try:
        is_web_address(line)
    except ValidationError as error:
        hint = _("Write each address in full, like https://www.example.org. “%(line)s” cannot be read.")
        raise ValidationError(hint, code="unreadable", params={"line": line[:60]}) from error
    return line


class AddressesField(LinesField):
    """Web addresses, stored as a list, typed one per line."""

    read_line = staticmethod(read_address)
    write_line = staticmethod(str)
