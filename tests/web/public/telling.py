"""How does a person fill in the form for making a complaint? Page by page, in the order in which it asks."""

from collections.abc import Mapping
from datetime import date
from typing import Any  # what the test client answers has no type of its own

from django.test import Client

from tests.web.reading import Read, read

Answer = Mapping[str, str | list[str]]
Answers = dict[str, Answer]


def dated(box: str, day: date) -> dict[str, str]:
    """The three boxes of a date, filled in."""
    return {f"{box}-day": str(day.day), f"{box}-month": str(day.month), f"{box}-year": str(day.year)}


def a_telling(**changes: Answer | None) -> Answers:
    """The answers of Ida Quill, who complains for herself; a change to nothing leaves the question out."""
    told: Answers = {
        "to": {"to": "commisceo"},
        "whose": {"basis": "self"},
        "what-happened": {
            "subject_1": "communications",
            "words_1": "They said that they would ring on Monday.\r\nNobody rang.",
        },
        "when": {"occurred": "exact", **dated("occurred_on", date(2026, 3, 16))},
        "noticed": {"noticed": "then"},
        "wanted": {"wanted": "An apology."},
        "anything-else": {"more_1": "no"},
        "before": {"before": "no"},
        "together": {"together": "no"},
        "name": {"full_name": "Ida Quill", "addressed_as": "Mrs Quill"},
        "counted": {"counted_age": "26-55"},
        "reach": {"address_1": "3 Sample Row", "town": "Exampleton", "postcode": "EX1 1EX", "prefer": "post"},
        "safely": {"safely": ["none"]},
        "needs": {"needs": ["none"]},
        "home": {"home": "southend-on-sea"},
    }
    for name, answer in changes.items():
        told[name.replace("_", "-")] = answer or {}
    return {name: answer for name, answer in told.items() if answer}


def tell(client: Client, question: str, answer: Answer) -> Any:
    """Answer one question."""
    return client.post(f"/complain/{question}", answer)


def tell_all(client: Client, told: Answers) -> None:
    """Answer each question as the form asks it, until it asks no more."""
    address = "/complain/to"
    while address != "/complain/check":
        name = address.removeprefix("/complain/")
        response = tell(client, name, told[name])
        assert response.status_code == 302, read(response).problems
        address = response.headers["Location"]


def sent(client: Client, told: Answers | None = None) -> Read:
    """Answer everything, send it, and read the page that says so."""
    tell_all(client, told or a_telling())
    assert client.post("/complain/check").headers["Location"] == "/complain/sent"
    return read(client.get("/complain/sent"))
