"""Does the database stand as the program needs it, is the background work done, and is Django itself content?

Only where there is a database already: nothing is made or changed by asking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.core.checks import WARNING, run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from putright.config.deployment import Concern, doubtful, unsafe
from putright.config.deployment_files import file_concerns
from putright.config.deployment_work import work_concerns
from putright.gateways.clock import Clock

# What follows from http, of which putright.config.deployment says where it may be and where not.
_SAID_ALREADY: Final = frozenset({"security.W004", "security.W008", "security.W012", "security.W016"})


def database_concerns(clock: Clock) -> Iterator[Concern]:
    """What the database tells, and Django's own checks for what is served to others."""
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        yield unsafe(
            "database-away",
            "The database cannot be opened.",
            cure="See that it runs, and that its address, name and password are right.",
            where="database",
        )
        return
    if is_behind:
        yield unsafe(
            "database-behind",
            "The tables are those of an earlier Putright.",
            cure="Start the site once: it brings them up to date. Take a backup first.",
            where="database",
        )
    else:
        yield from work_concerns(clock)
        yield from file_concerns()
    yield from _of_django()


def _of_django() -> Iterator[Concern]:
    for found in run_checks(include_deployment_checks=True):
        if found.level >= WARNING and not found.is_silenced() and found.id not in _SAID_ALREADY:
            name = (found.id or "django").replace(".", "-").lower()
            yield doubtful(name, found.msg, cure=found.hint or "See Django's own page on it.", where="Django")
