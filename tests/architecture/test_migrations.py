"""Do the migrations form one line, and do they say all that the models say?"""

from io import StringIO
from itertools import pairwise

import pytest
from django.apps import apps
from django.core.management import call_command
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
    loader = MigrationLoader(None)
    names = sorted(name for label, name in loader.disk_migrations if label == app)

    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    for before, name in pairwise(names):
        own = [parent for label, parent in loader.disk_migrations[app, name].dependencies if label == app]
        assert own == [before]
