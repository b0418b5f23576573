"""Which cases are the many copied from? One at each stage of Commisceo's procedure, made through real actions."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.register import register
from putright.casework.actions.request_review import request_review
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.actions.withdraw import withdraw
from putright.casework.response_draft import Draft
from putright.domain.channels import Channel
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from tests.casework.offices import Office, Story, a_story

# Monday 12 January 2026: no bank holiday is near.
BEGUN: Final = date(2026, 1, 12)
HAPPENED: Final = date(2025, 12, 15)


def just_received(office: Office) -> Story:
    """Nobody has done anything yet: it is to be registered, and to be acknowledged."""
    return _received(office, by="mo")


def letter_to_post(office: Office) -> Story:
    """The acknowledgement is written and waits to be posted."""
    story = _received(office, by="olu")
    story.does(register, "olu", date(2026, 1, 13))
    story.does(acknowledge, "olu", date(2026, 1, 14))
    return story


def statement_asked(office: Office) -> Story:
    """An investigator has it, and a member of staff is named in it and is to answer."""
    story = _acknowledged(office, by="mo")
    story.does(assign_handler, "mo", date(2026, 1, 14), handler=office.people["ines"])
    story.does(
        request_statement,
        "ines",
        date(2026, 1, 15),
        person=office.people["sam"],
        about="A talk at the desk",
        questions=("What was said?",),
    )
    return story


def answered(office: Office) -> Story:
    """The response has been posted: nothing is due."""
    story = _acknowledged(office, by="olu")
    story.does(complete_investigation, "olu", date(2026, 1, 21))
    story.does(
        record_outcome,
        "olu",
        date(2026, 1, 21),
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="You were spoken to rudely.",
        remedy_needed=False,
    )
    draft = Draft(
        how_considered="We asked at the desk.",
        apology="We are sorry that you were spoken to rudely.",
        action_confirmation=ActionConfirmation.NONE_NEEDED,
    )
    story.does(prepare_response, "olu", date(2026, 1, 22), draft=draft)
    story.posts("olu", date(2026, 1, 23), story.does(sign_response, "rosa", date(2026, 1, 23)))
    return story


def under_review(office: Office) -> Story:
    """The person was not satisfied: the Medical Director is to review it."""
    story = answered(office)
    story.does(request_review, "olu", date(2026, 2, 2), words="The answer does not say why.")
    return story


def closed(office: Office) -> Story:
    """It was answered, and it is over."""
    story = answered(office)
    story.does(close_case, "olu", date(2026, 2, 9))
    return story


def withdrawn(office: Office) -> Story:
    """The person took it back."""
    story = _received(office, by="mo")
    story.does(register, "mo", date(2026, 1, 13))
    story.does(withdraw, "mo", date(2026, 1, 14))
    return story


def _received(office: Office, *, by: str) -> Story:
    return a_story(office, on=BEGUN, by=by, occurred_on=HAPPENED, known_on=HAPPENED)


def _acknowledged(office: Office, *, by: str) -> Story:
    story = _received(office, by=by)
    story.does(register, by, date(2026, 1, 13))
    story.does(tell_next_steps, by, date(2026, 1, 13))
    story.does(acknowledge, by, date(2026, 1, 13), channel=Channel.TELEPHONE)
    return story


STORIES: Final[Mapping[str, Callable[[Office], Story]]] = {
    tell.__name__: tell
    for tell in (just_received, letter_to_post, statement_asked, answered, under_review, closed, withdrawn)
}
