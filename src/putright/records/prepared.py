"""How is a question that every page asks put to the database without being put into words anew each time?

Django writes a query afresh whenever it is asked, which often takes it longer than the database takes to answer. A
prepared one is written once in a process, with stand-ins where the values go, and asked in those words from then on.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial, wraps

# A query set is of any model, its words hold values of any type, and Django's inner parts have no types: hence Any.
from typing import Any, Final, NamedTuple, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import QuerySet

from putright.records.planned import cursor_of

Parts = ParamSpec("Parts")
Row = TypeVar("Row")
Value = int | str | date | tuple[int, ...]
Kind = tuple[type, int]

# So many shapes of one question are kept: more are written again, which only takes longer.
SHAPES: Final = 256
_FIRST_DAY: Final = datetime(9000, 1, 1, tzinfo=UTC)


def prepared(asked: Callable[Parts, QuerySet[Any, Row]]) -> Callable[Parts, list[Row]]:
    """Give, instead of a query set, the rows that it finds, and write it once only.

    Arguments by position are its shape: for each of them it is written anew. Those by keyword are its values: numbers,
    texts, dates, instants or tuples of numbers, which may stand in the query but decide nothing about it. Raises
    TypeError for another value, and ValueError where the query holds something worked out from one.
    """
    written = lru_cache(maxsize=SHAPES)(partial(_written, asked))

    @wraps(asked)
    def rows(*shape: Parts.args, **values: Parts.kwargs) -> list[Row]:
        kinds = tuple((name, _kind(value)) for name, value in values.items())
        return written(connection.vendor, shape, kinds).rows(values)

    return rows


def in_words(asked: Callable[Parts, QuerySet[Any, Any]]) -> Callable[Parts, tuple[str, tuple[object, ...]]]:
    """Give the words of a query instead, to be part of others, and what is sent with them; none where nothing can be.

    As with `prepared`, arguments by position are its shape and those by keyword its values.
    """
    written = lru_cache(maxsize=SHAPES)(partial(_written, asked))

    @wraps(asked)
    def words(*shape: Parts.args, **values: Parts.kwargs) -> tuple[str, tuple[object, ...]]:
        kinds = tuple((name, _kind(value)) for name, value in values.items())
        query = written(connection.vendor, shape, kinds)
        return query.sql, query.sent(values)

    return words


class _Blank(NamedTuple):
    """A place in the words of a query, for a value or for one of several; `made` makes what the driver expects."""

    name: str
    at: int | None
    made: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Written:
    """A query in words; nothing of it is changed by asking."""

    queryset: Any  # the stubs tell neither of what makes its rows, nor of its compiler
    compiler: Any
    sql: str
    parts: tuple[object, ...]  # what is sent with the words: blanks, and what is always the same

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        if not self.sql:
            return []
        compiler = copy(self.compiler)
        compiler.connection = connections[self.queryset.db]  # this thread's
        with cursor_of(compiler.connection) as cursor:
            cursor.execute(self.sql, self.sent(values))
            found = [cursor.fetchall()]
        compiler.execute_sql = lambda *_, **__: found
        return list(self.queryset._iterable_class(_Asked(compiler, self.queryset)))

    def sent(self, values: Mapping[str, Any]) -> tuple[object, ...]:
        return tuple(_filled(part, values) if isinstance(part, _Blank) else part for part in self.parts)


class _Asked:
    """As much of a query set as Django needs to make its rows, in words found before."""

    _known_related_objects: Mapping[Any, Any] = {}

    def __init__(self, compiler: Any, queryset: Any) -> None:
        self.db, self.model, self.query = queryset.db, queryset.model, self
        self._compiler = compiler

    def get_compiler(self, *_: object, **__: object) -> Any:
        return self._compiler


def _filled(blank: _Blank, values: Mapping[str, Any]) -> object:
    value = values[blank.name]
    return blank.made(value if blank.at is None else value[blank.at])


def _kind(value: object) -> Kind:
    if isinstance(value, tuple):
        return tuple, len(value)
    if type(value) not in (int, str, date, datetime):
        raise TypeError(f"{value!r} decides what the query says: give it by position")
    return type(value), 0


def _written(
    asked: Callable[..., QuerySet[Any, Any]],
    _vendor: str,
    shape: Sequence[object],
    kinds: Sequence[tuple[str, Kind]],
) -> _Written:
    """Write a query twice, with other stand-ins: what differs besides those was worked out from a value."""
    one, other = (_with_stand_ins(asked, shape, kinds, start) for start in (1, 1 + sum(_places(kinds))))
    if (one.sql, one.parts) != (other.sql, other.parts):
        raise ValueError(f"{asked.__qualname__}: the query holds more of a value than the value itself")
    return one


def _places(kinds: Sequence[tuple[str, Kind]]) -> list[int]:
    return [length if kind is tuple else 1 for _, (kind, length) in kinds]


def _with_stand_ins(
    asked: Callable[..., QuerySet[Any, Any]], shape: Sequence[object], kinds: Sequence[tuple[str, Kind]], start: int
) -> _Written:
    stand_ins: dict[str, Any] = {}
    blanks: dict[object, _Blank] = {}
    for (name, (kind, _)), places in zip(kinds, _places(kinds), strict=True):
        made = _adapter(kind)
        each = [_stand_in(kind, start + place) for place in range(places)]
        blanks |= {made(one): _Blank(name, at if kind is tuple else None, made) for at, one in enumerate(each)}
        stand_ins[name] = tuple(each) if kind is tuple else each[0]
        start += places
    queryset = asked(*shape, **stand_ins)
    compiler = queryset.query.get_compiler(using=queryset.db)
    try:
        sql, sent = compiler.as_sql()
    except EmptyResultSet:  # Django knows without asking that there can be none
        return _Written(queryset, compiler, "", ())
    columns = [column for column, *_ in compiler.select[: compiler.col_count]]
    compiler.get_converters = partial(_same_converters, compiler.get_converters(columns))
    return _Written(queryset, compiler, sql, tuple(_part(value, blanks) for value in sent))


def _same_converters(converters: object, _columns: object) -> object:
    """What makes values of what the driver gives: it depends on the columns alone, which stay."""
    return converters


def _stand_in(kind: type, number: int) -> object:
    """A value that no query holds of itself."""
    if kind is str:
        return f"stand-in {number}"
    if kind is datetime:
        return _FIRST_DAY + timedelta(days=number)
    return (_FIRST_DAY + timedelta(days=number)).date() if kind is date else 2_000_000_000 + number


def _adapter(kind: type) -> Callable[[Any], Any]:
    """What makes of a value what the database's driver is given."""
    if kind is datetime:
        return _instant
    return _day if kind is date else _same


def _instant(value: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(value)


def _day(value: date) -> object:
    return connection.ops.adapt_datefield_value(value)


def _same(value: object) -> object:
    return value


def _part(value: object, blanks: Mapping[object, _Blank]) -> object:
    """What is sent: a blank in the place of a stand-in; its numbers in the type that the driver tells columns by."""
    try:
        blank = blanks.get(value)
    except TypeError:  # such as a list, which is no stand-in
        return value
    if blank is None:
        return value
    return blank._replace(made=type(value)) if isinstance(value, int) else blank
