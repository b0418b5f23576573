"""Does docs/rules/staff-told.md say when it can be recorded that staff were told, and when that is owed?"""

from datetime import date

import pytest

from putright.domain.chronology import Event
from putright.domain.staff_told import EVENTS, NEWS_WORDS, StaffNews, why_not_for_those_asked, why_not_told
from putright.domain.vocabulary import CORE_EVENTS, CaseStatus
from tests.tables import table

ROWS = table("staff-told.md", "What staff are told")
NOBODY = ("Pat Example", "Sam Specimen")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row.values()))
def test_when_it_can_be_recorded(row: dict[str, str]) -> None:
    happened = [name for name in row["Happened"].split("; ") if name != "–"]
    events = [Event(event=name, on=date(2026, 4, 7), id=str(place)) for place, name in enumerate(happened, start=1)]
    refusal = why_not_told(
        StaffNews(row["Told"]), events, CaseStatus(row["The case is"]), support_told=row["Support told"] == "yes"
    )

    assert (refusal.code if refusal else "") == row["Refused as"]


def test_everything_they_can_be_told_has_words_and_an_event() -> None:
    assert list(NEWS_WORDS) == list(StaffNews) == list(EVENTS)
    assert set(EVENTS.values()) <= set(CORE_EVENTS)


@pytest.mark.parametrize("words", ["We said sorry to Pat.", "It was about 999 000 0018."])
def test_what_all_of_them_read_names_nobody(words: str) -> None:
    refusal = why_not_for_those_asked(words, NOBODY)

    assert refusal is not None
    assert refusal.code == "names-somebody"
    assert why_not_for_those_asked("The bell is heard at night now.", NOBODY) is None
