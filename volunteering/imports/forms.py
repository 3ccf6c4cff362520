"""What an editor gives to start an import."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.imports.importer import Importer
from volunteering.imports.models import Source
from volunteering.imports.reading import Unreadable, check_size
from volunteering.imports.registry import IMPORTERS, read_communes

HEAD = 2_000  # bytes looked at before the file is kept


class UploadForm(forms.Form):
    """The file, where its pages go, and whether new ones are published at once (for those who may)."""

    file = forms.FileField(label=_("File"))
    parent = forms.ModelChoiceField(queryset=Page.objects.none(), label=_("Import into"), empty_label=None)
    publish = forms.BooleanField(
        label=_("Publish new pages at once"), required=False, help_text=_("Unticked, they wait as drafts.")
    )

    source: ClassVar[Source]
    # How the first bytes of such a file look, spaces and byte order mark apart.
    looks_like: ClassVar[re.Pattern[bytes]]
    wrong_content: ClassVar[Promise]
    help: ClassVar[Promise]
    publishes_first: ClassVar[bool] = True

    def __init__(self, *args: Any, indexes: list[Page], user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.importer: type[Importer] = IMPORTERS[self.source]
        parent = self.fields["parent"]
        parent.queryset = Page.objects.filter(pk__in=[page.pk for page in indexes]).order_by("path")
        parent.initial = indexes[0].pk
        if len(indexes) == 1:
            parent.widget = forms.HiddenInput()
        self.fields["file"].widget.attrs["accept"] = ",".join(self.importer.extensions)
        self.fields["file"].help_text = self.help
        self.fields["publish"].initial = self.publishes_first
        if not any(page.permissions_for_user(user).can_publish_subpage() for page in indexes):
            del self.fields["publish"]

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(self.importer.extensions):
            names = {"extensions": ", ".join(self.importer.extensions)}
            raise ValidationError(_("Choose a file whose name ends in %(extensions)s."), params=names)
        try:
            check_size(file.size, self.importer.max_bytes())
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        head = file.read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
        file.seek(0)
        if not self.looks_like.match(head):
            raise ValidationError(self.wrong_content)
        return file

    def options(self) -> dict[str, Any]:
        """Once valid: what the run remembers."""
        return {"parent": self.cleaned_data["parent"].pk, "publish": self.cleaned_data.get("publish", False)}


class OpenAgendaForm(UploadForm):
    source = Source.OPENAGENDA
    looks_like = re.compile(rb"[\[{]")
    wrong_content = _("This is not a JSON file. On the portal, choose the export “JSON”.")
    help = _("The export “JSON” of the data set “Événements publics – OpenAgenda” on the open-data portal.")


class RnaForm(UploadForm):
    source = Source.RNA
    looks_like = re.compile(rb'"?id"?;', re.IGNORECASE)
    wrong_content = _("This is not the register: its first line should begin with “id;”. Unpack the archive first.")
    help = _("The file “rna_waldec_…_dpt_….csv” of your department, from data.gouv.fr, unpacked.")
    publishes_first = False

    communes = forms.CharField(
        label=_("INSEE codes of the communes"),
        help_text=_("Not the postcode. Several: with spaces, like “42186 42207”."),
    )
    field_order = ("file", "communes", "parent", "publish")

    def clean_communes(self) -> list[str]:
        try:
            return sorted(read_communes(self.cleaned_data["communes"].replace(",", " ").replace(";", " ").split()))
        except ValueError as error:
            raise ValidationError(_("“%(code)s” is not an INSEE code."), params={"code": str(error)}) from error

    def options(self) -> dict[str, Any]:
        return {**super().options(), "communes": self.cleaned_data["communes"]}


class ICalForm(UploadForm):
    source = Source.ICAL
    looks_like = re.compile(rb"BEGIN:VCALENDAR", re.IGNORECASE)
    wrong_content = _("This is not a calendar: it should begin with BEGIN:VCALENDAR.")
    help = _("The file “.ics” that your calendar exports.")


FORMS: dict[str, type[UploadForm]] = {form.source.value: form for form in (OpenAgendaForm, RnaForm, ICalForm)}
