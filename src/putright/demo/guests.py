"""Who comes from outside or only looks, in the demonstration, and which case is restricted? Told after the others."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.give_case import give_case
from putright.casework.actions.register import register
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actor import Role
from putright.casework.appointments import actor_of
from putright.casework.said import PersonSaid
from putright.demo.cast import Player
from putright.demo.stage import Stage, Tale
from putright.demo.voices import concern_of, people_speak
from putright.domain.channels import Channel
from putright.domain.issues import Subject

CAME: Final = 40  # working days before today on which they were appointed

GUESTS: Final = (
    Player(
        called="pals",
        name="Yusuf Larkspur",
        post="Patient Advice and Liaison Officer",
        role=Role.PALS_OFFICER,
        email="yusuf.larkspur@livingwell.example.nhs.uk",
    ),
    Player(
        called="ombudsman",
        name="Ellis Farrow",
        post="Caseworker of the Ombudsman",
        role=Role.OMBUDSMAN_CASEWORKER,
        email="ellis.farrow@ombudsman.example.nhs.uk",
    ),
    Player(
        called="auditor",
        name="Tomasz Quill",
        post="Information Governance Lead",
        role=Role.AUDITOR,
        email="tomasz.quill@livingwell.example.nhs.uk",
    ),
)

_WITH_THE_OMBUDSMAN: Final = 11


def guests_come(told: Sequence[Tale]) -> list[Tale]:
    """Appoint them at the first organisation, let them near some of its cases, and tell two more stories."""
    stage = _joined(told[0].stage)
    _lets_near(replace(told[_WITH_THE_OMBUDSMAN], stage=stage), 1, "ombudsman", Role.OMBUDSMAN_CASEWORKER)
    people_speak(stage)
    return [_restricted(stage), _came_to_pals(stage)]


def _joined(stage: Stage) -> Stage:
    administrator = stage.actors["administrator"]
    came_on = stage.day(CAME)
    people = {
        guest.called: appoint_person(
            actor=administrator, person=guest.staff, role=guest.role, on=came_on, now=stage.instant(came_on)
        )
        for guest in GUESTS
    }
    actors = {called: actor_of(person, administrator.body_id, on=stage.today) for called, person in people.items()}
    return replace(stage, people={**stage.people, **people}, actors={**stage.actors, **actors})


def _lets_near(tale: Tale, working_days_ago: int, who: str, role: Role) -> None:
    tale.then(working_days_ago, "responsible", give_case, person=tale.stage.people[who], role=role)


def _restricted(stage: Stage) -> Tale:
    tale = stage.received(
        7,
        _person("Tamsin Unreal", 41),
        (Subject.RECORDS, "I work at the practice and am its patient too. A colleague knew what only my record says."),
        wanted="To know who has opened my record, and that it does not happen again.",
        channel=Channel.LETTER,
        by="officer",
    )
    tale.then(7, "officer", register)
    tale.then(
        6,
        "responsible",
        restrict_case,
        reason="The person who complains is a member of staff, and so is whoever it may turn out to be about.",
    )
    tale.posted(5, "officer", acknowledge)
    return tale


def _came_to_pals(stage: Stage) -> Tale:
    """A concern that nobody put right in time, so that the person wants to complain after all."""
    caller = _person("Osian Inventing", 42)
    words = "I was told twice that somebody would ring me back, and nobody did."
    concern = concern_of(stage, caller, words, day=stage.day(4))
    return stage.received(
        1,
        caller,
        (Subject.COMMUNICATIONS, words),
        wanted="A call, and to know why it takes two reminders.",
        channel=Channel.TELEPHONE,
        by="pals",
        feedback=concern,
    )


def _person(name: str, number: int) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    return PersonSaid(
        name=name,
        address=(f"{number} Example Road", "Southampton", "SO99 9ZZ"),
        home="southampton",
        telephone=f"07700 900{100 + number}",
        email=f"{name.lower().replace(' ', '.')}@example.org",
    )
