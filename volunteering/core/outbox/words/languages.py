"""The languages in which mails of this site leave."""

from django.conf import settings
from django.utils.translation import get_language_info

# Those that our own words are translated into; the source is English.
OURS = ("fr", "en")


def languages() -> dict[str, str]:
    """Code → its own name for itself, the site's main language first."""
    main, *others = settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)
    codes = [base(main), *(base(code) for code in others if base(code) in OURS)]
    return {code: get_language_info(code)["name_local"].capitalize() for code in dict.fromkeys(codes)}


def base(code: str) -> str:
    """ "fr" for "fr-ca": one text of ours serves both."""
    first = code.split("-")[0]
    return first if first in OURS else code
