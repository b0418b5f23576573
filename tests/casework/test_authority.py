"""Is it on the file whether somebody showed that they may speak for a patient, and does the case say so until then?

2026: Good Friday is 3 April, Easter Monday 6 April.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.ask_for_authority import ask_for_authority
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.record_authority import record_authority
from putright.casework.actions.record_death import record_death
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.follow import page_shown
from putright.casework.said import FileSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.authority import SeenAs, Shown
from putright.domain.deaths import Who
from putright.domain.speaking import Speaker, SpeaksAs
from putright.domain.standing import Basis
from putright.records.models import Wait
from tests.casework.offices import Office, Story, a_story, at
from tests.letters.reading import all_text, opened
from tests.sample_files import PDF

pytestmark = pytest.mark.django_db

TUESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 10)
REPLY_BY = date(2026, 4, 21)
GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1948, 5, 1))
POWER: dict[str, Any] = {"shown": Shown.LASTING_POWER, "seen_as": SeenAs.CERTIFIED, "is_enough": True}
OF_MONEY: dict[str, Any] = {
    "shown": Shown.PROPERTY_POWER,
    "seen_as": SeenAs.COPY,
    "is_enough": False,
    "words": "It is over property and money.",
}


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A complaint that Pat makes as Gwen's attorney."""
    attorney = Speaker(speaks_as=SpeaksAs.ATTORNEY)
    return a_story(commisceo, basis=Basis.LACKS_CAPACITY, patient=GWEN, speaker=attorney)


def page(story: Story, on: date = FRIDAY) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def said(story: Story, on: date = FRIDAY) -> str:
    limit = page(story, on).unshown
    return limit.words if limit else ""


def refusal(story: Story, **what: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(record_authority, "mo", FRIDAY, **{**POWER, **what})
    return refused.value.refusal.code


def waits(story: Story) -> list[tuple[str, date | None]]:
    return list(Wait.objects.filter(case=story.case).values_list("kind", "due_on"))


def test_what_was_seen_by_whom_and_when_stands_on_the_case(story: Story) -> None:
    assert said(story).startswith("Proof not seen yet: the lasting power of attorney for health and welfare")
    scan = FileSaid(name="power.pdf", media_type="application/pdf", content=PDF)

    done = story.does(record_authority, "mo", FRIDAY, **POWER, files=(scan,))

    assert done.then == ""
    entry = story.case.events.latest("number")
    assert (entry.event, entry.facts) == (
        "authority_seen",
        {"shown": "lasting-power", "seen_as": "certified", "enough": True},
    )
    assert [paper[0] for paper in entry.papers] == [story.case.documents.get(title="power.pdf").number]
    assert said(story) == ""
    shown = page(story).speaker.seen
    assert shown.startswith("Seen on 10 April 2026 by Mo ")
    assert shown.endswith(": a lasting power of attorney for health and welfare (a certified copy). It is enough.")
    assert verify(story.office.means).misfits == ()


def test_what_is_not_enough_is_asked_for_and_waited_for_by_its_day(story: Story) -> None:
    first = story.does(record_authority, "mo", TUESDAY, **OF_MONEY)
    assert first.then.startswith("It is not enough yet: ask the person")
    assert said(story).startswith("What was seen is not enough. Still wanted: the lasting power of attorney")

    wanted = page(story).speaker.wanted
    done = story.does(ask_for_authority, "mo", FRIDAY, wanted=wanted, not_enough="It is over money.", reply_by=REPLY_BY)
    assert waits(story) == []
    story.posts("mo", FRIDAY, done)

    kept = story.case.documents.get(number=done.letter).file_id or ""
    printed = " ".join(all_text(opened(story.office.means.files.read(kept))).split())
    assert "Please send us a copy of the lasting power of attorney for health and welfare" in printed
    assert "It is over money." in printed
    assert waits(story) == [("authority", REPLY_BY)]
    assert page_shown(story.case, FRIDAY).happened[-1].words == (
        "We asked you what shows that you may speak for the patient."
    )

    story.does(record_authority, "mo", FRIDAY, **POWER)
    assert (waits(story), said(story)) == ([], "")


def test_a_paper_that_came_with_the_complaint_is_pointed_at(story: Story) -> None:
    story.does(record_authority, "mo", FRIDAY, **POWER, paper=1)

    assert story.case.events.latest("number").facts["paper"] == 1


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ({"shown": Shown.PROPERTY_ORDER}, "property-alone"),
        ({"shown": Shown.WORDS, "words": "She says so."}, "word-alone"),
        ({"shown": Shown.OTHER}, "nothing-written"),
        ({"is_enough": False}, "nothing-written"),
        ({"paper": 99}, "no-such-paper"),
    ],
)
def test_what_cannot_be_is_refused(story: Story, what: dict[str, Any], code: str) -> None:
    assert refusal(story, **what) == code


def test_a_power_is_worth_nothing_once_the_patient_has_died(story: Story) -> None:
    story.does(record_death, "mo", TUESDAY, died=Who.PATIENT, words="Pat rang.")

    assert refusal(story) == "ended-by-death"


def test_an_answer_cannot_be_wished_for_before_the_letter(story: Story) -> None:
    with pytest.raises(ActionRefused) as refused:
        story.does(ask_for_authority, "mo", FRIDAY, wanted="The power.", reply_by=TUESDAY)

    assert refused.value.refusal.code == "before-it-was-asked"


def test_what_was_recorded_by_mistake_counts_no_more(story: Story) -> None:
    story.does(record_authority, "mo", FRIDAY, **POWER)
    story.does(correct_entry, "mo", FRIDAY, entry=story.case.chain_count, reason="Another case.")

    assert said(story).startswith("Proof not seen yet")


def test_where_the_patient_can_answer_it_says_so_until_they_were_asked(commisceo: Office) -> None:
    asked = a_story(commisceo, basis=Basis.REQUESTED, patient=GWEN)

    assert said(asked).startswith("The patient has not been asked for consent")
    assert refusal(asked) == "patient-answers"
    assert page(asked).choice("record_authority").refusal.code == "patient-answers"  # type: ignore[union-attr]


def test_whoever_complains_for_themselves_shows_nothing(commisceo: Office) -> None:
    own = a_story(commisceo)

    assert (said(own), page(own).choice("ask_for_authority").refusal.code) == ("", "nothing-to-show")  # type: ignore[union-attr]
