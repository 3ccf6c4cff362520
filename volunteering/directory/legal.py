"""What of a record belongs to the national register."""

from volunteering.directory.models import AssociationMixin


def locked_fields(association: AssociationMixin) -> tuple[str, ...]:
    """Names of the fields nobody changes here, neither editors nor the association: the next import would undo it."""
    return association.legal_fields if association.from_register else ()
