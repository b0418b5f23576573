"""Does docs/rules/triage.md say what is suggested, who handles it, and when it can be changed?"""

import pytest

from putright.domain.access import Role
from putright.domain.issues import Subject
from putright.domain.standing import Basis
from putright.domain.triage import Path, Severity, is_fit, proposed, why_not_path, why_not_severity
from tests.tables import table

PAGE = "triage.md"
SUGGESTED = table(PAGE, "What is suggested")
ANEW = table(PAGE, "When can it be judged anew?")
FIT = table(PAGE, "Who handles it?")
PATHS = table(PAGE, "Which path can it take?")


@pytest.mark.parametrize("row", SUGGESTED, ids=lambda row: "-".join(row.values()))
def test_what_is_suggested(row: dict[str, str]) -> None:
    found = proposed([Subject(each) for each in row["Subjects"].split(" and ")], Basis(row["Who complains"]))

    assert (found.severity, found.path) == (row["Severity"], row["Path"])
    assert found.because


@pytest.mark.parametrize("row", ANEW, ids=lambda row: "-".join(row.values()))
def test_when_it_can_be_judged_anew(row: dict[str, str]) -> None:
    stands = None if row["Stands"] == "–" else Severity(row["Stands"])
    refusal = why_not_severity(Severity(row["Now"]), stands=stands, reason=row["Reason"])

    assert (refusal.code if refusal else "yes") == row["Can it?"]


@pytest.mark.parametrize("row", FIT, ids=lambda row: row["Severity"])
def test_who_handles_it(row: dict[str, str]) -> None:
    severity = Severity(row.pop("Severity"))

    assert {role: "yes" if is_fit([Role(role)], severity) else "no" for role in row} == row
    assert is_fit([], None)


@pytest.mark.parametrize("row", PATHS, ids=lambda row: "-".join(row.values()))
def test_which_path_it_can_take(row: dict[str, str]) -> None:
    refusal = why_not_path(
        Path(row["To"]),
        stands=None if row["On"] == "–" else Path(row["On"]),
        is_investigated=row["Investigation begun"] == "yes",
        reason=row["Reason"],
    )

    assert (refusal.code if refusal else "yes") == row["Can it?"]
