"""How is it noted that somebody looked at a case?"""

from datetime import datetime
from typing import Final

from django.db import connection

from putright.records.models import ReadLog
from putright.records.planned import cursor_of

_TOLD: Final = ("case_id", "person_id", "what", "document", "at")
_WORDS: Final = (
    f"INSERT INTO {ReadLog._meta.db_table} ({', '.join(_TOLD)})"  # noqa: S608 - ours
    f" VALUES ({', '.join('%s' for _ in _TOLD)})"
)


def note_read(case: int, person: int | None, what: str, *, at: datetime, document: int | None = None) -> None:
    """Note a look, in the transaction that is open or in one of its own; no person is the holder of the follow link.

    It stands on every page of a case, and Django puts a row into words anew each time, which takes longer than the
    database takes to write it.
    """
    with cursor_of(connection) as cursor:
        cursor.execute(_WORDS, (case, person, what, document, connection.ops.adapt_datetimefield_value(at)))
