"""The national register of associations: rows of the file RNA_Waldec that have their seat in the city.

What it holds on people (`adrg_*`: the declarant, `dir_civilite`, `observation`) is never read.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from volunteering.core.identifiers import normalise, validate_founding_year, validate_rna, validate_siret
from volunteering.directory.models import AssociationIndexPage, AssociationPage, Kind
from volunteering.imports.importer import Importer, Row, RowForm
from volunteering.imports.models import Source
from volunteering.imports.page_fields import Values
from volunteering.imports.rna_file import MISFIT, RnaFile
from volunteering.imports.rna_themes import theme_of
from volunteering.imports.rna_words import acronym_of, name_in_words, purpose_in_words, seat, town
from volunteering.imports.row_fields import TextField, plain, shorten, web_address
from volunteering.imports.writing import Refused, Wish

SEAT = ("complement", "numvoie", "repetition", "typevoie", "libvoie", "distrib")


class RegisterDate(forms.DateField):
    """The register writes 0001-01-01 for "none"."""

    def __init__(self, **kwargs) -> None:
        super().__init__(required=False, input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value: str) -> date | None:
        if value in {"0001-01-01", "0000-00-00"}:
            return None
        try:
            return super().to_python(value)
        except ValidationError as error:
            text = {"text": str(value)[:40]}
            raise ValidationError(_("“%(text)s” is not a date like 1998-03-02."), params=text) from error


class AssociationRow(RowForm):
    id = TextField(required=True, validators=[validate_rna], label=gettext_lazy("RNA number"))
    titre = TextField(required=True, label=gettext_lazy("name"))
    titre_court = TextField(label=gettext_lazy("short name"))
    objet = TextField(label=gettext_lazy("purpose"))
    objet_social1 = TextField(label=gettext_lazy("first theme"))
    objet_social2 = TextField(label=gettext_lazy("second theme"))
    siret = TextField(label=gettext_lazy("SIRET number"))
    date_creat = RegisterDate(label=gettext_lazy("date of creation"))
    date_disso = RegisterDate(label=gettext_lazy("date of dissolution"))
    adrs_complement = TextField(label=gettext_lazy("address"))
    adrs_numvoie = TextField(label=gettext_lazy("address"))
    adrs_repetition = TextField(label=gettext_lazy("address"))
    adrs_typevoie = TextField(label=gettext_lazy("address"))
    adrs_libvoie = TextField(label=gettext_lazy("address"))
    adrs_distrib = TextField(label=gettext_lazy("address"))
    adrs_codepostal = TextField(max_length=10, label=gettext_lazy("postcode"))
    adrs_libcommune = TextField(label=gettext_lazy("town"))
    siteweb = TextField(label=gettext_lazy("website"))
    publiweb = TextField(label=gettext_lazy("website may be published"))
    position = TextField(label=gettext_lazy("position"))

    def clean_siret(self) -> str:
        """Only when it adds up: the register holds many typing slips."""
        number = normalise(self.cleaned_data["siret"])
        try:
            validate_siret(number)
        except ValidationError:
            return ""
        return number

    def clean_date_creat(self) -> date | None:
        """Only when its year can be true, for the same reason."""
        created = self.cleaned_data["date_creat"]
        try:
            validate_founding_year(created.year if created else 1901)
        except ValidationError:
            return None
        return created

    def clean_siteweb(self) -> str:
        address = self.cleaned_data["siteweb"]
        if not address or "@" in address:
            return ""
        return web_address(address if "://" in address else f"http://{address}", longest=200)

    def clean_position(self) -> str:
        position = self.cleaned_data["position"].upper()
        if position not in {"A", "D", "S"}:
            raise ValidationError(_("“%(position)s” is not a position we know.") % {"position": position[:20]})
        return position

    @property
    def source_id(self) -> str:
        return normalise(self.cleaned_data["id"])

    @property
    def withdraw(self) -> str:
        row = self.cleaned_data
        dissolved = row["date_disso"]
        if dissolved and dissolved <= timezone.localdate():
            return _("Dissolved on %(date)s, says the national register.") % {"date": f"{dissolved:%d/%m/%Y}"}
        if row["position"] == "D":
            return _("Dissolved, says the national register.")
        return _("Deleted from the national register.") if row["position"] == "S" else ""

    def values(self) -> Values:
        row = self.cleaned_data
        acronym = acronym_of(row["titre_court"], row["titre"])
        name = shorten(name_in_words(row["titre"], acronym=acronym), 255)
        purpose = purpose_in_words(row["objet"])
        themes = {theme_of(row["objet_social1"]), theme_of(row["objet_social2"])} - {""}
        return {
            "title": name,
            "acronym": acronym,
            "kind": Kind.ASSOCIATION_1901.value,
            "summary": shorten(purpose or name, 300),
            "body": str(format_html("<p>{}</p>", purpose)) if purpose else "",
            "rna": self.source_id,
            "siret": row["siret"],
            "founded": row["date_creat"].year if row["date_creat"] else None,
            "address": shorten(seat({f"adrs_{part}": row[f"adrs_{part}"] for part in SEAT}), 255),
            "postal_code": row["adrs_codepostal"],
            "city": shorten(town(row["adrs_libcommune"]), 100),
            # Without the association's consent its website is not ours to spread.
            "website": row["siteweb"] if row["publiweb"] == "1" else "",
            "themes": self.ground.themes(sorted(themes)),
        }


class RnaImporter(Importer):
    """`communes`: INSEE codes of the communes wanted."""

    source = Source.RNA
    page_model, index_model, row_form = AssociationPage, AssociationIndexPage, AssociationRow
    extensions = (".csv", ".txt")
    most_bytes = 1024 * 1024 * 1024  # read line by line: only the setting limits it

    def __init__(self, communes: frozenset[str]) -> None:
        self.communes = communes
        super().__init__()

    def read(self, path: Path) -> RnaFile:
        return RnaFile(path, communes=self.communes, needed=AssociationRow.base_fields)

    def label(self, row: Row) -> str:
        return plain(row.data.get("titre", ""))

    def form(self, row: Row) -> RowForm:
        if MISFIT in row.data:
            cells = {"cells": row.data[MISFIT]}
            raise Refused(_("This line has %(cells)s columns, not as many as the first line.") % cells)
        return super().form(row)

    def others(self, rows: RnaFile) -> int:
        return rows.others

    def wish(self, form: AssociationRow, *, publish: bool) -> Wish:
        """What comes from the register is locked in the editor, for as long as it comes from there."""
        return replace(super().wish(form, publish=publish), on_creation={"from_register": True})

    def twin(self, form: AssociationRow) -> Page | None:
        """An association somebody typed in with the same number: it is adopted, and what they typed stays."""
        pages = AssociationPage.objects.filter(rna=form.source_id, alias_of=None)[:2]
        if len(pages) > 1:
            raise Refused(_("Two pages have this RNA number. Correct one of them, then import again."))
        return pages[0] if pages else None
