"""How is it kept that somebody looked at a case, at a message, or at who has looked?

After what they see has been made, and before it is shown: the look is kept whether or not the page is then drawn. Where
the database takes nothing at the moment, the page is shown all the same, and the program's log says who looked at what.
"""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from django.db import OperationalError, connection
from django.db.models import Q, QuerySet

from putright.domain.access import Actor
from putright.domain.looks import Look
from putright.records.models import Case, ReadLog
from putright.records.planned import cursor_of
from putright.records.prepared import in_words
from putright.records.visible_to import given_to, sort_of

LOG = logging.getLogger(__name__)

_TOLD: Final = ("case_id", "message_id", "whose_id", "person_id", "what", "document", "at")
# Whether the case was theirs is found out by the statement that keeps the look.
_WORDS: Final = (
    f"INSERT INTO {ReadLog._meta.db_table} ({', '.join(_TOLD)}, is_theirs)"  # noqa: S608 - ours
    f" VALUES ({', '.join('%s' for _ in _TOLD)}, "
)


def keep_look(
    look: Look,
    *,
    by: Actor,
    now: datetime,
    case: int | None = None,
    document: int | None = None,
    message: int | None = None,
    whose: int | None = None,
) -> None:
    """Keep that somebody of the staff looked at one thing: a case or a paper of it, a message, or a person's looks.

    It stands on every page of a case, and Django puts a row into words anew each time, which takes longer than the
    database takes to write it.
    """
    told = (case, message, whose, by.person_id, look.value, document)
    at = connection.ops.adapt_datetimefield_value(now)
    is_of_case = case is not None and look is not Look.LOOKS  # who looked shows nothing of the case
    theirs, sent = _theirs(sort_of(by), me=by.person_id, case=case or 0, on=by.on) if is_of_case else ("", ())
    words = f"EXISTS({theirs}))" if theirs else "NULL)"
    try:
        with cursor_of(connection) as cursor:
            cursor.execute(_WORDS + words, (*told, at, *sent))
    except OperationalError:
        _say_instead(told, now)


def keep_looks(look: Look, *, by: Actor, now: datetime, cases: Iterable[tuple[int, int | None]]) -> None:
    """Keep that somebody looked at several cases, or at one paper of each."""
    seen = list(cases)
    theirs = set(_of_theirs(by).filter(pk__in={case for case, _ in seen}).values_list("pk", flat=True))
    _keep(
        ReadLog(case_id=case, person_id=by.person_id, what=look, document=document, is_theirs=case in theirs, at=now)
        for case, document in seen
    )


def keep_look_by_link(case: int, *, now: datetime, look: Look = Look.FOLLOW, document: int | None = None) -> None:
    """Keep that the holder of a link looked: of that to follow a case, or of that in a letter to its patient."""
    _keep([ReadLog(case_id=case, what=look, document=document, is_theirs=True, at=now)])


def keep_look_by_advocate(
    case: int, naming: int, *, now: datetime, look: Look = Look.ADVOCATE, document: int | None = None
) -> None:
    """Keep that an advocate looked at the case of a person who named them, or at something of it."""
    _keep([ReadLog(case_id=case, advocate_id=naming, what=look, document=document, is_theirs=True, at=now)])


@in_words
def _theirs(sort: Actor, /, *, me: int, case: int, on: date) -> QuerySet[Case, Any]:
    return _of_theirs(replace(sort, person_id=me, on=on)).filter(pk=case).values("pk")


def _of_theirs(by: Actor) -> QuerySet[Case]:
    """The cases that somebody handles, or was given in a role that they hold."""
    handled = Q(handler=by.person_id)
    held = by.roles & by.given
    return Case.objects.filter(handled | Q(pk__in=given_to(by, held).values("case")) if held else handled)


def _keep(rows: Iterable[ReadLog]) -> None:
    made = list(rows)
    try:
        ReadLog.objects.bulk_create(made)
    except OperationalError:
        for row in made:
            _say_instead((row.case_id, None, None, row.person_id, row.what, row.document), row.at)


def _say_instead(told: tuple[object, ...], at: datetime) -> None:
    said = ", ".join(f"{name} {value}" for name, value in zip(_TOLD, told, strict=False) if value is not None)
    LOG.exception("a look was not kept: %s, at %s", said, at.isoformat())
