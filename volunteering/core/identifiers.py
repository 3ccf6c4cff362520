"""What French administrations know associations by: RNA and SIRET, and the year they were founded."""

import re

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from stdnum.fr import siret

# Overseas and Corsican registries have a letter as third character. Source: national register (RNA), file format.
RNA_PATTERN = re.compile(r"W\d[0-9A-Z]\d{7}")


def normalise(number: str) -> str:
    """Without the spaces, dots and dashes people type, in capitals."""
    return re.sub(r"[\s.\-]", "", number).upper()


def validate_rna(number: str) -> None:
    if not RNA_PATTERN.fullmatch(normalise(number)):
        raise ValidationError(
            _("Write the RNA number like this: W423001234 (a W and nine figures). It is on your prefecture receipt."),
            code="rna",
        )


def validate_siret(number: str) -> None:
    if not siret.is_valid(normalise(number)):
        raise ValidationError(
            _("This SIRET number does not add up: it has 14 figures, like 732 829 320 00074. Check for a typing slip."),
            code="siret",
        )


def validate_founding_year(year: int) -> None:
    if not 1000 <= year <= timezone.localdate().year:
        raise ValidationError(
            _("Write a year with four figures that is not to come, like 1974. Leave it empty if nobody knows."),
            code="founding_year",
        )
