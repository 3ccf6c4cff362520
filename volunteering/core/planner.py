"""What the database knows of its own tables when it plans a query."""

from django.apps import apps
from django.db import connection
from wagtail.models import Page


def analyse() -> None:
    """Fresh statistics of our tables and of the pages'. Every night will do.

    SQLite never takes any by itself, and without them reads whole tables where an index serves.
    """
    with connection.cursor() as cursor:
        for model in (Page, *apps.get_app_config("volunteering").get_models(include_auto_created=True)):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
