"""Does docs/rules/consent.md say which other organisations are told that a patient's consent ended, and by when?"""

import pytest

from putright.domain.consent_shared import CHANGE_WORDS, ConsentChange, owed_by, to_stop
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, happened
from tests.domain.cases import stands as stands_on
from tests.tables import a_day, table

PAGE = "consent.md"
OWED = table(PAGE, "Who else must be told")
BY_WHEN = table(PAGE, "By when they are told")


@pytest.mark.parametrize("row", OWED, ids=[" ".join(list(row.values())[1:]) + str(at) for at, row in enumerate(OWED)])
def test_who_else_must_be_told(row: dict[str, str]) -> None:
    owed = list(owed_by(happened(row["What happened before"]), row["The patient's answer"], row["Extent"]))

    assert ", ".join(body for body, _ in owed) == row["To be told"]
    assert {change.value for _, change in owed} == ({row["That"]} if row["That"] else set())


@pytest.mark.parametrize("row", BY_WHEN, ids=[row["What happened"][33:] for row in BY_WHEN])
def test_by_when_they_are_told(row: dict[str, str]) -> None:
    files = [programme(str(PROCEDURES / f"{name}.yaml")) for name in ("england-2009", "office/consent-shared")]
    position = stands_on(files, row["What happened"], row["As at"])
    first = next(
        duty for duty in position.duties if duty.id == "tell-body-to-stop/1" or duty.step == "tell-body-to-stop"
    )

    assert (
        ", ".join(f"{one.body} {one.change}" for one in to_stop(happened(row["What happened"])))
        == (row["Still to be told"])
    )
    assert (first.state.value, first.due_on) == (row["Duty of the first"], a_day(row["Due"]))


def test_every_change_has_its_words() -> None:
    assert set(CHANGE_WORDS) == set(ConsentChange)
