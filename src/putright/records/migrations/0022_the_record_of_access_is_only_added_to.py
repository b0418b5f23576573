"""Make the database refuse to alter or take away who looked, and what was done about who may sign in."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from putright.records import append_only


def _protect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.protect(schema_editor.connection, append_only.OF_ACCESS)


def _unprotect(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    append_only.unprotect(schema_editor.connection, append_only.OF_ACCESS)


class Migration(migrations.Migration):
    dependencies = [("records", "0021_looks_at_more_and_whose")]
    operations = [migrations.RunPython(_protect, _unprotect, elidable=False)]
