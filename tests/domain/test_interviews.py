"""Does docs/rules/interviews.md say when an interview can be recorded?"""

import pytest

from putright.domain.interviews import INTERVIEWED_WORDS, Interviewed, why_not_interviewed
from tests.tables import table

ROWS = table("interviews.md", "Interviews")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row.values()))
def test_when_an_interview_can_be_recorded(row: dict[str, str]) -> None:
    refusal = why_not_interviewed(
        Interviewed(row["Interviewed"]), is_named=row["Named"] == "yes", support_told=row["Support told"] == "yes"
    )

    assert (refusal.code if refusal else "") == row["Refused as"]


def test_everybody_who_can_be_interviewed_has_words() -> None:
    assert list(INTERVIEWED_WORDS) == list(Interviewed)
