"""Make the database refuse to alter or take away events and adopted procedures."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from putright.records import append_only


def _protect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.protect(schema_editor.connection, append_only.FIRST_TABLES)


def _unprotect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unprotect(schema_editor.connection, append_only.FIRST_TABLES)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_the_first_tables")]
    operations = [migrations.RunPython(_protect, _unprotect, elidable=False)]
