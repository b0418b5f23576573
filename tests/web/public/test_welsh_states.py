"""Is the page of a complaint wholly in Welsh however it stands, in the states too that a story seldom comes to?

The page is drawn from what is known of a case, of which one part after the other is changed here: no case need be
lived through to each of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any  # of each state only what is different is said, by the names of the page

import pytest
import yaml
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from putright.casework.follow_words import (
    AN_APPEAL,
    APPEAL_DECIDED,
    APPEAL_SENT_ON,
    DECIDED_BY_THE_OMBUDSMAN,
    LOOKING_AGAIN,
    STATUS_WORDS,
    WITH_THE_OMBUDSMAN,
)
from putright.casework.page_talk import Written
from putright.casework.queries.advocates_told import AdvocateTold
from putright.casework.queries.choice_team_told import ChoiceTeamTold
from putright.casework.queries.contact_shown import LimitShown
from putright.casework.queries.drafts_shown import DraftShown
from putright.casework.queries.follow import FollowPage, LetterSent, page_shown
from putright.casework.queries.follow_promises import NOT_TOLD, Promised
from putright.casework.queries.meeting_told import MeetingTold, TimeTold
from putright.casework.queries.remedies_shown import RemedyShown
from putright.domain.advocate_drafts import DraftKind, DraftState
from putright.domain.advocates import Help
from putright.domain.channels import Channel
from putright.domain.consent_told import ConsentTold
from putright.domain.duty import WayOn
from putright.domain.meeting_offers import MeetingStands
from putright.domain.remedies import RemedyState
from putright.domain.standing import Needed
from putright.domain.vocabulary import CaseStatus
from putright.domain.ways_left import Left, WayLeft
from putright.web.pages.following import page_of
from putright.web.templating import show
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_story, at
from tests.catalogue_following import OWED_TO_THE_PERSON
from tests.web.public.test_welsh import left_in_english

OFFICE = Path(__file__).resolve().parents[3] / "procedures/office"
# Rules that come over no case, or whose words no person reads on their page: law that speaks to the organisation.
TOLD_TO_NOBODY = {"call-back", "feedback", "retention", "data-breach"}
LATER, EARLIER, THEIRS = date(2026, 5, 6), date(2026, 3, 3), "Quite so, said they."
TEN = "10am"  # times of day are written alike
State = dict[str, Any]


def states(case: FollowPage) -> Iterator[State]:
    """What is different in each state, one after the other."""
    for words in (
        AN_APPEAL,
        APPEAL_SENT_ON,
        APPEAL_DECIDED,
        DECIDED_BY_THE_OMBUDSMAN,
        LOOKING_AGAIN,
        WITH_THE_OMBUDSMAN,
    ):
        yield {"status_words": words}
    for status in CaseStatus:
        yield {"status": status, "status_words": STATUS_WORDS[status], "handler": "", "answer_by": EARLIER}
    yield {"answer_by": LATER}
    for consent in ConsentTold:
        yield {"consent": consent}
    yield {"needed": Needed.CONSENT, "has_consent": False}
    yield {"proof_asked_on": EARLIER}
    for state in RemedyState:
        yield {"remedies": (RemedyShown(words=THEIRS, amount="£5.00", by=LATER, state=state, since=EARLIER),)}
    yield {"stands_in_for": "Mo Manager", "handler": "Olu Officer", "back_after": LATER}
    yield {"stands_in_for": "Mo Manager", "handler": "Olu Officer"}
    limit: State = {"terms": frozenset(), "arranged": THEIRS, "since": EARLIER, "until": LATER}
    yield {"contact": LimitShown(**limit, decided_by="Rosa Responsible", decided_by_post="Chief Executive")}
    yield from of_ways_on(case)
    yield from of_the_choice_team()
    yield from of_meetings()
    yield from of_promises(case.next[0])
    yield from of_what_was_written()
    yield from of_helpers()


def of_ways_on(case: FollowPage) -> Iterator[State]:
    """Whom else somebody can turn to: before the answer, once the year is over, and all that is left afterwards."""
    (by_law,) = (way for way in case.ways_on if "Act 1993" in (way.words or ""))
    open_now: WayOn = replace(by_law, open=True)
    yield {"ways_on": (replace(open_now, last_day=LATER),)}
    yield {"ways_on": (replace(open_now, last_day=EARLIER),), "review": replace(case.next[0], clause="4.1")}
    left = tuple(WayLeft(way=way, last_day=LATER, words=THEIRS) for way in Left)
    yield {"ways_left": left, "review": replace(case.next[0], promise=THEIRS, clause="4.1")}
    in_time = (way for way in Left if way not in (Left.LOOK_AGAIN_LATE, Left.OMBUDSMAN_LATE))
    yield {"ways_left": tuple(WayLeft(way=way, words=THEIRS) for way in in_time)}


def of_the_choice_team() -> Iterator[State]:
    team = ChoiceTeamTold(since=EARLIER, by_person=True, acknowledges_by=LATER, contacts_by=LATER)
    yield {"choice_team": team}
    yield {"choice_team": replace(team, by_person=False, acknowledges_by=None)}
    yield {"choice_team": replace(team, finished_on=LATER, is_owed=True)}


def of_meetings() -> Iterator[State]:
    meeting = MeetingTold(
        stands=MeetingStands.OFFERED,
        may=(),
        meet_with=("Sam Staff",),
        times=(TimeTold(number=1, starts=at(LATER)),),
        place="Room 1",
        reply_by=LATER,
        agreed_for=None,
        agreed_place="",
        in_calendars=True,
    )
    for stands in (MeetingStands.OFFERED, MeetingStands.AGREED, MeetingStands.ANOTHER_TIME):
        yield {"meeting": replace(meeting, stands=stands)}
    yield {"meeting": replace(meeting, stands=MeetingStands.AGREED, agreed_for=at(LATER), agreed_place="Room 1")}


def of_promises(promised: Promised) -> Iterator[State]:
    """Two that are late, one that stands still, the person's own, without a day, and by another than the law's."""
    late = replace(promised, by=EARLIER, is_late=True)
    changes: tuple[State, ...] = (
        {"is_paused": True, "paused_since": EARLIER},
        {"yours": True, "is_aim": True},
        {"by": None, "clause": "", "begins_on": None},
        {"their_own_date": LATER, "by": EARLIER, "law": "SI 2009/309 reg 14(3)", "law_by": EARLIER},
        {"clause": "clause 4.1 and 4.3", "by": MAUNDY_THURSDAY, "is_law_alone": False, "counts": ()},
    )
    others = tuple(replace(promised, **change) for change in changes)
    yield {"next": (late,)}
    yield {"next": (late, late, *others), "later": (replace(promised, clause="clause 4.1"),)}


def of_what_was_written() -> Iterator[State]:
    """Three answers: by email, post and hand; and messages of both sides, with what can be missing and without."""
    sent: State = {"title": THEIRS, "sent_on": EARLIER, "is_answer": True}
    ways = (Channel.EMAIL, Channel.LETTER, Channel.IN_PERSON)
    letters = tuple(LetterSent(number=number, by=by, **sent) for number, by in enumerate(ways, 1))
    message = Written(at=at(EARLIER), is_ours=False, by="", words=THEIRS, files=("plan.pdf",), read_on=EARLIER)
    ours = replace(message, is_ours=True, by="Olu Officer")
    yield {"letters": letters, "written": (message, replace(message, read_on=None), ours, replace(ours, by=""))}


def of_helpers() -> Iterator[State]:
    """Advocates who come to a meeting, do not, have not looked and have not come in; and what one of them wrote."""
    looked: State = {
        "until_on": LATER,
        "has_come": True,
        "last_looked": at(EARLIER),
        "meeting_on": LATER,
        "comes": True,
    }
    called: State = {
        "number": 1,
        "name": "Nia",
        "called": "Nia",
        "telephone": "",
        "may": THEIRS,
        "helps": frozenset(Help),
    }
    nia = AdvocateTold(**called, email="", **looked)
    others = (
        replace(nia, comes=False, last_looked=None, until_on=None),
        replace(nia, comes=None, last_looked=None, has_come=False),
        replace(nia, comes=None, last_looked=None, has_come=False, email="nia@example.org"),
    )
    yield {"advocates": (nia, *others)}
    at_ten: State = {"state": DraftState.WAITING, "words": THEIRS, "answer": "", "saves": 1, "changed_at": at(EARLIER)}
    yield {"drafts": tuple(DraftShown(number=1, kind=kind, by="Nia", **at_ten) for kind in DraftKind)}


@pytest.mark.django_db
def test_each_is_wholly_in_welsh(commisceo: Office, rf: RequestFactory) -> None:
    case = page_shown(a_story(commisceo).case, MAUNDY_THURSDAY)
    told = [drawn(rf, replace(case, **state)) for state in ({}, *states(case))]
    left = {text for english, welsh in told for text in left_in_english(english, welsh)}

    assert left - {case.reference_shown, TEN} == set()
    assert len({welsh.content for _, welsh in told}) == len(told)  # each shows something that no other does


def drawn(rf: RequestFactory, case: FollowPage) -> tuple[HttpResponse, HttpResponse]:
    """The page of a complaint in both languages."""
    pages = []
    for language in ("en-gb", "cy"):
        with translation.override(language):
            pages.append(show(rf.get("/following"), "following.jinja", page_of(case, by_link=True), bare=True))
    return pages[0], pages[1]


def test_all_that_the_office_owes_the_person_besides_is_in_welsh() -> None:
    names = {file.stem: yaml.safe_load(file.read_text())["name"] for file in OFFICE.glob("*.yaml")}

    assert {stem for stem, name in names.items() if name not in NOT_TOLD} - TOLD_TO_NOBODY == set(OWED_TO_THE_PERSON)
