"""What do the stories of the practices share: a made-up person, and two issues that are decided and answered?"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.response_draft import Draft
from putright.casework.said import PersonSaid
from putright.demo.stage import Tale
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.letters.facts import Improvement

OFFICER: Final = "officer"
RESPONSIBLE: Final = "responsible"


def person(name: str, number: int, **said: object) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return PersonSaid(
        name=name,
        address=(f"{number} Example Road", "Southampton", "SO99 9ZZ"),
        home="southampton",
        telephone=f"07700 900{100 + number}",
        email=email,
        born_on=date(1950 + number, 1 + number % 12, 1 + number % 28),
        agrees_to_email=bool(said.get("agrees_to_email")),
        needs=str(said.get("needs", "")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found on two issues and is done about each, and what the response says of it."""

    first: str
    first_remedy: str
    second: str
    second_remedy: str
    considered: str
    done: str
    sorry: str
    wanted: str
    change: str
    who: str


def decided(tale: Tale, working_days_ago: int, answer: Answer) -> None:
    """Two issues are concluded, the first as upheld and the second in part, and the response is drafted."""
    for issue, outcome, conclusion, remedy in (
        (1, Outcome.UPHELD, answer.first, answer.first_remedy),
        (2, Outcome.PARTLY_UPHELD, answer.second, answer.second_remedy),
    ):
        tale.then(
            working_days_ago,
            OFFICER,
            record_outcome,
            issue=issue,
            outcome=outcome,
            conclusion=conclusion,
            remedy_needed=True,
            remedy=remedy,
        )
    made = Improvement(what=answer.change, who=answer.who, done_on=tale.stage.day(working_days_ago))
    tale.then(
        working_days_ago,
        OFFICER,
        prepare_response,
        draft=Draft(
            how_considered=answer.considered,
            action_confirmation=ActionConfirmation.TAKEN,
            action_details=answer.done,
            apology=answer.sorry,
            improvements=(made,),
            answer_to_wanted=answer.wanted,
        ),
    )
