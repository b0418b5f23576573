"""Do people of the choice page, and of the Ombudsman's notice, get by pages to the end of their road?"""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.ask_choice_team import ask_choice_team
from putright.casework.actions.close_case import close_case
from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.offer_choice import offer_choice
from putright.casework.actions.record_ombudsman_request import record_ombudsman_request
from putright.casework.adoption import Adoption
from putright.domain.choice_team import AskedBy
from putright.domain.ombudsman import Asks
from putright.gateways.procedure_files import read_file
from tests.casework.offices import SET_UP_ON, Office, Story, an_office, at, received
from tests.casework.test_other_procedures import CHOICE, OFFER, answered_and_upheld
from tests.casework.test_refusals import answered
from tests.web.public.test_find_out import GP, asked
from tests.web.public.test_follow import on, opened
from tests.web.reading import read

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
# A year from Monday 16 March 2026, when it happened and was known.
LAST_DAY = "Tuesday 16 March 2027"


@pytest.fixture
def board(db: None, day: object, tmp_path: Path) -> Office:
    """A commissioner with a procedure for complaints about choice beside its own."""
    office = an_office(tmp_path / "files", procedure="living-well-partnership", code="board")
    choice = Adoption(source=read_file("choice-commissioner").text, beside=True)
    ada, rosa = office.actor("ada", SET_UP_ON), office.people["rosa"]
    adopt_procedure(actor=ada, procedure=choice, on=SET_UP_ON, now=at(SET_UP_ON), signed_off_by=rosa)
    return office


def told_where_to_go(client, **changes):
    """The page that says where to go, after these answers."""
    asked(client, GP | changes)
    return read(client.get("/find-out/answer"))


def test_somebody_who_was_offered_no_choice(client, board, day):
    told = told_where_to_go(client, about={"about": "choice"})
    assert "it must see to it that you are offered the choice" in told.main
    assert f"Be there by {LAST_DAY}" in told.main

    case = received(board)
    story = Story(board, case.reference)
    assert "Take it to the Ombudsman" not in opened(client, case).links
    answered_and_upheld(story)
    story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
    story.does(ask_choice_team, "mo", WEDNESDAY, asked_by=AskedBy.PERSON, words="One hospital was named.")
    on(day, WEDNESDAY)
    page = opened(client, case)
    assert "You asked the team on Wednesday 8 April 2026" in page.main
    assert "The team does not answer your complaint. We do" in page.main
    assert "Read our answer (PDF)" in page.links
    further = read(client.get(page.links["Take it to the Ombudsman"]))
    assert f"Go there by {LAST_DAY}" in further.main

    story.does(offer_choice, "mo", WEDNESDAY, **OFFER)
    assert "We offered you what there is to choose." in read(client.get("/following")).main


def test_somebody_who_has_an_answer_and_is_not_content(client, commisceo, day):
    told = told_where_to_go(client, answered={"answered": "provider"})
    assert "the final stage" in told.main
    assert f"Be there by {LAST_DAY}" in told.main

    case = received(commisceo)
    story = Story(commisceo, case.reference)
    answered(story)
    on(day, WEDNESDAY)
    page = opened(client, case)
    further = read(client.get(page.links["Take it to the Ombudsman"]))
    assert f"Go there by {LAST_DAY}" in further.main
    taken = client.get(further.links["Save your file"])
    with zipfile.ZipFile(io.BytesIO(b"".join(taken.streaming_content))) as packed:
        assert f'<strong class="day">{LAST_DAY}</strong>' in packed.read("1 Read this first.html").decode()

    story.does(close_case, "mo", WEDNESDAY)
    asks = {"asks": Asks.FILE, "words": "Send us the file.", "answer_by": date(2026, 5, 6)}
    story.does(record_ombudsman_request, "mo", WEDNESDAY, **asks)
    after = opened(client, case)
    assert "The Ombudsman is looking at your complaint." in after.main
    assert "The Ombudsman asked us about your complaint." in after.main


def test_somebody_who_comes_after_the_year_is_not_turned_away(client, commisceo, day):
    case = received(commisceo, occurred_on=date(2025, 2, 3), known_on=date(2025, 2, 3))
    answered(Story(commisceo, case.reference))
    on(day, WEDNESDAY)
    further = read(client.get(opened(client, case).links["Take it to the Ombudsman"]))

    assert "For you that year ended on Tuesday 3 February 2026 . You can still ask." in further.main
    assert "Save your file" in further.links
