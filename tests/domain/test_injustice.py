"""Does docs/rules/findings.md say what a finding is, and when an outcome may be decided?"""

from itertools import pairwise
from pathlib import Path

import pytest

from putright.domain.injustice import FindingSaid, why_not_found, why_not_outcome
from putright.domain.issues import Outcome
from putright.gateways.injustice_file import UnsoundScale, read_scale, scale
from tests.tables import table

PAGE = "findings.md"
FINDINGS = table(PAGE, "When is it a finding?")
OUTCOMES = table(PAGE, "When may an outcome be decided?")


@pytest.mark.parametrize("row", FINDINGS, ids=lambda row: "-".join(row.values()))
def test_what_is_a_finding(row: dict[str, str]) -> None:
    said = FindingSaid(
        should=row["What should have happened"],
        happened=row["What did happen"],
        fell_short=row["Fell short"] == "yes",
        impact=row["Impact"],
        severity=int(row["Level"]) if row["Level"] else None,
    )
    refusal = why_not_found(said, {level.level for level in scale().levels})

    assert (refusal.code if refusal else "yes") == row["Is it one?"]


@pytest.mark.parametrize("row", OUTCOMES, ids=lambda row: "-".join(row.values()))
def test_when_an_outcome_may_be_decided(row: dict[str, str]) -> None:
    refusal = why_not_outcome(
        Outcome(row["Outcome"]),
        was_investigated=row["Investigated"] == "yes",
        fell_short={"none": None, "fell short": True, "as it should be": False}[row["Finding"]],
    )

    assert (refusal.code if refusal else "yes") == row["May it be decided?"]


class TestTheShippedScale:
    def test_has_six_levels_with_rising_amounts(self) -> None:
        levels = scale().levels

        assert [level.level for level in levels] == [1, 2, 3, 4, 5, 6]
        assert levels[0].pounds == "no payment"
        amounts = [level.least or 0 for level in levels]
        assert amounts == sorted(amounts)
        for lower, higher in pairwise(levels[1:]):
            assert lower.most is not None
            assert higher.least is not None
            assert lower.most < higher.least

    def test_says_what_is_not_certain(self) -> None:
        assert {level.level for level in scale().levels if level.is_certain} == {3, 6}

    @pytest.mark.parametrize(
        "text", ["levels: [", "version: '1'", "version: '1'\ntitle: x\nsource: x\nchecked_on: soon\nlevels: []"]
    )
    def test_an_unsound_file_is_named(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "scale.yaml").write_text(text)

        with pytest.raises(UnsoundScale, match=r"scale\.yaml"):
            read_scale(tmp_path / "scale.yaml")
