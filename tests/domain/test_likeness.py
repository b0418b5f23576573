"""When may two cases be one complaint, and when may they be put together?"""

from datetime import date

import pytest

from putright.domain.likeness import (
    LIKENESS_WORDS,
    Known,
    Likeness,
    Nearness,
    Told,
    likenesses,
    why_not_put_together,
)
from putright.domain.sought import name_words
from putright.domain.vocabulary import CaseStatus
from putright.gateways.nearness import nearness_of_names, nearness_of_words
from tests.tables import a_day, table

HAPPENED, RECEIVED, LATER = date(2026, 3, 16), date(2026, 4, 2), date(2026, 4, 8)
TELLINGS = {row["Telling"]: row["Words"] for row in table("likeness.md", "What is told")}
PAIRS = table("likeness.md", "Which may be one")
NEARNESS = Nearness(names=nearness_of_names, words=nearness_of_words)


def told(cell: str) -> Told:
    said = dict(part.split(" ", 1) for part in cell.split("; "))
    person = Known(
        name=name_words(said["name"]),
        born_on=a_day(said["born"]) if "born" in said else None,
        nhs_number=said.get("nhs", ""),
        email=said.get("email", ""),
        telephone=said.get("telephone", ""),
    )
    return Told(
        people=(person,),
        occurred_on=a_day(said["happened"]) if "happened" in said else None,
        subjects=frozenset(said["about"].split(", ")) if "about" in said else frozenset(),
        words=TELLINGS[said["says"]] if "says" in said else "",
        said_before="before" in said,
    )


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['One complaint']} / {row['Another']}")
def test_two_cases_are_alike_by_the_person_first_and_then_by_the_matter(row: dict[str, str]) -> None:
    one, other = told(row["One complaint"]), told(row["Another"])
    alike = tuple(Likeness(name) for name in row["In common"].split("; ") if name != "–")

    assert likenesses(one, other, NEARNESS) == alike
    assert likenesses(other, one, NEARNESS) == alike


def test_every_likeness_has_its_words() -> None:
    assert list(LIKENESS_WORDS) == list(Likeness)


@pytest.mark.parametrize(
    ("received_on", "status", "other_received_on", "other_status", "code"),
    [
        (LATER, CaseStatus.OPEN, RECEIVED, CaseStatus.OPEN, None),
        (RECEIVED, CaseStatus.OPEN, RECEIVED, CaseStatus.OPEN, None),
        (RECEIVED, CaseStatus.OPEN, LATER, CaseStatus.OPEN, "received-later"),
        (LATER, CaseStatus.RESPONDED, RECEIVED, CaseStatus.OPEN, "case-not-open"),
        (LATER, CaseStatus.OPEN, RECEIVED, CaseStatus.CLOSED, "other-case-not-open"),
    ],
)
def test_the_one_received_first_goes_on(
    received_on: date, status: CaseStatus, other_received_on: date, other_status: CaseStatus, code: str | None
) -> None:
    refused = why_not_put_together(
        received_on=received_on, status=status, other_received_on=other_received_on, other_status=other_status
    )

    assert (refused.code if refused else None) == code
