"""How is a question sent whose words are always the same, so that PostgreSQL plans it once and not every time?"""

# Django's connections and cursors have no types here, hence Any.
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def cursor_of(connection: BaseDatabaseWrapper) -> Any:
    """A cursor for words that come again: PostgreSQL keeps their plan with the connection and is sent the values alone.

    Django's own cursor writes the values into the words, so that each question is another one to the server. SQLite's
    driver keeps the plan of words that come again by itself. Where questions are written down, they are with their
    values, as Django sends them.
    """
    if connection.vendor != "postgresql" or connection.queries_logged:
        return connection.cursor()
    from django.db.backends.postgresql.base import ServerBindingCursor  # noqa: PLC0415 - its driver is an extra

    connection.ensure_connection()
    opened: Any = connection
    bound: Any = ServerBindingCursor
    return opened._prepare_cursor(bound(opened.connection))
