"""Keys for sorting names as a French reader expects."""

import unicodedata


def sort_key(name: str, *, length: int = 120) -> str:
    """Accents and case set aside: "Élan d'été" sorts as "elan d'ete", beside "Elan"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))[:length]
