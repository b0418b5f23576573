"""Do the migrations form one line, and do they say all that the models say?"""

from io import StringIO
from itertools import pairwise

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations import AddField
from django.db.migrations.loader import MigrationLoader

OURS = sorted(config.label for config in apps.get_app_configs() if config.name.startswith("putright."))


@pytest.mark.django_db
def test_no_change_of_a_model_lacks_its_migration() -> None:
    out = StringIO()

    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(f"models have changed and migrations have not:\n{out.getvalue()}")


@pytest.mark.parametrize("app", OURS)
def test_the_migrations_of_an_app_are_numbered_and_follow_one_another(app: str) -> None:
    """Of those that are now one (docs/adr/0048) too, for who stands in the middle of them."""
    disk = MigrationLoader(None).disk_migrations
    replaced = {key for migration in disk.values() for key in migration.replaces}
    at_once = {key for key, migration in disk.items() if migration.replaces}

    for left_out in (at_once, replaced):
        names = sorted(name for label, name in disk.keys() - left_out if label == app)
        numbers = [int(name[:4]) for name in names]
        assert numbers == [numbers[0] + place for place in range(len(numbers))]
        for before, name in pairwise(names):
            own = {parent for label, parent in disk[app, name].dependencies if label == app}
            # What followed the last of those that are one follows the one.
            also = {last for label, last in disk[app, before].replaces[-1:] if label == app}
            assert len(own) == 1
            assert own <= {before} | also


def test_a_new_column_may_be_left_out_by_the_version_before() -> None:
    """Where two sites serve, one still runs it when the tables have changed (docs/guide/two-installations.md)."""
    migrations = MigrationLoader(None).disk_migrations
    replaced = {key for migration in migrations.values() for key in migration.replaces}
    added = [
        (f"{migration.name}: {step.model_name}.{step.name}", step.field)
        for key, migration in migrations.items()
        if migration.app_label in OURS and key not in replaced
        for step in migration.operations
        if isinstance(step, AddField)
    ]

    assert added
    assert [name for name, field in added if not (field.null or field.many_to_many or field.has_db_default())] == []
