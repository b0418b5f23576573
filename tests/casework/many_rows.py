"""A body with 100,000 cases: rows made in bulk by the database itself, to see by which plans they are read."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

CASES: Final = 100_000
BIG: Final = frozenset(
    f"records_{name}"
    for name in (
        "case",
        "casekey",
        "casepart",
        "caseprocedure",
        "complaint",
        "document",
        "duty",
        "event",
        "followlink",
        "issue",
        "namedperson",
        "outboxletter",
        "readlog",
        "wait",
    )
)


@dataclass(frozen=True, kw_only=True)
class Like:
    """The rows that each of the many is made like."""

    case: int
    body: int
    handlers: tuple[int, ...]
    named: int


def fill(like: Like) -> None:
    """Make the rows: every third case is open and owes something, spread over 300 days and over the handlers."""
    with connection.cursor() as cursor:
        for statement in _statements(like):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _statements(like: Like) -> list[str]:
    first = 10_000_000
    due = _a_day_from("i % 300")
    spread = " ".join(f"WHEN {k} THEN {pk}" for k, pk in enumerate(like.handlers))
    handler = f"CASE i % {len(like.handlers)} {spread} END"
    said = {
        "complaint": {"id": f"{first} + i", "identity": _padded("i", 32), "form_digest": "NULL"},
        "case": {
            "id": f"{first} + i",
            "reference": _padded("i", 8),
            "complaint_id": f"{first} + i",
            "handler_id": handler,
            "next_due_on": f"CASE WHEN i % 3 = 0 THEN {due} END",
            "is_open": "i % 3 < 2",
            "received_on": due,
            "computed_on": _a_day_from("0"),
            "recheck_on": "NULL",
            "review_requested_on": f"CASE WHEN i % 50 = 0 THEN {_a_day_from('300')} END",
            "chain_count": "1",
        },
        # Half the people share a word of their names, the others have one each.
        "casekey": {"kind": "'name'", "key": f"CASE WHEN i % 2 = 0 THEN 'zoe' ELSE 'word' || {_padded('i', 8)} END"},
        "casepart": {"person_id": str(like.named), "role": "'staff'"},
        "caseprocedure": {},
        "document": {"number": "1", "stored_as": "NULL"},
        "issue": {},
        "event": {"number": "1", "facts": _json("{}"), "papers": _json("[]"), "about": "NULL", "corrects": "NULL"},
        "duty": {"place": "1", "counts": "i % 3 = 0", "binding_on": due},
        "followlink": {"digest": _padded("i", 64)},
        "namedperson": {"person_id": str(like.named)},
        "readlog": {},
        "wait": {
            "owner_id": handler,
            "whom": "CASE i % 2 WHEN 0 THEN 'staff' ELSE 'person' END",
            "place_on": due,
            "due_on": due,
            "since_on": due,
        },
    }
    made = [_copies(table, like, first, columns) for table, columns in said.items()]
    return [*made, _letters(like, first)]


def _copies(table: str, like: Like, first: int, own: dict[str, str]) -> str:
    """Copies of the row of a table that belongs to the case, each under its own numbers."""
    columns = _columns(table)
    pointing = {
        "id": f"{first} + i",
        "case_id": f"{first} + i",
        "narrative_id": f"{first} + i",
        "conclusion_id": "NULL",
    }
    values = [own.get(name) or pointing.get(name, f"sample.{name}") for name in columns]
    which = f"sample.id = (SELECT complaint_id FROM records_case WHERE id = {like.case})"
    if table != "complaint":
        column = "id" if table == "case" else "case_id"
        inner = f"SELECT MIN(id) FROM records_{table} WHERE {column} = {like.case}"
        which = f"sample.id = ({inner})"
    source = f"FROM {_numbers()}, records_{table} AS sample WHERE {which}"
    return f"{_with()} INSERT INTO records_{table} ({', '.join(columns)}) SELECT {', '.join(values)} {source}"


def _letters(like: Like, first: int) -> str:
    """One letter for every tenth case, all of them gone but for a few."""
    columns = _columns("outboxletter")
    state = "CASE WHEN i % 1000 = 0 THEN 'queued' ELSE 'posted' END"
    own = {
        "id": f"{first} + i",
        "case_id": f"{first} + i",
        "document_id": f"{first} + i",
        "body_id": str(like.body),
        "state": state,
        "posted_on": "CASE WHEN i % 1000 = 0 THEN NULL ELSE sample.made_on END",
    }
    values = [own.get(name, f"sample.{name}") for name in columns]
    one = f"SELECT MIN(id) FROM records_outboxletter WHERE case_id = {like.case}"
    source = f"FROM {_numbers()}, records_outboxletter AS sample WHERE sample.id = ({one}) AND i % 10 = 0"
    return f"{_with()} INSERT INTO records_outboxletter ({', '.join(columns)}) SELECT {', '.join(values)} {source}"


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, f"records_{table}")
    return [f'"{column.name}"' if column.name == "on" else column.name for column in described]


def _with() -> str:
    if connection.vendor == "postgresql":
        return ""
    return f"WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {CASES})"


def _numbers() -> str:
    return f"generate_series(1, {CASES}) AS numbers(i)" if connection.vendor == "postgresql" else "numbers"


def _a_day_from(days: str) -> str:
    if connection.vendor == "postgresql":
        return f"(DATE '2026-01-01' + ({days}))"
    return f"date('2026-01-01', '+' || ({days}) || ' days')"


def _padded(number: str, width: int) -> str:
    if connection.vendor == "postgresql":
        return f"lpad(({number})::text, {width}, '0')"
    return f"substr('{'0' * width}' || ({number}), -{width})"


def _json(text: str) -> str:
    return f"'{text}'::jsonb" if connection.vendor == "postgresql" else f"'{text}'"
