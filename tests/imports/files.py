"""Files as the three sources give them, made small; and the import of one, in a line."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from tests.factories import AssociationIndexFactory, EventIndexFactory
from volunteering.agenda.models import EventIndexPage
from volunteering.directory.models import AssociationIndexPage
from volunteering.imports.engine import import_file
from volunteering.imports.ical import ICalImporter
from volunteering.imports.openagenda import OpenAgendaImporter
from volunteering.imports.report import Report
from volunteering.imports.rna import RnaImporter

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL_EVENTS, REAL_REGISTER = SHARED / "openagenda-paris.json", SHARED / "rna-waldec-sample.csv"
with_real_files = pytest.mark.skipif(not REAL_EVENTS.exists(), reason="the real files are not beside the repository")

COMMUNE = "42999"
HEADER = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;titre;titre_court;objet"
    ";objet_social1;objet_social2;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib"
    ";adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie"
    ";adrg_distrib;adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;maj_time"
)


def timing(begin: str, end: str) -> dict[str, str]:
    return {"begin": begin, "end": end}


ONE_EVENING = [timing("2027-06-12T20:00:00+02:00", "2027-06-12T22:30:00+02:00")]


def event(**fields: Any) -> dict[str, Any]:
    """An OpenAgenda record's fields; `timings` may be given as a list."""
    timings = fields.pop("timings", ONE_EVENING)
    defaults = {"uid": "1", "title_fr": "Bal du port", "description_fr": "On danse.", "timings": json.dumps(timings)}
    return {**defaults, **fields}


def agenda_file(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "events.json"
    path.write_text(json.dumps({"records": [{"fields": fields} for fields in records]}), encoding="utf-8")
    return path


def association(**values: str) -> dict[str, str]:
    """A row of the register, by column."""
    defaults = {
        "id": "W429000001",
        "date_creat": "1998-03-02",
        "date_disso": "0001-01-01",
        "titre": "LES AMIS DU PORT",
        "objet": "promouvoir le port",
        "adrs_numvoie": "12",
        "adrs_typevoie": "RUE",
        "adrs_libvoie": "du Port",
        "adrs_codeinsee": COMMUNE,
        "adrs_codepostal": "42990",
        "adrs_libcommune": "Rivemont-sur-Loire",
        "position": "A",
    }
    return {**defaults, **values}


def line_of(row: dict[str, str]) -> str:
    return ";".join(row.get(name, "") for name in HEADER.split(";"))


def register_file(folder: Path, *rows: dict[str, str] | str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "register.csv"
    lines = [header, *(row if isinstance(row, str) else line_of(row) for row in rows)]
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path


def vevent(*lines: str, uid: str = "1@city.example", summary: str = "Bal du port") -> str:
    """DTSTART is 12 June 2027, 20:00 in Paris, unless a line says otherwise."""
    given = "\r\n".join(lines)
    start = "" if "DTSTART" in given else "DTSTART;TZID=Europe/Paris:20270612T200000\r\n"
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{summary}\r\n{start}{given}\r\nEND:VEVENT\r\n".replace(
        "\r\n\r\n", "\r\n"
    )


def calendar_file(folder: Path, *events: str, head: str = "") -> Path:
    path = folder / "calendar.ics"
    head = f"{head}\r\n" if head else ""
    content = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//city//FR\r\n{head}{''.join(events)}END:VCALENDAR\r\n"
    path.write_bytes(content.encode())
    return path


def import_events(path: Path, **options: Any) -> Report:
    return _import(OpenAgendaImporter(), path, **options)


def import_register(path: Path, *communes: str, **options: Any) -> Report:
    return _import(RnaImporter(communes=frozenset(communes or [COMMUNE])), path, **options)


def import_calendar(path: Path, **options: Any) -> Report:
    return _import(ICalImporter(), path, **options)


def _import(importer: Any, path: Path, *, publish: bool = True, **options: Any) -> Report:
    """Reasons are told in English, whatever the site speaks."""
    factory = {EventIndexPage: EventIndexFactory, AssociationIndexPage: AssociationIndexFactory}[importer.index_model]
    parent = options.pop("parent", None) or importer.index_model.objects.first() or factory()
    with translation.override("en"):
        return import_file(importer=importer, path=path, parent=parent, publish=publish, **options)
