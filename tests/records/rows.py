"""What do the tests of the tables begin with? Bare rows, each with what it cannot do without."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from putright.records.models import Body, Case, Complaint, Event, Person

NOW = datetime(2026, 4, 2, 9, tzinfo=UTC)
TODAY = date(2026, 4, 2)
_numbers = count(1)


def a_body(**said: Any) -> Body:
    number = next(_numbers)
    return Body.objects.create(**{"code": f"body-{number}", "name": f"Body {number}", "made_at": NOW, **said})


def a_person(body: Body, **said: Any) -> Person:
    return Person.objects.create(**{"body": body, "part": "staff", "name": "Kim Example", "made_at": NOW, **said})


def a_case(body: Body, **said: Any) -> Case:
    number = next(_numbers)
    complainant = a_person(body, part="public")
    plain: dict[str, Any] = {
        "reference": f"{number:08d}",
        "body": body,
        "complaint": Complaint.objects.create(
            identity=f"{number:032x}", body=body, first_received_on=TODAY, made_at=NOW
        ),
        "complainant": complainant,
        "patient": complainant,
        "basis": "self",
        "channel": "letter",
        "received_on": TODAY,
        "made_at": NOW,
        "computed_on": TODAY,
    }
    return Case.objects.create(**{**plain, **said})


def an_event(case: Case, **said: Any) -> Event:
    plain: dict[str, Any] = {
        "case": case,
        "number": 1,
        "event": "received",
        "on": TODAY,
        "recorded_at": NOW,
        "seal": "0" * 64,
    }
    return Event.objects.create(**{**plain, **said})
