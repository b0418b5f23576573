"""What happens in the demonstration at the commissioner: complaints about choice, and about providers that it pays?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.ask_choice_team import ask_choice_team
from putright.casework.actions.ask_to_share import ask_to_share
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.describe_for_return import describe_for_return
from putright.casework.actions.keep_complaint import keep_complaint
from putright.casework.actions.name_provider import name_provider
from putright.casework.actions.offer_choice import offer_choice
from putright.casework.actions.pass_on_complaint import pass_on_complaint
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.put_under_procedure import put_under_procedure
from putright.casework.actions.record_choice_team_step import record_choice_team_step
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.sign_response import sign_response
from putright.casework.other_bodies import UNLISTED, BodyTold
from putright.casework.response_draft import Draft
from putright.casework.said import PersonSaid
from putright.demo.office import somebody_is_away
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.choice import ChoiceKind, ChoiceRemedy
from putright.domain.choice_team import AskedBy, TeamStep
from putright.domain.issues import Outcome, Subject
from putright.domain.response import ActionConfirmation
from putright.domain.returns import Dimension, ReturnSaid
from putright.letters.facts import Improvement

OFFICER: Final = "officer"
CHOICE: Final = "choice-commissioner"
CLINIC: Final = BodyTold(name="Placeholder Street Clinic", address=("7 Placeholder Street", "London", "NW99 9ZZ"))


def tales(stage: Stage) -> Iterator[Tale]:
    """Tell every story, and give each case."""
    for tell in (_not_offered_yet, _offered, _kept, _passed_on, _asked_to_share):
        yield tell(stage)
    somebody_is_away(stage, OFFICER, "manager", 1, -6)


def _person(name: str, number: int) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    return PersonSaid(
        name=name,
        address=(f"{number} Example Terrace", "London", "NW99 9ZZ"),
        home="westminster",
        telephone=f"07700 900{100 + number}",
        email=f"{name.lower().replace(' ', '.')}@example.org",
        born_on=date(1900 + number, 1 + number % 12, 1 + number % 28),
    )


def _about_choice(stage: Stage, working_days_ago: int, person: PersonSaid, kind: ChoiceKind, words: str) -> Tale:
    tale = stage.received(
        working_days_ago, person, (Subject.WAITING_TIMES, words), wanted="To choose where I am treated."
    )
    tale.posted(working_days_ago - 2, OFFICER, acknowledge)
    tale.then(
        working_days_ago - 2,
        OFFICER,
        put_under_procedure,
        procedure=CHOICE,
        in_place=False,
        why="It is about a choice that was not offered.",
    )
    tale.then(
        working_days_ago - 3,
        OFFICER,
        describe_choice,
        kind=kind,
        referred_on=stage.day(working_days_ago + 45),
        applies=True,
        words="The practice made the referral to one place and named no other.",
    )
    return tale


def _upheld(tale: Tale, working_days_ago: int) -> None:
    """The board agrees, and says so in writing."""
    tale.then(working_days_ago, OFFICER, complete_investigation)
    tale.then(
        working_days_ago,
        OFFICER,
        record_outcome,
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="You had a right to choose, and only one place was named to you.",
        remedy_needed=True,
        remedy="You are offered the choice now.",
    )
    reminded = Improvement(
        what="Remind every practice of the right to choose",
        who="The referrals manager",
        done_on=tale.stage.day(working_days_ago),
    )
    tale.then(
        working_days_ago,
        OFFICER,
        prepare_response,
        draft=Draft(
            how_considered="We read the referral and asked the practice which places were named to you.",
            action_confirmation=ActionConfirmation.TAKEN_AND_PROPOSED,
            action_details="The practices have been reminded, and you are offered the choice.",
            apology="We are sorry that you were not told that you could choose.",
            improvements=(reminded,),
            answer_to_wanted="You can choose now, and we have told you between which places and how long each takes.",
        ),
    )
    tale.posted(working_days_ago - 1, "responsible", sign_response)


def _not_offered_yet(stage: Stage) -> Tale:
    tale = _about_choice(
        stage,
        20,
        _person("Otto Pretence", 61),
        ChoiceKind.FIRST_APPOINTMENT,
        "I was sent to one hospital with a wait of a year, and told there was no other.",
    )
    _upheld(tale, 4)
    said = ReturnSaid(labels={Dimension.SERVICE: frozenset({"commissioning"}), Dimension.STAFF: frozenset({"medical"})})
    tale.then(2, OFFICER, describe_for_return, said=said)
    asked = "Reference CT-4471. You agreed that I could choose, and nobody has named another hospital to me yet."
    tale.then(2, OFFICER, ask_choice_team, asked_by=AskedBy.PERSON, words=asked)
    tale.then(
        1,
        OFFICER,
        record_choice_team_step,
        step=TeamStep.ENGAGED,
        words="The team asks which hospitals are offered, with their waits, and by when.",
        answer_by=stage.day(-5),
    )
    return tale


def _offered(stage: Stage) -> Tale:
    tale = _about_choice(
        stage,
        40,
        _person("Petra Example-Doe", 62),
        ChoiceKind.NAMED_TEAM,
        "I asked for another team and was told that I could not choose.",
    )
    _upheld(tale, 15)
    tale.then(
        8,
        OFFICER,
        offer_choice,
        remedy=ChoiceRemedy.MOVED,
        words="Three teams were named by telephone with their waits. She chose the second and has an appointment.",
    )
    tale.then(6, OFFICER, close_case, note="The appointment has been confirmed.")
    return tale


def _about_the_clinic(stage: Stage, working_days_ago: int, person: PersonSaid, words: str) -> Tale:
    tale = stage.received(
        working_days_ago,
        person,
        (Subject.APPOINTMENTS, words),
        wanted="To be seen.",
        channel=Channel.LETTER,
        by=OFFICER,
    )
    tale.posted(working_days_ago - 1, OFFICER, acknowledge)
    tale.then(working_days_ago - 1, OFFICER, name_provider, provider=CLINIC)
    tale.posted(
        working_days_ago - 2,
        OFFICER,
        ask_to_share,
        body=CLINIC,
        why="The clinic has the records, and can say what happened.",
    )
    return tale


def _agreed(tale: Tale, working_days_ago: int) -> None:
    tale.then(
        working_days_ago,
        OFFICER,
        record_sharing,
        body=UNLISTED,
        agreed=True,
        words="Yes, you may tell the clinic.",
        channel=Channel.TELEPHONE,
    )


def _kept(stage: Stage) -> Tale:
    tale = _about_the_clinic(
        stage, 12, _person("Quentin Unreal", 63), "My appointment was called off four times, the last time by text."
    )
    _agreed(tale, 7)
    tale.then(
        6,
        "manager",
        keep_complaint,
        why="The person has lost trust in the clinic and asks us to look at it.",
        questions=("Why was each appointment called off?",),
        reply_by=stage.day(-5),
    )
    return tale


def _passed_on(stage: Stage) -> Tale:
    tale = _about_the_clinic(
        stage, 14, _person("Rhoda Imaginary", 64), "Nobody answers the clinic's telephone in the afternoon."
    )
    _agreed(tale, 9)
    tale.posted(8, "manager", pass_on_complaint, why="The clinic can put this right itself, and the person agrees.")
    return tale


def _asked_to_share(stage: Stage) -> Tale:
    return _about_the_clinic(
        stage, 5, _person("Silas Whoever", 65), "The clinic lost my scan, and I had to come again."
    )
