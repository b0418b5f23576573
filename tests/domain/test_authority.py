"""Does docs/rules/standing.md say what shows that somebody may speak, whether it is enough, and what waits for it?"""

import pytest

from putright.domain.authority import (
    SEEN_WORDS,
    SHOWN_WORDS,
    SeenAs,
    Shown,
    still_asked_for,
    untold_until_shown,
    wanted_of,
    why_not_enough,
    why_not_shown,
)
from putright.domain.speaking import Speaker, SpeaksAs
from putright.domain.standing import Basis
from tests.domain.cases import happened
from tests.tables import a_day, named, table

PAGE = "standing.md"
ENOUGH = table(PAGE, "What is seen, and whether it can be enough")
WANTED = table(PAGE, "Whether anything is to be shown")
WAITS = table(PAGE, "What waits until it is seen")
ON_THEIR_PAGE = table(PAGE, "What their own page asks for")


def speaker(row: dict[str, str]) -> Speaker:
    part = row["Speaks as"]
    decides = True if row.get("Child can decide?") == "yes" else None
    return Speaker(speaks_as=None if part == "not said" else SpeaksAs(part), can_decide=decides)


@pytest.mark.parametrize("row", ENOUGH, ids=[" ".join(row.values()) for row in ENOUGH])
def test_what_can_be_enough(row: dict[str, str]) -> None:
    refusal = why_not_enough(Basis(row["Footing"]), speaker(row), Shown(row["Seen"]))

    assert (refusal.code if refusal else "") == row["Refused as"]
    assert refusal is None or refusal.authority


@pytest.mark.parametrize("row", WANTED, ids=named(WANTED))
def test_whether_anything_is_to_be_shown_and_what_a_letter_asks(row: dict[str, str]) -> None:
    basis = Basis(row["Footing"])
    refusal = why_not_shown(basis, speaker(row))

    assert (refusal.code if refusal else "") == row["Refused as"]
    assert ("" if refusal else wanted_of(basis, speaker(row))) == row["Asked of them in a letter"]


@pytest.mark.parametrize("row", WAITS, ids=[" ".join(list(row.values())[:3]) for row in WAITS])
def test_what_waits(row: dict[str, str]) -> None:
    part = "" if row["Speaks as"] == "not said" else f" (speaks_as {row['Speaks as']})"
    events = happened(row["What happened"].replace("received Thu 2 Apr 2026", f"received Thu 2 Apr 2026{part}"))
    limit = untold_until_shown(Basis(row["Footing"]), events)

    assert (limit is None) == (row["Said"] == "")
    if limit is not None:
        assert row["Said"] in limit.words
        assert limit.since == a_day(row["Since"])
        assert "ntil then tell nothing private about the" in limit.words


@pytest.mark.parametrize("row", ON_THEIR_PAGE, ids=named(ON_THEIR_PAGE))
def test_what_is_asked_on_their_own_page(row: dict[str, str]) -> None:
    since = row["Asked of them on their page since"]

    assert still_asked_for(happened(row["What happened"])) == (a_day(since) if since else None)


def test_an_entry_that_was_a_mistake_showed_nothing() -> None:
    seen = "authority_seen Fri 10 Apr 2026 #2 (enough yes)"
    mistake = "entered_in_error Mon 13 Apr 2026 #3 corrects 2"
    events = happened(f"received Thu 2 Apr 2026 #1; {seen}; {mistake}")

    limit = untold_until_shown(Basis.DECEASED, events)

    assert limit is not None
    assert limit.words.startswith("Proof not seen yet")


def test_everything_has_its_words() -> None:
    assert (set(SHOWN_WORDS), set(SEEN_WORDS)) == (set(Shown), set(SeenAs))
