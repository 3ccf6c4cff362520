"""Model fields of the agenda."""

from typing import ClassVar

from volunteering.agenda.picked import read_date, read_day, write_date, write_day
from volunteering.core.lines import LinesField, LinesInput


class RecurrenceInput(LinesInput):
    """Brings the script of the whole date: Wagtail collects what an inline form needs from its widgets only."""

    class Media:
        css: ClassVar = {"all": ["volunteering/admin/desk.css"]}
        js: ClassVar = ["volunteering/admin/recurrence.js"]


class DaysField(LinesField):
    """Days, stored as `["2027-06-14"]`, typed one per line as 14/06/2027."""

    read_line = staticmethod(read_day)
    write_line = staticmethod(write_day)
    widget = RecurrenceInput


class PickedDatesField(LinesField):
    """Dates with hours, stored and typed as `agenda.picked` says."""

    read_line = staticmethod(read_date)
    write_line = staticmethod(write_date)
    widget = RecurrenceInput
