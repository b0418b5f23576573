"""When may two cases be one complaint, and when may they be put together?"""

from datetime import date

import pytest

from putright.domain.likeness import Known, Likeness, Told, likenesses, why_not_put_together
from putright.domain.vocabulary import CaseStatus

BORN = date(1951, 3, 9)
PAT = Known(name=frozenset({"pat", "example"}), born_on=BORN, nhs_number="9990000018", email="pat@example.org")
HAPPENED, RECEIVED, LATER = date(2026, 3, 16), date(2026, 4, 2), date(2026, 4, 8)


def told(**known: object) -> Told:
    matter = {name: known.pop(name) for name in ("occurred_on", "subjects") if name in known}
    person = Known(**{"name": frozenset({"sam", "other"}), **known})  # type: ignore[arg-type]
    return Told(people=(person,), **matter)  # type: ignore[arg-type]


MINE = Told(people=(PAT,), occurred_on=HAPPENED, subjects=frozenset({"values"}))


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (told(), ()),
        (told(nhs_number="9990000018"), (Likeness.NHS_NUMBER,)),
        (told(email="pat@example.org"), (Likeness.EMAIL,)),
        (told(name=PAT.name), ()),  # a name alone is many people's
        (told(name=PAT.name, occurred_on=HAPPENED), (Likeness.NAME, Likeness.SAME_DAY)),
        (told(name=PAT.name, subjects=frozenset({"values"})), ()),
        (told(name=frozenset({"pat", "married"}), born_on=BORN), (Likeness.NAME_AND_BIRTH,)),
        (told(born_on=BORN), ()),  # somebody else born that day
        (told(occurred_on=HAPPENED, subjects=frozenset({"values"})), ()),  # the same matter of somebody else
    ],
)
def test_two_cases_are_alike_by_the_person_first_and_then_by_the_matter(
    other: Told, alike: tuple[Likeness, ...]
) -> None:
    assert likenesses(MINE, other) == alike
    assert likenesses(other, MINE) == alike


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
