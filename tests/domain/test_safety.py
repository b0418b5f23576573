"""Does docs/rules/safety.md say until when a safety flag stands, which there are, and when each is looked at again?"""

import pytest

from putright.domain.safety import DANGER_WORDS, Danger, flag_at, flags_of, stands, why_not_flag
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, happened
from tests.domain.cases import stands as stands_on
from tests.tables import a_day, named, table

PAGE = "safety.md"
UNTIL = table(PAGE, "Until when can it stand?")
FLAGS = table(PAGE, "Which flags are there, and does each stand?")
DUTIES = table(PAGE, "When is it to be looked at again?")


@pytest.mark.parametrize("row", UNTIL, ids=named(UNTIL))
def test_until_when_it_can_stand(row: dict[str, str]) -> None:
    refusal = why_not_flag(a_day(row["Looked at again"]), on=a_day(row["Today"]))

    assert (refusal.code if refusal else "") == row["Refused as"]


@pytest.mark.parametrize("row", FLAGS, ids=named(FLAGS))
def test_which_there_are(row: dict[str, str]) -> None:
    today = a_day(row["Today"])
    flags = flags_of(happened(row["What happened"]))
    standing = [flag for flag in flags if flag.review_on and stands(flag.review_on, on=today)]

    assert ", ".join(str(flag.number) for flag in flags) == row["Flags"].replace("–", "")
    assert ", ".join(str(flag.number) for flag in standing) == row["Stand"].replace("–", "")


@pytest.mark.parametrize("row", DUTIES, ids=named(DUTIES))
def test_when_it_is_looked_at_again(row: dict[str, str]) -> None:
    files = [programme(str(PROCEDURES / f"{name}.yaml")) for name in ("england-2009", "office/safety")]
    position = stands_on(files, row["What happened"], row["Today"])
    (duty,) = (duty for duty in position.duties if duty.id.endswith(row["Duty"]))

    assert duty.state.value == row["State"]
    assert duty.due_on == a_day(row["Due"])


def test_a_flag_is_found_by_the_entry_that_set_it_and_by_the_one_that_kept_it() -> None:
    events = happened(
        "received Thu 2 Apr 2026; safety_flagged Tue 7 Apr 2026 #4 (who complainant, date Wed 6 May 2026);"
        "safety_reviewed Wed 6 May 2026 #5 about 4 (date Wed 3 Jun 2026)"
    )

    assert [flag_at(events, entry) is not None for entry in (4, 5, 6)] == [True, True, False]


def test_every_danger_says_what_may_happen_in_words() -> None:
    assert set(DANGER_WORDS) == set(Danger)
