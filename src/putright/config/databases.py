"""Where are the rows kept? Django's database entry for SQLite in the data folder, or for a PostgreSQL server."""

from __future__ import annotations

from importlib.util import find_spec

# Django's own entry has values of many types, hence Any.
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from putright.config.config import Config, ConfigError

SECONDS_TO_WAIT_FOR_A_LOCK = 20
SECONDS_A_CONNECTION_IS_KEPT = 600
NEVER = "never"

# Set on every connection. A write that a page has confirmed must outlive a power cut, so each commit waits for the
# disk: FULL, where Django's advice for WAL is NORMAL (ADR 0006).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;"


def database_for(config: Config) -> dict[str, Any]:
    """Return Django's entry for the database that a configuration names."""
    return _postgresql(config.database_url) if config.database_url else _sqlite(config)


def _sqlite(config: Config) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": config.data / "putright.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT_FOR_A_LOCK,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        message = "PUTRIGHT_DATABASE_URL needs the PostgreSQL driver: pip install 'putright[postgres]'"
        raise ConfigError(message)
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": SECONDS_A_CONNECTION_IS_KEPT,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _options(dict(parse_qsl(parts.query))),
    }


def _options(given: dict[str, str]) -> dict[str, Any]:
    """Return what the driver is told; what `records.planned` asks is planned for good at once, for it comes again.

    Not behind a pooler that lets go of such plans: there the address ends in `?prepare_threshold=never`.
    """
    never = given.pop("prepare_threshold", "") == NEVER
    return {"prepare_threshold": None if never else 0, **given}
