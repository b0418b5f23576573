"""Do the rules of who speaks for a patient follow the tables of docs/rules/standing.md?"""

import pytest

from putright.domain.chronology import Event
from putright.domain.speaking import (
    NOBODY,
    PROOFS,
    SPEAKS_AS_WORDS,
    Speaker,
    SpeaksAs,
    can_decide,
    facts_said,
    for_the_staff,
    needed_for,
    proof_of,
    said_of,
    speaker_of,
    why_not_as,
)
from putright.domain.standing import FOOTINGS, Basis
from tests.tables import a_day, named, table

SHOWN = table("standing.md", "What shows that somebody may speak for a patient")
REFUSED = table("standing.md", "Who cannot speak so")
YOUNG = table("standing.md", "A patient under 18")
SAID = {"yes": True, "no": False, "not said": None}


def part(cell: str) -> SpeaksAs | None:
    return None if cell == "not said" else SpeaksAs(cell)


@pytest.mark.parametrize("row", SHOWN, ids=named(SHOWN))
def test_what_shows_it_is_as_the_table_says(row: dict[str, str]) -> None:
    proof = proof_of(Basis(row["Footing"]), Speaker(speaks_as=SpeaksAs(row["Speaks as"])))

    assert proof is not None
    assert (proof.words, proof.authority) == (row["Shown by"], row["By"])
    assert bool(proof.paper) == (row["A paper can be added?"] == "yes")


def test_the_table_has_every_part_on_every_footing_on_which_somebody_speaks_for_another() -> None:
    assert [(row["Footing"], row["Speaks as"]) for row in SHOWN] == [(b, s) for b, each in PROOFS.items() for s in each]
    assert set(PROOFS) == {basis for basis, footing in FOOTINGS.items() if footing.speaks_for_another}


def test_every_part_is_one_on_some_footing() -> None:
    assert {each for parts in PROOFS.values() for each in parts} == set(SpeaksAs) == set(SPEAKS_AS_WORDS)


@pytest.mark.parametrize("row", REFUSED, ids=named(REFUSED))
def test_a_part_that_does_not_go_with_the_footing_is_refused(row: dict[str, str]) -> None:
    refusal = why_not_as(Basis(row["Footing"]), Speaker(speaks_as=part(row["Speaks as"])))

    assert (refusal.code if refusal else "") == row["Refused as"]


@pytest.mark.parametrize("row", YOUNG, ids=[", ".join(row.values()) for row in YOUNG])
def test_what_is_needed_before_anything_is_told(row: dict[str, str]) -> None:
    basis = Basis(row["Footing"])
    said = SAID[row["Said to be able to decide"]]
    decides = can_decide(int(row["Age of the patient"]), said=said) if basis is Basis.CHILD else None
    another = row["Asked by somebody else?"] == "yes"
    speaker = Speaker(speaks_as=part(row["Speaks as"]), through_another=another, can_decide=decides)

    assert needed_for(basis, speaker) == row["Needed before anything about the patient is told"]


@pytest.mark.parametrize(
    "speaker",
    [
        NOBODY,
        Speaker(speaks_as=SpeaksAs.MP, through_another=True),
        Speaker(speaks_as=SpeaksAs.PARENT, can_decide=False),
        Speaker(speaks_as=SpeaksAs.PARENT, can_decide=True),
    ],
)
def test_the_entry_says_it_whole(speaker: Speaker) -> None:
    assert said_of(facts_said(speaker)) == speaker


def test_once_somebody_else_speaks_nothing_is_known_of_them() -> None:
    received = Event(event="received", on=a_day("Wed 1 Apr 2026"), id="1", facts={"speaks_as": "attorney"})
    spoken = Event(event="spoken_for", on=a_day("Thu 2 Apr 2026"), id="2", facts={"basis": "deceased"})

    assert speaker_of([received]).speaks_as is SpeaksAs.ATTORNEY
    assert speaker_of([received, spoken]) == NOBODY


class TestAYoungPatient:
    def test_a_child_who_complains_is_heard_and_asked_about_help(self) -> None:
        minded = for_the_staff(Basis.SELF, 13, NOBODY)

        assert minded is not None
        assert "Ask whether they want somebody to help them" in minded[0]
        assert minded[1].startswith("Gillick")

    def test_from_16_like_an_adult_and_from_18_nothing_is_said(self) -> None:
        assert for_the_staff(Basis.SELF, 16, NOBODY) != for_the_staff(Basis.SELF, 15, NOBODY)
        assert for_the_staff(Basis.SELF, 18, NOBODY) is None

    def test_a_child_who_can_decide_is_asked_too(self) -> None:
        assert for_the_staff(Basis.CHILD, 14, Speaker(can_decide=True)) is not None
        assert for_the_staff(Basis.CHILD, 14, NOBODY) is None
