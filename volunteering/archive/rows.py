"""A row as JSON, and back: all fields of its own table under their names.

Links are keys. Content types are `[app, model]`, permissions `[codename, app, model]`. Moments are ISO 8601 in UTC,
decimals and UUIDs text, bytes base64. JSON is JSON, the blocks of a StreamField included.
"""

import base64
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import ExpressionWrapper, F, Value
from django.utils.duration import duration_string
from wagtail.models import Revision

from volunteering.archive.embedded import impersonal, translated
from volunteering.archive.names import name_of, number_of
from volunteering.archive.paths import is_plain
from volunteering.archive.tables import NAMED, exported, label, links, rules_of

Row = dict[str, Any]

# Rows at once: a revision holds a whole page.
PORTION = 200


class Table:
    """How one table leaves and comes in."""

    def __init__(self, model: type[models.Model], *, without_people: bool = False) -> None:
        self.model, self.without_people, self.rules = model, without_people, rules_of(model)
        every = [field for field in model._meta.local_concrete_fields if not field.generated]
        self.fields = {field.name: field for field in every if field.name not in self.rules.withheld}
        self.withheld = [field for field in every if field.name in self.rules.withheld]
        present = {label(other) for other in exported(without_people=without_people)}
        self.unlinked = {link.name for link in links(model) if label(link.related_model) not in present}
        self.emptied = {**self.rules.emptied, **(self.rules.without_people if without_people else {})}

    @property
    def name(self) -> str:
        return label(self.model)

    @property
    def file(self) -> str:
        return f"data/{self.name}.jsonl"

    @property
    def key(self) -> str:
        return self.model._meta.pk.name

    def rows(self) -> Iterator[Row]:
        """All of them, a portion at a time, by their key."""
        wanted = self.model._base_manager.filter(self.rules.rows).order_by("pk")
        columns = [
            ExpressionWrapper(F(name), models.JSONField()) if is_json(field) else field.attname
            for name, field in self.fields.items()
        ]
        for values in wanted.values_list(*columns).iterator(chunk_size=PORTION):
            yield self._row(dict(zip(self.fields, values, strict=True)))

    def _row(self, values: Row) -> Row:
        row = {name: self._told(field, values[name]) for name, field in self.fields.items()} | self.emptied
        if self.model is Revision and (model := ContentType.objects.get_for_id(values["content_type"]).model_class()):
            content = impersonal(row["content"], model) if self.without_people else row["content"]
            row["content"] = translated(content, model, lambda field, value: name_of(field.related_model, value))
        return row

    def _told(self, field: models.Field, value: Any) -> Any:
        if value is None or field.name in self.unlinked:
            return None
        return name_of(field.related_model, value) if field.related_model in NAMED else told(value)

    def read(self, row: Row) -> Row:
        """The same as Python values. Raises ValueError and Django's ValidationError; their words name no value."""
        return {name: self._read(field, row[name], row) for name, field in self.fields.items()}

    def misfit(self, row: Row) -> str:
        """The first field whose value `read` refuses."""
        for name, field in self.fields.items():
            try:
                self._read(field, row[name], row)
            except (ValueError, TypeError, ArithmeticError, ValidationError):
                return name
        return ""

    def _read(self, field: models.Field, value: Any, row: Row) -> Any:
        if value is None and not field.null:
            # JSON's own "null" is a value of a JSON field.
            return Value(None, models.JSONField()) if is_json(field) else refuse(field)
        if value is None:
            return None
        if field.related_model in NAMED:
            return number_of(field.related_model, value)
        if is_json(field):
            return Value(self._inside(field, value, row), models.JSONField())
        return plain(field, value)

    def _inside(self, field: models.Field, value: Any, row: Row) -> Any:
        if self.model is not Revision or field.name != "content":
            return value
        number = number_of(ContentType, row["content_type"])
        model = ContentType.objects.get_for_id(number).model_class()
        return translated(value, model, lambda each, name: number_of(each.related_model, name)) if model else value

    def insert(self, rows: Iterable[Row]) -> None:
        """As they are: no signal is sent, no moment is set to now. Rows as `read` gives them."""
        fields = [*self.fields.values(), *self.withheld]
        objects = [self._object(row) for row in rows]
        size = max(connection.ops.bulk_batch_size(fields, objects), 1)
        for first in range(0, len(objects), size):
            self.model._base_manager.all()._insert(
                objects[first : first + size], fields=fields, using=connection.alias, raw=True
            )

    def _object(self, row: Row) -> SimpleNamespace:
        # The only thing withheld from a row is a password: nobody can sign in with this one.
        secrets = {field.attname: make_password(None) for field in self.withheld}
        return SimpleNamespace(**{self.fields[name].attname: value for name, value in row.items()}, **secrets)


def is_json(field: models.Field) -> bool:
    return field.get_internal_type() == "JSONField"


def told(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    return value if isinstance(value, str | bool | int | float | list | dict) else str(value)


def plain(field: models.Field, value: Any) -> Any:
    if not isinstance(value, str | bool | int | float):
        refuse(field)
    read = field.to_python(value)
    longest = getattr(field, "max_length", None)
    if read is None or (isinstance(read, str) and (("\0" in read) or (longest and len(read) > longest))):
        refuse(field)
    if isinstance(field, models.FileField) and read and not is_plain(read):
        refuse(field)
    return read


def refuse(field: models.Field) -> None:
    raise ValueError(field.name)
